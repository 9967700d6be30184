"""Qwen3-VL's conversation as text: special tokens, the Instruct template, and text that is safe inside it.

There is no default system prompt. Nothing stands between the parts of a turn. Images in system and assistant
turns are not part of the format. Source: docs/formats.md §2, §13, §14.
"""

import json
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from vlcorpus.schemas.sample import Message, Part

SPECIAL_TOKENS = {
    "<|endoftext|>": 151643,
    "<|im_start|>": 151644,
    "<|im_end|>": 151645,
    "<|object_ref_start|>": 151646,
    "<|object_ref_end|>": 151647,
    "<|box_start|>": 151648,
    "<|box_end|>": 151649,
    "<|quad_start|>": 151650,
    "<|quad_end|>": 151651,
    "<|vision_start|>": 151652,
    "<|vision_end|>": 151653,
    "<|vision_pad|>": 151654,
    "<|image_pad|>": 151655,
    "<|video_pad|>": 151656,
    "<tool_call>": 151657,
    "</tool_call>": 151658,
    "<|fim_prefix|>": 151659,
    "<|fim_middle|>": 151660,
    "<|fim_suffix|>": 151661,
    "<|fim_pad|>": 151662,
    "<|repo_name|>": 151663,
    "<|file_sep|>": 151664,
    "<tool_response>": 151665,
    "</tool_response>": 151666,
    "<think>": 151667,
    "</think>": 151668,
}
PLACEHOLDERS = ("<image>", "<video>", "<audio>", "<bbox>", "<ref-object>")  # what trainers replace by media
IMAGE = "<|vision_start|><|image_pad|><|vision_end|>"
VIDEO = "<|vision_start|><|video_pad|><|vision_end|>"
END_OF_TEXT = "<|endoftext|>"

_SPECIAL = re.compile(
    r"<(?=\|\w+\|>|"  # any token of this shape, also those of later models
    + "|".join(
        re.escape(t[1:]) for t in (*SPECIAL_TOKENS, *PLACEHOLDERS, "<tools>", "</tools>") if t[1] != "|"
    )
    + ")"
)
_TOOLS_HEAD = (
    "# Tools\n\nYou may call one or more functions to assist with the user query.\n\n"
    "You are provided with function signatures within <tools></tools> XML tags:\n<tools>\n"
)
_TOOLS_TAIL = (
    "\n</tools>\n\nFor each function call, return a json object with function name and arguments "
    "within <tool_call></tool_call> XML tags:\n<tool_call>\n"
    '{"name": <function-name>, "arguments": <args-json-object>}\n</tool_call>'
)


class RenderedPiece(NamedTuple):
    """A stretch of a rendered conversation, and whether the loss sees it."""

    text: str
    trained: bool


def has_special(text: str) -> bool:
    """Tell whether `text` holds a literal special token or a trainer's placeholder."""
    return _SPECIAL.search(text) is not None


def scrub(text: str) -> str:
    """Return `text` with a space after the `<` of every special token and placeholder: `< |im_end|>`.

    It stays readable and becomes ordinary tokens. Raw text must pass here before it enters a message.
    """
    return _SPECIAL.sub("< ", text)


def render_chatml(
    messages: Sequence[Message],
    *,
    tools: str | None = None,
    add_vision_id: bool = False,
    add_generation_prompt: bool = False,
) -> str:
    """Return the conversation as the Instruct model's template renders it.

    `tools` is a sample's JSON array of definitions; `add_vision_id` numbers the media (`Picture 1: `). Raises
    ValueError for what the template would drop in silence: a role it does not know, a system turn that is not
    the first, media in a system or assistant turn.
    """
    text = "".join(piece.text for piece in chatml_pieces(messages, tools=tools, add_vision_id=add_vision_id))
    return text + "<|im_start|>assistant\n" if add_generation_prompt else text


def chatml_pieces(
    messages: Sequence[Message], *, tools: str | None = None, add_vision_id: bool = False
) -> list[RenderedPiece]:
    """Return `render_chatml` in pieces.

    Of a turn with `train` the loss sees the assistant's text and calls, `<|im_end|>` and the newline.
    """
    counters = {"image": 0, "video": 0} if add_vision_id else None
    out: list[RenderedPiece] = []
    if tools and not (messages and messages[0].role == "system"):
        out.append(RenderedPiece(f"<|im_start|>system\n{_tools(tools)}<|im_end|>\n", False))
    for index, message in enumerate(messages):
        before = messages[index - 1].role if index else None
        after = messages[index + 1].role if index + 1 < len(messages) else None
        match message.role:
            case "system" if index == 0:
                block = f"\n\n{_tools(tools)}" if tools else ""
                out.append(
                    RenderedPiece(f"<|im_start|>system\n{_text_only(message)}{block}<|im_end|>\n", False)
                )
            case "user":
                out.append(RenderedPiece(f"<|im_start|>user\n{_parts(message, counters)}<|im_end|>\n", False))
            case "assistant":
                out.append(RenderedPiece("<|im_start|>assistant\n", False))
                out.append(
                    RenderedPiece(f"{_text_only(message)}{_calls(message)}<|im_end|>\n", message.train)
                )
            case "tool":
                head = "" if before == "tool" else "<|im_start|>user"
                tail = "" if after == "tool" else "<|im_end|>\n"
                response = f"\n<tool_response>\n{_parts(message, counters)}\n</tool_response>"
                out.append(RenderedPiece(head + response + tail, False))
            case role:
                raise ValueError(f"message {index}: the template has no place for a {role} turn here")
    return out


def pretrain_pieces(messages: Sequence[Message]) -> list[RenderedPiece]:
    """Return an interleaved document in pieces: text and media in order, then `<|endoftext|>`.

    The chat template drops media in assistant turns, so a pretraining row is written without it. The loss
    sees all but the media. Raises ValueError unless there is one assistant message.
    """
    if [message.role for message in messages] != ["assistant"]:
        raise ValueError(
            f"a pretraining row is one assistant message, not {[message.role for message in messages]}"
        )
    pieces = [RenderedPiece(_part(part, None), part.type == "text") for part in messages[0].content]
    return [*pieces, RenderedPiece(END_OF_TEXT, True)]


def _tools(tools: str) -> str:
    lines = [json.dumps(tool, ensure_ascii=False) for tool in json.loads(tools)]
    return _TOOLS_HEAD + "\n".join(lines) + _TOOLS_TAIL


def _parts(message: Message, counters: dict[str, int] | None) -> str:
    return "".join(_part(part, counters) for part in message.content)


def _part(part: Part, counters: dict[str, int] | None) -> str:
    if part.type == "text" and part.text is not None:
        return part.text
    if part.type not in ("image", "video"):
        raise ValueError(f"a part is text with a text, image or video, not {part.type!r}")
    number = ""
    if counters is not None:
        counters[part.type] += 1
        number = f"{'Picture' if part.type == 'image' else 'Video'} {counters[part.type]}: "
    return number + (IMAGE if part.type == "image" else VIDEO)


def _text_only(message: Message) -> str:
    if any(part.type != "text" for part in message.content):
        raise ValueError(f"the template renders no media in a {message.role} turn")
    return _parts(message, None)


def _calls(message: Message) -> str:
    return "".join(_call_texts(message))


def _call_texts(message: Message) -> Iterator[str]:
    for index, call in enumerate(message.tool_calls or []):
        if index or message.content:
            yield "\n"
        yield f'<tool_call>\n{{"name": "{call.name}", "arguments": {call.arguments}}}\n</tool_call>'
