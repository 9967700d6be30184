"""Any server that speaks OpenAI's chat completions: `vllm serve`, SGLang, Ollama, a cloud.

What is sent, and what a server may not know of it: `server_request.py`. `vllm serve` knows all of it. Start
it with `--structured-outputs-config '{"backend": "xgrammar", "disable_any_whitespace": true}'`, else a weak
model fills its JSON with white space, and with `--trust-request-mm-kwargs`, where it gets videos or limits of
pixels other than the model's own.
"""

import asyncio
import json
import os
from collections.abc import Sequence
from concurrent.futures import Future
from functools import partial
from importlib.metadata import version
from typing import Any

import openai
from openai.types import CompletionUsage
from openai.types.chat import ChatCompletion, ChatCompletionMessage
from openai.types.chat.chat_completion import Choice as ServerChoice

from vlcorpus.schemas.errors import ConfigError, EnvironmentFailure, Reject
from vlcorpus.schemas.public_text import keep_secret, without_secrets
from vlcorpus.schemas.reasons import Reason
from vlcorpus.schemas.sample import ToolCall
from vlcorpus.stages.inference.answer_text import END_OF_THOUGHT, take_apart
from vlcorpus.stages.inference.event_loop import EventLoop
from vlcorpus.stages.inference.model import Model
from vlcorpus.stages.inference.preparation import Preparation
from vlcorpus.stages.inference.request import Answer, Reply, Request, TokenLogprob
from vlcorpus.stages.inference.server_request import arguments, encoded_bytes, refused_argument

ENGINE = f"openai-{version('openai')}"
FORBIDDEN = -9999.0  # vLLM's log-probability of what a grammar excludes: JSON has no infinity
CONNECT_S = 10.0  # ours: a host that is up answers in milliseconds, a busy one after a repeated SYN or two
MOST_WAIT_S = 120  # longest pause that `Retry-After` may ask for: the client library's own limit
TRUST = "--trust-request-mm-kwargs"  # named in the refusal of a vLLM that was started without it


class OpenAiEngine:
    """Retries with growing pauses what a server cannot serve now, or as its `Retry-After` says.

    All tries and pauses of a request have one deadline. Of several servers a request goes to the one with the
    fewest under way. Raises ConfigError without a URL or a model's name.
    """

    def __init__(self, model: Model):
        if not (model.serving.base_urls and model.name):
            raise ConfigError(
                "engine openai: --set inference.base_url=http://host:8000/v1 and --model NAME say whom to ask"
            )
        self._model = model
        self._loop = EventLoop("openai")
        self._preparation = Preparation(model.serving.preparers, model.serving.prepared_gib)
        self._servers = [_Server(url, model) for url in model.serving.base_urls]

    def submit(self, request: Request) -> "Future[Reply]":
        return self._loop.submit(self._answer(request))

    def close(self) -> None:
        for server in self._servers:
            self._loop.run(server.client.close())
        self._loop.close()
        self._preparation.close()

    async def _answer(self, request: Request) -> Reply:
        server = min(self._servers, key=lambda one: one.n_under_way)
        server.n_under_way += 1
        try:
            async with server.slots:
                made = await self._ask(server, request)
        finally:
            server.n_under_way -= 1
        if not made.choices:
            raise EnvironmentFailure(
                f"{server.where}: this is no chat completion. Is inference.base_url right?"
            )
        return Reply(
            answers=_answers(made.choices, request, made.usage),
            n_prompt_tokens=made.usage.prompt_tokens if made.usage else 0,
            engine=ENGINE,
            model=made.model or self._model.name,
            revision=self._model.revision,
            prompt_logprobs=_of_prompt(made, request.sampling.prompt_logprobs),
        )

    async def _ask(self, server: "_Server", request: Request) -> ChatCompletion:
        shrink = partial(arguments, request, self._model)
        async with self._preparation.of(shrink, encoded_bytes(request)) as sent:
            return await self._send(server, sent)

    async def _send(self, server: "_Server", sent: dict[str, Any]) -> ChatCompletion:
        where, serving = server.where, self._model.serving
        try:
            async with asyncio.timeout(serving.timeout_s):
                return await server.client.chat.completions.create(**sent)
        except TimeoutError as error:
            detail = f"{where}: no answer in {serving.timeout_s:g} s (inference.timeout_s)"
            raise Reject(Reason.ENGINE_TIMEOUT, detail, retryable=True) from error
        except (openai.BadRequestError, openai.UnprocessableEntityError) as error:
            if TRUST in str(error):
                raise ConfigError(
                    f"{where}: start vllm serve with {TRUST}: it takes neither a video's frame times nor "
                    "limits of pixels other than the model's own without it"
                ) from error
            if remedy := refused_argument(str(error), sent):
                refused = f"{where} takes no such request: {error}. {remedy}."
                raise ConfigError(without_secrets(refused)) from error
            raise Reject(Reason.REQUEST_REFUSED, without_secrets(f"{where}: {error}")) from error
        except openai.APIStatusError as error:
            if error.status_code == 413:  # content too large
                raise Reject(Reason.REQUEST_REFUSED, without_secrets(f"{where}: {error}")) from error
            raise EnvironmentFailure(
                without_secrets(f"{where}: {error}. {_remedy(error)}: what was answered is kept.")
            ) from error
        except openai.APIConnectionError as error:
            raise EnvironmentFailure(
                f"{where} cannot be reached: {error.__cause__ or error}. Start the server, or mend "
                "inference.base_url, then run again to go on: what was answered is kept."
            ) from error


class _Server:
    """One address, and what is under way to it."""

    def __init__(self, url: str, model: Model):
        key = os.environ.get(model.serving.api_key_env, "none")
        headers: dict[str, str] = json.loads(model.serving.headers)
        for secret in (key, *headers.values()):
            keep_secret(secret)  # a server may repeat it in what it answers
        self.where = without_secrets(f"{model.name} at {url}")
        self.n_under_way = 0  # requests sent or waiting for a slot; only the event loop counts
        self.slots = asyncio.Semaphore(model.serving.in_flight)
        self.client = openai.AsyncOpenAI(
            base_url=url,
            api_key=key,
            timeout=openai.Timeout(None, connect=CONNECT_S),
            max_retries=model.serving.retries,
            default_headers=headers,
        )


def _remedy(error: openai.APIStatusError) -> str:
    """Say what to do: the client library has made its tries, and it refuses to wait for too long."""
    wait = error.response.headers.get("retry-after", "")
    if wait.isdigit() and int(wait) > MOST_WAIT_S:
        return f"It asks to wait {wait} s, and {MOST_WAIT_S} s is the most that a run waits: run again then"
    return "Mend it, then run again to go on"


def _answers(
    choices: Sequence[ServerChoice], request: Request, usage: CompletionUsage | None
) -> tuple[Answer, ...]:
    details = usage and usage.completion_tokens_details
    written = _shares(usage.completion_tokens if usage else 0, len(choices))
    thought = _shares((details and details.reasoning_tokens) or 0, len(choices))
    return tuple(map(partial(_answer, request), choices, written, thought))


def _shares(total: int, n: int) -> list[int]:
    """Divide what a server counts of all answers together among them."""
    return [total // n + (number < total % n) for number in range(n)]


def _answer(request: Request, choice: ServerChoice, n_written: int, n_thought: int) -> Answer:
    """Return the answer; its own number of tokens is known by its log-probabilities only."""
    message, logprobs = choice.message, choice.logprobs and choice.logprobs.content
    content = message.content or ""
    written = take_apart(content, thinks=END_OF_THOUGHT in content, may_call=request.tools is not None)
    # `reasoning_content` of older servers is `reasoning` of newer ones: neither is OpenAI's own.
    told = getattr(message, "reasoning_content", None) or getattr(message, "reasoning", None)
    reasoning = told if told is not None else written.reasoning
    return Answer(
        text=written.text,
        finish_reason=choice.finish_reason or "stop",
        n_tokens=len(logprobs) if logprobs else n_written,
        logprobs=None if logprobs is None else tuple(_logprob(one) for one in logprobs),
        reasoning=reasoning,
        n_reasoning_tokens=n_thought or (None if reasoning else 0),
        calls=_calls(message) or written.calls,
    )


def _calls(message: ChatCompletionMessage) -> tuple[ToolCall, ...]:
    return tuple(
        ToolCall(id=call.id, name=call.function.name, arguments=call.function.arguments)
        for call in message.tool_calls or ()
        if call.type == "function"
    )


def _of_prompt(made: ChatCompletion, n_top: int | None) -> tuple[TokenLogprob | None, ...] | None:
    """Return the log-probabilities of the prompt's tokens, as `vllm serve` gives them, else None."""
    told, tokens = (getattr(made, name, None) for name in ("prompt_logprobs", "prompt_token_ids"))
    if n_top is None or not told or not tokens:
        return None
    return tuple(_prompt_token(token, position, n_top) for token, position in zip(tokens, told, strict=True))


def _prompt_token(token: int, position: dict[str, Any] | None, n_top: int) -> TokenLogprob | None:
    if position is None:  # nothing stands before the first
        return None
    ranked = sorted(position.items(), key=lambda item: item[1]["rank"])
    top = tuple((int(other), one["logprob"]) for other, one in ranked if one["rank"] <= n_top)
    return TokenLogprob(token, position[str(token)]["logprob"], top)


def _logprob(one: Any) -> TokenLogprob:
    found = ((_token(other.token), other.logprob) for other in one.top_logprobs)
    top = tuple((token, logprob) for token, logprob in found if logprob > FORBIDDEN)
    return TokenLogprob(_token(one.token), one.logprob, top)


def _token(text: str) -> int:
    """Return the id in `token_id:17`, the form of `vllm serve`; -1 where a server gives the token's text."""
    head, _, number = text.partition(":")
    return int(number) if head == "token_id" and number.isdigit() else -1
