"""A request as a chat completion: what is sent to a server that speaks OpenAI's API.

Images go in data URIs, no larger than the role sees them. A video goes as its frames with their times, in the
form of `vllm serve`; structured output other than JSON and sampling beyond OpenAI's own are `vllm serve`'s
too. A server that takes OpenAI's arguments only says so, and `refused_argument` says what to set.
"""

import json
import re
from typing import Any

from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.reasons import Reason
from vlcorpus.schemas.sampling import Sampling
from vlcorpus.stages.inference.chat import data_uri, pixel_limits
from vlcorpus.stages.inference.fit_image import fit_image
from vlcorpus.stages.inference.model import SHIPPED, Model
from vlcorpus.stages.inference.request import (
    Choice,
    Constraint,
    Grammar,
    ImageInput,
    JsonSchema,
    Part,
    Pixels,
    Regex,
    Request,
    StructuralTag,
    Turn,
    VideoInput,
)

_BARE = Sampling()
_COPIES = 3  # of four thirds of its bytes are two in hand
# What is sampled in ways that `vllm serve` knows by these names, and is sent where it is asked for.
_BEYOND_OPENAI = (
    "top_k",
    "min_p",
    "repetition_penalty",
    "stop_token_ids",
    "min_tokens",
    "prompt_logprobs",
    "thinking_token_budget",
)
_REFUSAL = re.compile(
    r"un(?:recogni[sz]ed|known|supported|expected)|not (?:supported|permitted|allowed|recogni[sz]ed)"
    r"|extra(?:_forbidden| inputs| fields)|does not (?:support|take|allow)|cannot find field",
    re.IGNORECASE,
)
# What a setting does about an argument that a server does not know: with it, it is not sent.
_NEUTRAL = {
    "top_k": "0",
    "min_p": "0",
    "repetition_penalty": "1",
    "presence_penalty": "0",
    "frequency_penalty": "0",
}
_NEUTRAL |= {
    "min_tokens": "0",
    "stop_token_ids": "[]",
    "thinking_token_budget": "null",
    "top_logprobs": "null",
}
_REMEDIES = {
    "mm_processor_kwargs": "Set the role's min_pixels, and the limits of its videos, to those of the model "
    "(inference.registry): then they are not sent",
    "chat_template_kwargs": "Leave them out of the role: inference.chat_template",
    "prompt_logprobs": "Set inference.sampling.prompt_logprobs=null",
    "priority": "Set inference.priority=0",
}


def refused_argument(message: str, sent: dict[str, Any]) -> str | None:
    """Return what to do where a server refuses an argument by its name, whatever the row; else None."""
    if not _REFUSAL.search(message):
        return None
    for name in (*sent.get("extra_body", {}), *sent):
        if name not in ("messages", "model") and re.search(rf"\b{name}\b", message):
            if name in _NEUTRAL:
                key = "logprobs" if name == "top_logprobs" else name
                return f"Leave {name} out: --set inference.sampling.{key}={_NEUTRAL[name]}"
            return _REMEDIES.get(name, f"Ask a server that takes {name}, such as `vllm serve`")
    return None


def arguments(request: Request, model: Model) -> dict[str, Any]:
    """Return what the client's `chat.completions.create` takes; `extra_body` holds what is not OpenAI's own.

    Raises Reject: request_refused.
    """
    sampling = request.sampling
    extra: dict[str, Any] = {}
    for name in _BEYOND_OPENAI:
        if (value := getattr(sampling, name)) != getattr(_BARE, name):
            extra[name] = list(value) if isinstance(value, tuple) else value
    if sampling.prompt_logprobs is not None:
        extra["return_token_ids"] = True  # which of the alternatives the prompt has
    if request.manner.chat_template != "{}":
        extra["chat_template_kwargs"] = json.loads(request.manner.chat_template)
    if request.manner.priority:
        extra["priority"] = request.manner.priority
    extra |= _limits(request, model) | _video_times(request) | _structured(request.constraint)
    arguments = {
        "model": request.manner.lora or model.name,
        "messages": [_message(turn, _pixels(request, model)) for turn in request.turns],
        "max_tokens": sampling.max_tokens,
        "temperature": sampling.temperature,
        "top_p": sampling.top_p,
        "presence_penalty": sampling.presence_penalty or None,
        "frequency_penalty": sampling.frequency_penalty or None,
        "n": sampling.n,
        "stop": list(sampling.stop) or None,
        "seed": sampling.seed,
        "extra_body": extra | json.loads(request.manner.extra_body),
    }
    if sampling.logprobs is not None:
        extra["return_tokens_as_token_ids"] = True
        arguments |= {"logprobs": True, "top_logprobs": sampling.logprobs}
    if request.tools:
        arguments["tools"] = json.loads(request.tools)
    if isinstance(request.constraint, JsonSchema):
        arguments["response_format"] = _response_format(request.constraint)
    return {name: value for name, value in arguments.items() if value is not None}


def encoded_bytes(request: Request) -> int:
    """Return about how many bytes the media of a request take while they travel: in base64, and as a body."""
    images = sum(len(image.bytes) for image in request.images())
    return _COPIES * (images + sum(len(frame) for video in request.videos() for frame in video.frames))


def _message(turn: Turn, pixels: Pixels) -> dict:
    message: dict[str, Any] = {"role": turn.role, "content": [_part(part, pixels) for part in turn.parts]}
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


def _part(part: Part, pixels: Pixels) -> dict:
    if isinstance(part, str):
        return {"type": "text", "text": part}
    if isinstance(part, ImageInput):
        return {"type": "image_url", "image_url": {"url": data_uri(fit_image(part.bytes, pixels.image_max))}}
    frames = ",".join(data_uri(frame).partition(",")[2] for frame in part.frames)
    return {"type": "video_url", "video_url": {"url": f"data:video/jpeg;base64,{frames}"}}


def _pixels(request: Request, model: Model) -> Pixels:
    return request.pixels or model.pixels


def _limits(request: Request, model: Model) -> dict:
    """Return the limits of media that a server must know: that of large images we keep ourselves."""
    pixels = _pixels(request, model)
    is_small = pixels.image_min == SHIPPED.image_min and pixels.image_max <= SHIPPED.image_max
    as_shipped = (pixels.video_min, pixels.video_max) == (SHIPPED.video_min, SHIPPED.video_max)
    if (is_small or not request.images()) and (as_shipped or not request.videos()):
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
        case Regex(pattern):
            return {"structured_outputs": {"regex": pattern}}
        case Grammar(ebnf):
            return {"structured_outputs": {"grammar": ebnf}}
        case StructuralTag(tag):
            return {"structured_outputs": {"structural_tag": tag}}


def _response_format(constraint: JsonSchema) -> dict:
    schema = {"name": "answer", "schema": json.loads(constraint.schema), "strict": True}
    return {"type": "json_schema", "json_schema": schema}
