"""How one row of a batch draws its tokens: penalties, grammar, temperature, its own seed.

The draw is Gumbel's: the largest of log-probabilities with noise is a sample. So a row's answer depends on
its own seed, not on what else is in the batch, and rows of one batch may sample in different ways.
"""

import json
from collections import Counter
from functools import lru_cache
from typing import Any

import torch
import xgrammar
from transformers import (
    LogitsProcessor,
    MinPLogitsWarper,
    RepetitionPenaltyLogitsProcessor,
    TemperatureLogitsWarper,
    TopKLogitsWarper,
    TopPLogitsWarper,
)

from vlcorpus.schemas.sampling import Sampling
from vlcorpus.stages.inference.request import (
    Choice,
    Constraint,
    Grammar,
    JsonSchema,
    Regex,
    Request,
    StructuralTag,
    TokenLogprob,
)

MANY = 256  # ours: grammars kept


class Grammars:
    """Compiles what an answer may look like, for one tokenizer."""

    def __init__(self, tokenizer: Any, vocab_size: int):
        self.vocab_size = vocab_size
        info = xgrammar.TokenizerInfo.from_huggingface(tokenizer, vocab_size=vocab_size)
        self._compiler = xgrammar.GrammarCompiler(info)
        self._compile = lru_cache(MANY)(self._compile_once)

    def state(self, constraint: Constraint | None) -> "GrammarState | None":
        """Return the state of an answer that begins; None where every text is allowed."""
        if constraint is None:
            return None
        return GrammarState(xgrammar.GrammarMatcher(self._compile(constraint)), self.vocab_size)

    def _compile_once(self, constraint: Constraint) -> xgrammar.CompiledGrammar:
        match constraint:
            case JsonSchema(schema):
                compact = {"any_whitespace": False, "separators": (",", ":")}  # what vLLM sets
                return self._compiler.compile_json_schema(schema, **compact)
            case Choice(options):
                words = " | ".join(json.dumps(option, ensure_ascii=False) for option in options)
                return self._compiler.compile_grammar(f"root ::= {words}")
            case Regex(pattern):
                return self._compiler.compile_regex(pattern)
            case Grammar(ebnf):
                return self._compiler.compile_grammar(ebnf)
            case StructuralTag(tag):
                return self._compiler.compile_structural_tag(tag)


class GrammarState:
    """How far one answer has come in its grammar."""

    def __init__(self, matcher: xgrammar.GrammarMatcher, vocab_size: int):
        self._matcher = matcher
        self._mask = xgrammar.allocate_token_bitmask(1, vocab_size)

    @property
    def has_ended(self) -> bool:
        return self._matcher.is_terminated()

    def allowed(self, scores: torch.Tensor) -> torch.Tensor:
        """Return the scores, 1 x vocabulary, with -inf for every token that may not follow."""
        self._matcher.fill_next_token_bitmask(self._mask, 0)
        scores = scores.clone()
        xgrammar.apply_token_bitmask_inplace(scores, self._mask.to(scores.device))
        return scores

    def take(self, token: int) -> None:
        if not self.has_ended:
            self._matcher.accept_token(token)


class RowSampler:
    """The state of one answer while it is generated.

    `end_of_thought` is the token that ends the reasoning which the prompt has opened, None where it opened
    none. A grammar holds behind it, and a budget of reasoning puts it there.
    """

    def __init__(
        self,
        request: Request,
        number: int,
        n_prompt: int,
        grammars: Grammars,
        end: frozenset[int],
        end_of_thought: int | None = None,
    ):
        sampling = request.sampling
        self._sampling, self._n_prompt = sampling, n_prompt
        self._end = end | frozenset(sampling.stop_token_ids)
        self._end_of_thought, self._thinks = end_of_thought, end_of_thought is not None
        self._grammar = grammars.state(request.constraint)
        self._noise = None
        if sampling.temperature > 0:
            self._noise = torch.Generator().manual_seed((sampling.seed or 0) + number)
        self._chain = _chain(sampling)
        self.tokens: list[int] = []
        self.logprobs: list[TokenLogprob] | None = None if sampling.logprobs is None else []
        self.stopped = False  # an end token, a stop string or a grammar ended it, not its length
        self._done = False

    def draw(self, input_ids: torch.Tensor, logits: torch.Tensor) -> int:
        """Return the next token. `input_ids`: 1 x length, padded on the left; `logits`: 1 x vocabulary."""
        if self._done:
            return min(self._end)
        scores = logits.float()
        if (closing := self._closing()) is not None:
            self._take(closing, scores)
            return closing
        prompt_and_answer = input_ids[:, -(self._n_prompt + len(self.tokens)) :]
        if self._grammar is not None and not self._thinks:
            scores = self._grammar.allowed(scores)
        allowed = scores
        scores = self._penalized(scores)
        for process in self._chain:
            scores = process(prompt_and_answer, scores)
        token = int(self._noisy(scores).argmax())
        self._take(token, allowed)
        return token

    def _closing(self) -> int | None:
        """Return the token that ends the reasoning, where its budget is used up."""
        budget = self._sampling.thinking_token_budget
        is_used_up = self._thinks and budget is not None and len(self.tokens) >= budget
        return self._end_of_thought if is_used_up else None

    def _penalized(self, scores: torch.Tensor) -> torch.Tensor:
        """Return the scores without ends that come too early, and less of what was written already."""
        scores = scores.clone()
        if len(self.tokens) < self._sampling.min_tokens:
            scores[0, list(self._end)] = -torch.inf
        presence, frequency = self._sampling.presence_penalty, self._sampling.frequency_penalty
        if self.tokens and (presence or frequency):
            written = Counter(self.tokens)
            n_times = torch.tensor(list(written.values()), device=scores.device)
            scores[0, list(written)] -= presence + frequency * n_times
        return scores

    def _noisy(self, scores: torch.Tensor) -> torch.Tensor:
        if self._noise is None:
            return scores
        # On the CPU, so that a seed draws the same on every device.
        uniform = torch.rand(scores.shape, generator=self._noise).clamp_min(1e-20)
        return scores - (-uniform.log()).log().to(scores.device)

    def _take(self, token: int, allowed: torch.Tensor) -> None:
        if self.logprobs is not None:
            # As vLLM: of what the grammar allows, before any warping.
            all_of = torch.log_softmax(allowed, -1)[0]
            best = all_of.topk(self._sampling.logprobs)
            found = zip(best.indices.tolist(), best.values.tolist(), strict=True)
            top = tuple((other, logprob) for other, logprob in found if logprob > -torch.inf)
            self.logprobs.append(TokenLogprob(token, float(all_of[token]), top))
        self.tokens.append(token)
        if self._thinks:
            self._thinks = token != self._end_of_thought
        elif self._grammar is not None:
            self._grammar.take(token)

    def has_ended(self, tokenizer: Any) -> bool:
        if self._done or not self.tokens:
            return self._done
        ended = self.tokens[-1] in self._end or (self._grammar is not None and self._grammar.has_ended)
        if not ended and self._sampling.stop:
            text = tokenizer.decode(self.tokens, skip_special_tokens=True)
            ended = any(stop in text for stop in self._sampling.stop)
        self.stopped = ended
        self._done = ended or len(self.tokens) >= self._sampling.max_tokens
        return self._done

    def cut(self, text: str) -> str:
        """Return the text up to the first stop string."""
        ends = [text.index(stop) for stop in self._sampling.stop if stop in text]
        return text[: min(ends)] if ends else text


def _chain(sampling: Sampling) -> list[LogitsProcessor]:
    chain: list[LogitsProcessor] = []
    if sampling.repetition_penalty != 1:
        chain.append(RepetitionPenaltyLogitsProcessor(sampling.repetition_penalty))
    if sampling.temperature > 0:
        if sampling.temperature != 1:
            chain.append(TemperatureLogitsWarper(sampling.temperature))
        if sampling.min_p:
            chain.append(MinPLogitsWarper(sampling.min_p))
        if sampling.top_k:
            chain.append(TopKLogitsWarper(sampling.top_k))
        if sampling.top_p < 1:
            chain.append(TopPLogitsWarper(sampling.top_p))
    return chain


class Samplers(LogitsProcessor):  # type: ignore[misc]  # Transformers is not there where we lint
    """Leaves of each row's scores only the token that the row drew."""

    def __init__(self, rows: list[RowSampler]):
        self.rows = rows

    def __call__(self, input_ids: torch.Tensor, scores: torch.Tensor) -> torch.Tensor:
        drawn = torch.full_like(scores, -torch.inf)
        for index, row in enumerate(self.rows):
            token = row.draw(input_ids[index : index + 1], scores[index : index + 1])
            drawn[index, token] = 0
        return drawn
