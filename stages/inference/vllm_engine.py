"""vLLM in this process: its asynchronous engine, which batches whatever is asked at a time."""

import asyncio
import json
import math
import signal
import threading
from collections.abc import Mapping
from concurrent.futures import Future
from functools import partial
from multiprocessing import resource_tracker
from typing import Any

import vllm
from transformers import AutoTokenizer
from vllm.config import StructuredOutputsConfig
from vllm.engine.arg_utils import AsyncEngineArgs
from vllm.exceptions import VLLMClientError
from vllm.lora.request import LoRARequest
from vllm.outputs import CompletionOutput, RequestOutput
from vllm.sampling_params import RequestOutputKind, SamplingParams, StructuredOutputsParams
from vllm.v1.engine.async_llm import AsyncLLM
from vllm.v1.engine.exceptions import EngineDeadError, EngineGenerateError

from vlcorpus.schemas.errors import EnvironmentFailure, Reject
from vlcorpus.schemas.reasons import Reason
from vlcorpus.schemas.sampling import Sampling
from vlcorpus.stages.inference.answer_text import END_OF_THOUGHT, count_reasoning, take_apart
from vlcorpus.stages.inference.chat import (
    chat_prompt,
    opens_reasoning,
    token_of,
)
from vlcorpus.stages.inference.decode_media import media_bytes
from vlcorpus.stages.inference.event_loop import EventLoop
from vlcorpus.stages.inference.model import Model
from vlcorpus.stages.inference.preparation import Preparation
from vlcorpus.stages.inference.request import (
    Answer,
    Choice,
    Constraint,
    Grammar,
    JsonSchema,
    Regex,
    Reply,
    Request,
    StructuralTag,
    TokenLogprob,
    user,
)
from vlcorpus.stages.inference.vllm_renderer import VllmRenderer

MAX_RESTARTS = 8  # restarts of an engine in the life of its worker; after more, the machine is at fault
MAX_DEATHS = 2  # deaths that a request may see among others; then it is asked alone, to tell who kills
REASONING = "qwen3"  # vLLM's parser of `<think>` marks: what a grammar and a budget of reasoning go by
VALUE_BYTES = (
    2  # vLLM keeps Qwen3-VL's pixels in bytes, once here and once in its engine, which normalizes them
)


class VllmEngine:
    """An engine that dies is started again, and what it was asked is asked again.

    A request that was there each time is asked alone at last; if it kills again, it is rejected.
    """

    def __init__(self, model: Model):
        self._model = model
        self._loop = EventLoop("vllm")
        self._preparation = Preparation(model.serving.preparers, model.serving.prepared_gib)
        self._renderer = VllmRenderer()
        self._starting = asyncio.Lock()
        self._alone = asyncio.Lock()
        self._n_asked = self._n_starts = 0
        self._counting = threading.Lock()
        self._llm: AsyncLLM | None = None
        self._adapters: dict[str, int] = {}
        try:
            self._tokenizer = AutoTokenizer.from_pretrained(model.name, revision=model.revision)
            self._end_of_thought = token_of(self._tokenizer, END_OF_THOUGHT)
            self._parses_reasoning = self._end_of_thought is not None
            self._llm = self._loop.run(self._start())
            self._loop.run(self._generate(_warm_up(), 0))
        except Exception as error:
            self.close()
            raise self._unserved(error) from error

    def submit(self, request: Request) -> "Future[Reply]":
        with self._counting:
            self._n_asked += 1
            number = self._n_asked
        return self._loop.submit(self._answer(request, number))

    def close(self) -> None:
        if self._llm is not None:
            self._llm.shutdown()
        self._loop.close()
        self._preparation.close()
        self._llm = None  # now: at the interpreter's end its destructor fails, loudly

    async def _start(self) -> AsyncLLM:
        self._n_starts += 1
        if self._n_starts > MAX_RESTARTS + 1:
            raise EnvironmentFailure(
                f"vLLM died {MAX_RESTARTS} times while it served {self._model.name}: see its log above. "
                "What was committed stays; run again to go on."
            )
        # vLLM's processes inherit it: a terminal's Ctrl-C is ours to handle, and no death to restart after.
        resource_tracker.ensure_running()  # else it starts with them, and unblocks the signal
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        return AsyncLLM.from_engine_args(AsyncEngineArgs(**self._arguments()))

    def _arguments(self) -> dict[str, Any]:
        """Return what vLLM is started with: with a parser of reasoning where the tokenizer has its marks."""
        parser = {"reasoning_parser": REASONING} if self._parses_reasoning else {}
        values = parser | _values(self._model)
        structured = values["structured_outputs_config"]
        if isinstance(structured, dict):  # vLLM adds the parser to it, and does not make it of a dict before
            values["structured_outputs_config"] = StructuredOutputsConfig(**structured)
        return values

    def _unserved(self, error: Exception) -> EnvironmentFailure:
        """Return what ends the run: no row is at fault when there is no engine."""
        if isinstance(error, EnvironmentFailure):
            return error
        return EnvironmentFailure(
            f"vLLM cannot serve {self._model.name}: {type(error).__name__}: {error}. "
            "What was committed stays; run again to go on."
        )

    async def _healthy(self) -> AsyncLLM:
        """Return the engine, started again if it died.

        Raises EnvironmentFailure where it does not start, and where `close` has let go of it.
        """
        async with self._starting:
            if self._llm is None:
                raise EnvironmentFailure(f"vLLM serves {self._model.name} no more: it was closed")
            if self._llm.errored:
                self._llm.shutdown()
                try:
                    self._llm = await self._start()
                except Exception as error:
                    raise self._unserved(error) from error
            return self._llm

    async def _answer(self, request: Request, number: int) -> Reply:
        for attempt in range(MAX_DEATHS):
            try:
                return await self._generate(request, number, attempt)
            except EngineDeadError:
                continue
        async with self._alone:
            try:
                return await self._generate(request, number, MAX_DEATHS)
            except EngineDeadError as error:
                raise Reject(
                    Reason.ENGINE_DIED, f"vLLM died {MAX_DEATHS + 1} times while it worked on this"
                ) from error

    async def _generate(self, request: Request, number: int, attempt: int = 0) -> Reply:
        llm = await self._healthy()
        text = chat_prompt(self._tokenizer.apply_chat_template, request)
        thinks = opens_reasoning(text, request, self._end_of_thought)
        pixels = request.pixels or self._model.pixels
        render = partial(self._renderer.render, llm, request, text, pixels)
        async with self._preparation.of(render, media_bytes(request, pixels, VALUE_BYTES)) as prompt:
            final = await self._said(llm, prompt, request, f"{number}-{attempt}", thinks)
        return Reply(
            answers=tuple(self._read(output, request, thinks) for output in final.outputs),
            n_prompt_tokens=len(final.prompt_token_ids or ()),
            engine=f"vllm-{vllm.__version__}",
            model=self._model.name,
            revision=self._model.revision,
            prompt_logprobs=_of_prompt(final, request.sampling.prompt_logprobs),
        )

    async def _said(
        self, llm: AsyncLLM, prompt: Any, request: Request, name: str, thinks: bool
    ) -> RequestOutput:
        """Return what vLLM gives: one output comes, with all answers, because FINAL_ONLY is asked for."""
        try:
            if "type" not in prompt:
                (prompt,) = await llm.renderer.render_cmpl_async([prompt])
            said = llm.generate(
                prompt,
                _parameters(request.sampling, request.constraint),
                name,
                lora_request=self._lora(request.manner.lora),
                priority=request.manner.priority,
                # A constraint holds behind the reasoning that the prompt opens, else from the first token on.
                reasoning_ended=not thinks if request.constraint and self._parses_reasoning else None,
            )
            (final,) = [out async for out in said]
        except (VLLMClientError, ValueError) as error:
            raise Reject(Reason.REQUEST_REFUSED, str(error)) from error
        except EngineGenerateError as error:
            cause = error.__cause__ or error
            raise Reject(Reason.REQUEST_REFUSED, f"{type(cause).__name__}: {cause}") from error
        return final

    def _lora(self, adapter: str | None) -> LoRARequest | None:
        """Return what names an adapter to vLLM: each has a number of its own."""
        if adapter is None:
            return None
        number = self._adapters.setdefault(adapter, len(self._adapters) + 1)
        return LoRARequest(adapter, number, adapter)

    def _read(self, output: CompletionOutput, request: Request, thinks: bool) -> Answer:
        written = take_apart(output.text, thinks=thinks, may_call=request.tools is not None)
        return Answer(
            text=written.text,
            finish_reason=output.finish_reason or "stop",
            n_tokens=len(output.token_ids),
            logprobs=_logprobs(output, request.sampling.logprobs),
            reasoning=written.reasoning,
            n_reasoning_tokens=count_reasoning(written, output.token_ids, self._end_of_thought),
            calls=written.calls,
        )


def _values(model: Model) -> dict:
    """Return what vLLM is started with. Of a part of a GPU it takes that part of the memory."""
    gpus = model.serving.gpus
    memory = {"gpu_memory_utilization": gpus * AsyncEngineArgs.gpu_memory_utilization} if 0 < gpus < 1 else {}
    return {
        "model": model.name,
        "revision": model.revision,
        "dtype": model.dtype,
        "quantization": model.quantization,
        "max_model_len": model.context,
        "tensor_parallel_size": max(1, int(gpus)),
        "enable_prefix_caching": True,
        "mm_processor_cache_gb": 0,  # else vLLM prepares one image at a time: see vllm_renderer.py
        "enable_log_requests": False,
        # Else a weak model fills its answer with white space. (Set per request, xgrammar ignores it.)
        "structured_outputs_config": {"backend": "xgrammar", "disable_any_whitespace": True},
        **memory,
        **({"enable_lora": True} if model.lora else {}),
        **json.loads(model.serving.options),
    }


def _parameters(sampling: Sampling, constraint: Constraint | None) -> SamplingParams:
    return SamplingParams(
        n=sampling.n,
        max_tokens=sampling.max_tokens,
        temperature=sampling.temperature,
        top_p=sampling.top_p,
        top_k=sampling.top_k,
        repetition_penalty=sampling.repetition_penalty,
        presence_penalty=sampling.presence_penalty,
        frequency_penalty=sampling.frequency_penalty,
        min_p=sampling.min_p,
        stop_token_ids=list(sampling.stop_token_ids),
        min_tokens=sampling.min_tokens,
        prompt_logprobs=sampling.prompt_logprobs,
        thinking_token_budget=sampling.thinking_token_budget,
        logprobs=sampling.logprobs,
        stop=list(sampling.stop),
        seed=sampling.seed,
        structured_outputs=_structured(constraint),
        output_kind=RequestOutputKind.FINAL_ONLY,
    )


def _structured(constraint: Constraint | None) -> StructuredOutputsParams | None:
    match constraint:
        case None:
            return None
        case JsonSchema(schema):
            return StructuredOutputsParams(json=schema)
        case Choice(options):
            return StructuredOutputsParams(choice=list(options))
        case Regex(pattern):
            return StructuredOutputsParams(regex=pattern)
        case Grammar(ebnf):
            return StructuredOutputsParams(grammar=ebnf)
        case StructuralTag(tag):
            return StructuredOutputsParams(structural_tag=tag)


def _logprobs(output: Any, n_top: int | None) -> tuple[TokenLogprob, ...] | None:
    if n_top is None or output.logprobs is None:
        return None
    placed = zip(output.token_ids, output.logprobs, strict=True)
    return tuple(_logprob(token, position, n_top) for token, position in placed)


def _of_prompt(final: RequestOutput, n_top: int | None) -> tuple[TokenLogprob | None, ...] | None:
    """Return the log-probabilities of the prompt's tokens; of the first there is none."""
    if n_top is None or final.prompt_logprobs is None:
        return None
    placed = zip(final.prompt_token_ids or (), final.prompt_logprobs, strict=True)
    return tuple(position and _logprob(token, position, n_top) for token, position in placed)


def _logprob(token: int, position: Mapping[int, Any], n_top: int) -> TokenLogprob:
    ranked = sorted(position.items(), key=lambda item: item[1].rank)
    # What a grammar excludes has a log-probability of -inf, and is no alternative.
    top = tuple((other, lp.logprob) for other, lp in ranked if lp.rank <= n_top and lp.logprob > -math.inf)
    return TokenLogprob(token, position[token].logprob, top)


def _warm_up() -> Request:
    return Request(turns=(user("."),), sampling=Sampling(max_tokens=1))
