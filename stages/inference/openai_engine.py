"""Any server that speaks OpenAI's chat completions: `vllm serve`, SGLang, Ollama, a cloud.

Images go as they are, in data URIs. A video goes as its frames with their times, in the form of `vllm serve`;
structured output and sampling beyond OpenAI's own are `vllm serve`'s too, other servers may not know them.
Start it with `--structured-outputs-config '{"backend": "xgrammar", "disable_any_whitespace": true}'`, else a
weak model fills its JSON with white space, and with `--trust-request-mm-kwargs`, where it gets videos or
limits of pixels other than the model's own.
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
from openai.types.chat import ChatCompletionMessage
from openai.types.chat.chat_completion import Choice as ServerChoice

from vlcorpus.schemas.errors import ConfigError, EnvironmentFailure, Reject
from vlcorpus.schemas.reasons import Reason
from vlcorpus.schemas.sample import ToolCall
from vlcorpus.stages.inference.answer_text import END_OF_THOUGHT, take_apart
from vlcorpus.stages.inference.chat import data_uri, pixel_limits
from vlcorpus.stages.inference.event_loop import EventLoop
from vlcorpus.stages.inference.model import SHIPPED, Model
from vlcorpus.stages.inference.request import (
    Answer,
    Choice,
    Constraint,
    ImageInput,
    JsonSchema,
    Part,
    Reply,
    Request,
    TokenLogprob,
    Turn,
    VideoInput,
)

ENGINE = f"openai-{version('openai')}"
FORBIDDEN = -9999.0  # vLLM's log-probability of what a grammar excludes: JSON has no infinity
CONNECT_S = 10.0  # ours: a host that is up answers in milliseconds, a busy one after a repeated SYN or two
MOST_WAIT_S = 120  # longest pause that `Retry-After` may ask for: the client library's own limit
TRUST = "--trust-request-mm-kwargs"  # named in the refusal of a vLLM that was started without it


class OpenAiEngine:
    """Retries with growing pauses what a server cannot serve now, or as its `Retry-After` says.

    All tries and pauses of a request have one deadline. Raises ConfigError without a URL or a model's name.
    """

    def __init__(self, model: Model):
        if not (model.serving.base_url and model.name):
            raise ConfigError(
                "engine openai: --set inference.base_url=http://host:8000/v1 and --model NAME say whom to ask"
            )
        self._model = model
        self._loop = EventLoop("openai")
        self._slots = asyncio.Semaphore(model.serving.in_flight)
        self._client = openai.AsyncOpenAI(
            base_url=model.serving.base_url,
            api_key=os.environ.get(model.serving.api_key_env, "none"),
            timeout=openai.Timeout(None, connect=CONNECT_S),
            max_retries=model.serving.retries,
        )

    def submit(self, request: Request) -> "Future[Reply]":
        return self._loop.submit(self._answer(request))

    def close(self) -> None:
        self._loop.run(self._client.close())
        self._loop.close()

    async def _answer(self, request: Request) -> Reply:
        where = f"{self._model.name} at {self._model.serving.base_url}"
        async with self._slots:
            try:
                async with asyncio.timeout(self._model.serving.timeout_s):
                    made = await self._client.chat.completions.create(**_arguments(request, self._model))
            except TimeoutError as error:
                detail = f"{where}: no answer in {self._model.serving.timeout_s:g} s (inference.timeout_s)"
                raise Reject(Reason.ENGINE_TIMEOUT, detail, retryable=True) from error
            except (openai.BadRequestError, openai.UnprocessableEntityError) as error:
                if TRUST in str(error):
                    raise ConfigError(
                        f"{where}: start vllm serve with {TRUST}: it takes neither a video's frame times nor "
                        "limits of pixels other than the model's own without it"
                    ) from error
                raise Reject(Reason.REQUEST_REFUSED, f"{where}: {error}") from error
            except openai.APIStatusError as error:
                if error.status_code == 413:  # content too large
                    raise Reject(Reason.REQUEST_REFUSED, f"{where}: {error}") from error
                raise EnvironmentFailure(
                    f"{where}: {error}. {_remedy(error)}: what was answered is kept."
                ) from error
            except openai.APIConnectionError as error:
                raise EnvironmentFailure(
                    f"{where} cannot be reached: {error.__cause__ or error}. Start the server, or mend "
                    "inference.base_url, then run again to go on: what was answered is kept."
                ) from error
        if not made.choices:
            raise EnvironmentFailure(f"{where}: this is no chat completion. Is inference.base_url right?")
        return Reply(
            answers=_answers(made.choices, request, made.usage),
            n_prompt_tokens=made.usage.prompt_tokens if made.usage else 0,
            engine=ENGINE,
            model=made.model or self._model.name,
            revision=self._model.revision,
        )


def _remedy(error: openai.APIStatusError) -> str:
    """Say what to do: the client library has made its tries, and it refuses to wait for too long."""
    wait = error.response.headers.get("retry-after", "")
    if wait.isdigit() and int(wait) > MOST_WAIT_S:
        return f"It asks to wait {wait} s, and {MOST_WAIT_S} s is the most that a run waits: run again then"
    return "Mend it, then run again to go on"


def _arguments(request: Request, model: Model) -> dict[str, Any]:
    sampling = request.sampling
    extra: dict[str, Any] = {}
    if sampling.top_k:
        extra["top_k"] = sampling.top_k
    if sampling.repetition_penalty != 1:
        extra["repetition_penalty"] = sampling.repetition_penalty
    extra |= _pixels(request, model) | _video_times(request) | _structured(request.constraint)
    arguments = {
        "model": model.name,
        "messages": [_message(turn) for turn in request.turns],
        "max_tokens": sampling.max_tokens,
        "temperature": sampling.temperature,
        "top_p": sampling.top_p,
        "presence_penalty": sampling.presence_penalty,
        "n": sampling.n,
        "stop": list(sampling.stop) or None,
        "seed": sampling.seed,
        "extra_body": extra,
    }
    if sampling.logprobs is not None:
        extra["return_tokens_as_token_ids"] = True
        arguments |= {"logprobs": True, "top_logprobs": sampling.logprobs}
    if request.tools:
        arguments["tools"] = json.loads(request.tools)
    if isinstance(request.constraint, JsonSchema):
        arguments["response_format"] = _response_format(request.constraint)
    return {name: value for name, value in arguments.items() if value is not None}


def _message(turn: Turn) -> dict:
    message: dict[str, Any] = {"role": turn.role, "content": [_part(part) for part in turn.parts]}
    if turn.reasoning is not None:
        message["reasoning_content"] = turn.reasoning
    if turn.calls:
        message["tool_calls"] = [
            {"id": call.id, "type": "function", "function": {"name": call.name, "arguments": call.arguments}}
            for call in turn.calls
        ]
    if turn.answers_call is not None:
        message["tool_call_id"] = turn.answers_call
    return message


def _part(part: Part) -> dict:
    if isinstance(part, str):
        return {"type": "text", "text": part}
    if isinstance(part, ImageInput):
        return {"type": "image_url", "image_url": {"url": data_uri(part)}}
    frames = ",".join(data_uri(frame).partition(",")[2] for frame in part.frames)
    return {"type": "video_url", "video_url": {"url": f"data:video/jpeg;base64,{frames}"}}


def _pixels(request: Request, model: Model) -> dict:
    """Return the limits of media where they are not as shipped: most servers take none."""
    pixels = request.pixels or model.pixels
    if pixels == SHIPPED or not (request.images() or request.videos()):
        return {}
    return {"mm_processor_kwargs": pixel_limits(pixels)}


def _video_times(request: Request) -> dict:
    """Return the times of a video's frames. Raises Reject: a request can name those of one video only."""
    videos: list[VideoInput] = request.videos()
    if not videos:
        return {}
    if len(videos) > 1:
        raise Reject(Reason.REQUEST_REFUSED, "a server takes the frame times of one video per request")
    (video,) = videos
    times = {
        "num_frames": -1,
        "fps": video.fps,
        "frames_indices": list(video.indices),
        "total_num_frames": video.n_source_frames,
        "do_sample_frames": False,
    }
    return {"media_io_kwargs": {"video": times}}


def _structured(constraint: Constraint | None) -> dict:
    match constraint:
        case None | JsonSchema():
            return {}
        case Choice(options):
            return {"structured_outputs": {"choice": list(options)}}
    return {"structured_outputs": {"regex": constraint.pattern}}


def _response_format(constraint: JsonSchema) -> dict:
    schema = {"name": "answer", "schema": json.loads(constraint.schema), "strict": True}
    return {"type": "json_schema", "json_schema": schema}


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


def _logprob(one: Any) -> TokenLogprob:
    found = ((_token(other.token), other.logprob) for other in one.top_logprobs)
    top = tuple((token, logprob) for token, logprob in found if logprob > FORBIDDEN)
    return TokenLogprob(_token(one.token), one.logprob, top)


def _token(text: str) -> int:
    """Return the id in `token_id:17`, the form of `vllm serve`; -1 where a server gives the token's text."""
    head, _, number = text.partition(":")
    return int(number) if head == "token_id" and number.isdigit() else -1
