"""Qwen3-VL in this process through Transformers: one GPU, or a patient CPU.

Threads prepare requests (decoding, resizing, tokens); one more generates. It takes what waits, sorts it by
length so that little of a batch is padding, and lets every row of a batch sample in its own way.
"""

import asyncio
import json
import queue
import threading
from concurrent.futures import Future
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import torch
import transformers
from transformers import AutoModelForImageTextToText, AutoProcessor, StoppingCriteria

from vlcorpus.schemas.errors import ConfigError, EnvironmentFailure, Reject
from vlcorpus.schemas.reasons import Reason
from vlcorpus.stages.inference.answer_text import END_OF_THOUGHT, count_reasoning, take_apart
from vlcorpus.stages.inference.chat import (
    chat_prompt,
    opens_reasoning,
    pixel_limits,
    token_of,
    video_metadata,
)
from vlcorpus.stages.inference.decode_media import decode_image, decode_video, media_bytes
from vlcorpus.stages.inference.event_loop import EventLoop
from vlcorpus.stages.inference.model import Model
from vlcorpus.stages.inference.preparation import Preparation
from vlcorpus.stages.inference.request import Answer, Reply, Request
from vlcorpus.stages.inference.row_sampler import Grammars, RowSampler, Samplers

# ours: answers generated together. Where memory is short: --set inference.options='{"batch_size": 4}'
BATCH = 16
VALUE_BYTES = 4  # the processor makes float32
_PER_TOKEN = ("input_ids", "attention_mask", "mm_token_type_ids")  # what is padded; the rest is joined


@dataclass
class _Prepared:
    """A request as tensors, and whoever waits for its reply."""

    request: Request
    inputs: dict[str, torch.Tensor]
    thinks: bool  # the prompt opens the reasoning
    reply: "Future[Reply]" = field(default_factory=Future)  # may be cancelled at any time

    @property
    def n_tokens(self) -> int:
        return self.inputs["input_ids"].shape[1]


class TransformersEngine:
    """Raises EnvironmentFailure where the weights cannot be loaded."""

    def __init__(self, model: Model):
        options = json.loads(model.serving.options)
        self._batch = int(options.pop("batch_size", BATCH))
        device = options.pop("device", "cuda" if torch.cuda.is_available() else "cpu")
        dtype = ("bfloat16" if device == "cuda" else "float32") if model.dtype == "auto" else model.dtype
        try:
            weights = AutoModelForImageTextToText.from_pretrained(
                model.name, revision=model.revision, dtype=getattr(torch, dtype), **options
            )
            self._weights = weights.to(device).eval()
            self._processor = AutoProcessor.from_pretrained(model.name, revision=model.revision)
        except (OSError, ValueError, RuntimeError, ImportError) as error:
            raise EnvironmentFailure(f"Transformers cannot load {model.name}: {error}") from error
        self._model, self._device = model, device
        self._end = _end_tokens(self._weights.generation_config)
        self._end_of_thought = token_of(self._processor.tokenizer, END_OF_THOUGHT)
        self._grammars = Grammars(self._processor.tokenizer, self._weights.config.text_config.vocab_size)
        self._waiting: queue.Queue[_Prepared | None] = queue.Queue()
        self._loop = EventLoop("transformers")
        self._preparation = Preparation(model.serving.preparers, model.serving.prepared_gib)
        self._thread = threading.Thread(target=self._work, name="generate", daemon=True)
        self._thread.start()

    def submit(self, request: Request) -> "Future[Reply]":
        return self._loop.submit(self._reply(request))

    def close(self) -> None:
        self._loop.close()  # nobody waits any longer: what is generated ends
        self._preparation.close()
        self._waiting.put(None)
        self._thread.join()

    async def _reply(self, request: Request) -> Reply:
        _require_known(request)
        pixels = request.pixels or self._model.pixels
        n_bytes = media_bytes(request, pixels, VALUE_BYTES)
        async with self._preparation.of(partial(self._prepare, request), n_bytes) as prepared:
            self._waiting.put(prepared)
            return await asyncio.wrap_future(prepared.reply)

    def _prepare(self, request: Request) -> _Prepared:
        prompt = chat_prompt(self._processor.apply_chat_template, request)
        thinks = opens_reasoning(prompt, request, self._end_of_thought)
        return _Prepared(request, self._inputs(request, prompt), thinks)

    def _inputs(self, request: Request, text: str) -> dict[str, torch.Tensor]:
        """Return what the model takes. Raises Reject: image_broken, request_refused."""
        media: dict[str, Any] = {}
        pixels = request.pixels or self._model.pixels
        if images := request.images():
            media["images"] = [decode_image(image.bytes, pixels) for image in images]
        if videos := request.videos():
            media["videos"] = [decode_video(video, pixels) for video in videos]
            media["video_metadata"] = [video_metadata(video) for video in videos]
        limits = pixel_limits(pixels)
        limits["videos_kwargs"]["do_sample_frames"] = False
        try:
            inputs = self._processor(text=[text], return_tensors="pt", **media, **limits)
        except ValueError as error:  # an aspect ratio beyond 200, for one
            raise Reject(Reason.REQUEST_REFUSED, str(error)) from error
        n_tokens = inputs["input_ids"].shape[1] + request.sampling.max_tokens
        if n_tokens > self._model.context:
            raise Reject(
                Reason.REQUEST_REFUSED,
                f"{n_tokens} tokens with the answer's, the context is {self._model.context}",
            )
        return {name: value for name, value in inputs.items() if isinstance(value, torch.Tensor)}

    def _work(self) -> None:
        while (first := self._waiting.get()) is not None:
            found = [first]
            while not self._waiting.empty():
                if (more := self._waiting.get()) is None:
                    self._waiting.put(None)  # close() waits for what is under way
                    break
                found.append(more)
            found.sort(key=lambda one: one.n_tokens)
            for start in range(0, len(found), self._batch):
                self._reply_to(found[start : start + self._batch])

    def _reply_to(self, batch: list[_Prepared]) -> None:
        """Generate; where that fails, in halves, so that one request costs no other its reply."""
        batch = [one for one in batch if not one.reply.cancelled()]
        if not batch:
            return
        try:
            with torch.inference_mode():
                replies = self._generate(batch)
        except Exception as error:  # carried to who asked
            short = isinstance(error, torch.OutOfMemoryError)
            if short:
                torch.cuda.empty_cache()
            if len(batch) > 1:
                self._reply_to(batch[: len(batch) // 2])
                self._reply_to(batch[len(batch) // 2 :])
            elif short:
                refused = Reject(Reason.REQUEST_REFUSED, f"{batch[0].n_tokens} tokens: {error}")
                _fail(batch[0].reply, refused)
            else:
                _fail(batch[0].reply, error)
        else:
            for one, reply in zip(batch, replies, strict=True):
                if one.reply.set_running_or_notify_cancel():
                    one.reply.set_result(reply)

    def _generate(self, batch: list[_Prepared]) -> list[Reply]:
        rows = [one for one in batch for _ in range(one.request.sampling.n)]
        samplers = Samplers(
            [
                RowSampler(
                    one.request,
                    number,
                    one.n_tokens,
                    self._grammars,
                    self._end,
                    self._end_of_thought if one.thinks else None,
                )
                for one in batch
                for number in range(one.request.sampling.n)
            ]
        )
        inputs = _collate(rows, self._processor.tokenizer.pad_token_id)
        self._weights.generate(
            **{name: value.to(self._device) for name, value in inputs.items()},
            max_new_tokens=max(one.request.sampling.max_tokens for one in batch),
            do_sample=False,  # the samplers draw: each row with its own seed, whatever is in the batch
            logits_processor=[samplers],
            stopping_criteria=[_Ended(samplers, self._processor.tokenizer, batch)],
        )
        answers = iter(samplers.rows)
        return [
            Reply(
                answers=tuple(self._answer(one, next(answers)) for _ in range(one.request.sampling.n)),
                n_prompt_tokens=one.n_tokens,
                engine=f"transformers-{transformers.__version__}",
                model=self._model.name,
                revision=self._model.revision,
            )
            for one in batch
        ]

    def _answer(self, asked: _Prepared, row: RowSampler) -> Answer:
        text = row.cut(self._processor.tokenizer.decode(row.tokens, skip_special_tokens=True))
        written = take_apart(text, thinks=asked.thinks, may_call=asked.request.tools is not None)
        return Answer(
            text=written.text,
            finish_reason="stop" if row.stopped else "length",
            n_tokens=len(row.tokens),
            logprobs=None if row.logprobs is None else tuple(row.logprobs),
            reasoning=written.reasoning,
            n_reasoning_tokens=count_reasoning(written, row.tokens, self._end_of_thought),
            calls=written.calls,
        )


class _Ended(StoppingCriteria):  # type: ignore[misc]  # Transformers is not there where we lint
    """Ends each row by its own end token, stop strings and length; all where nobody waits any longer."""

    def __init__(self, samplers: Samplers, tokenizer: Any, batch: list[_Prepared]):
        self._samplers, self._tokenizer, self._batch = samplers, tokenizer, batch

    def __call__(self, input_ids: torch.Tensor, scores: torch.Tensor, **_: Any) -> torch.Tensor:
        nobody = all(one.reply.cancelled() for one in self._batch)
        ended = [nobody or row.has_ended(self._tokenizer) for row in self._samplers.rows]
        return torch.tensor(ended, device=input_ids.device)


def _require_known(request: Request) -> None:
    """Raise ConfigError for what only vLLM does."""
    asked = {
        "a LoRA adapter": request.manner.lora,
        "log-probabilities of the prompt": request.sampling.prompt_logprobs is not None,
    }
    if unknown := [what for what, is_asked in asked.items() if is_asked]:
        raise ConfigError(f"engine transformers knows no {' and no '.join(unknown)}: take --engine vllm")


def _fail(reply: "Future[Reply]", error: Exception) -> None:
    if reply.set_running_or_notify_cancel():
        reply.set_exception(error)


def _end_tokens(config: Any) -> frozenset[int]:
    ids = config.eos_token_id
    return frozenset(ids if isinstance(ids, list) else [ids])


def _collate(rows: list[_Prepared], pad: int) -> dict[str, torch.Tensor]:
    """Pad on the left what has one value per token, join the rest: pixels, grids."""
    width = max(row.n_tokens for row in rows)
    names = dict.fromkeys(name for row in rows for name in row.inputs)
    joined = {}
    for name in names:
        found = [row.inputs[name] for row in rows if name in row.inputs]
        if name in _PER_TOKEN:
            fill = pad if name == "input_ids" else 0
            found = [torch.nn.functional.pad(v, (width - v.shape[1], 0), value=fill) for v in found]
        joined[name] = torch.cat(found)
    return joined
