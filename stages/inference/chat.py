"""A request as the messages that a Qwen3-VL processor's chat template takes."""

import base64
import json
from collections.abc import Callable, Iterable
from typing import Any

from vlcorpus.stages.inference.answer_text import THINK
from vlcorpus.stages.inference.request import ImageInput, Part, Pixels, Request, Turn, VideoInput

_MIME = {b"\x89PNG": "image/png", b"\xff\xd8\xff": "image/jpeg", b"RIFF": "image/webp", b"GIF8": "image/gif"}


def template_messages(turns: Iterable[Turn]) -> list[dict]:
    """Return the turns with a placeholder for each medium: the template says which tokens it stands for."""
    return [_message(turn) for turn in turns]


def chat_prompt(template: Callable[..., str], request: Request) -> str:
    """Return the text of a model's own template, `apply_chat_template`, up to where the answer begins."""
    more = json.loads(request.manner.chat_template)
    if request.tools:
        more["tools"] = json.loads(request.tools)
    return template(template_messages(request.turns), tokenize=False, add_generation_prompt=True, **more)


def opens_reasoning(prompt: str, request: Request, end_of_thought: int | None) -> bool:
    """Say whether a Thinking model goes on behind the mark that its template ends with.

    A constraint holds behind the end of its reasoning. A tokenizer without a token for that has no such
    place: the constraint holds from the first token on, and leaves no room for reasoning.
    """
    if request.constraint is not None and end_of_thought is None:
        return False
    return prompt.rstrip().endswith(THINK)


def token_of(tokenizer: Any, mark: str) -> int | None:
    """Return the one token of a special mark; None where the tokenizer has none for it."""
    token = tokenizer.get_added_vocab().get(mark)
    return None if token is None else int(token)


def _message(turn: Turn) -> dict:
    message: dict[str, Any] = {"role": turn.role, "content": [_placeholder(part) for part in turn.parts]}
    if turn.reasoning is not None:
        message["reasoning_content"] = turn.reasoning
    if turn.calls:
        message["tool_calls"] = [
            {"type": "function", "function": {"name": call.name, "arguments": json.loads(call.arguments)}}
            for call in turn.calls
        ]
    return message


def _placeholder(part: Part) -> dict:
    if isinstance(part, str):
        return {"type": "text", "text": part}
    return {"type": "video"} if isinstance(part, VideoInput) else {"type": "image"}


def video_metadata(video: VideoInput) -> dict:
    """Return what a processor needs to print the times of frames that were sampled before."""
    return {
        "total_num_frames": video.n_source_frames,
        "fps": video.fps,
        "frames_indices": list(video.indices),
        "duration": video.n_source_frames / video.fps,
    }


def data_uri(image: ImageInput | bytes) -> str:
    content = image.bytes if isinstance(image, ImageInput) else image
    mime = next((mime for head, mime in _MIME.items() if content.startswith(head)), "image/jpeg")
    return f"data:{mime};base64,{base64.b64encode(content).decode()}"


def pixel_limits(pixels: Pixels) -> dict:
    """Return how large images and videos may be, as Qwen's processors take it (per call)."""
    return {
        "images_kwargs": {"size": {"shortest_edge": pixels.image_min, "longest_edge": pixels.image_max}},
        "videos_kwargs": {"size": {"shortest_edge": pixels.video_min, "longest_edge": pixels.video_max}},
    }
