"""A sample in the words of a trainer: one function per dialect. Source: docs/formats.md §2, §13.

qwen     {"image": [paths], "conversations": [{"from": "human" | "gpt", "value": …}]}: qwen-vl-finetune, and
         whoever reads LLaVA's JSON. One `<image>` or `<video>` tag per file, none in an answer
chatml   {"text": …, "loss_spans": [[from, to], …], "images": [paths]}: the rendered conversation, and which
         characters of it the loss sees
"""

from collections.abc import Callable

from vlcorpus.schemas.qwenvl.chat import chatml_pieces, pretrain_pieces
from vlcorpus.schemas.sample import Message, Part, Sample

# Paths of a sample's images and videos, relative to the export's folder.
Paths = tuple[list[str], list[str]]


class NotInDialect(ValueError):
    """The dialect has no words for the sample; the message says what it lacks."""


def to_qwen(sample: Sample, paths: Paths) -> dict:
    """Return the sample as `conversations`. Raises NotInDialect for other roles than user and assistant."""
    images, videos = paths
    if sample.tools or any(m.tool_calls for m in sample.messages):
        raise NotInDialect("conversations have no tools")
    turns = [_turn(message) for message in sample.messages]
    if [turn["from"] for turn in turns] != ["human", "gpt"] * (len(turns) // 2) or not turns:
        raise NotInDialect("conversations go human, gpt, human, gpt …")
    record: dict = {"id": sample.id}
    if images:
        record["image"] = images
    if videos:
        record["video"] = videos
    return record | {"conversations": turns, "num_tokens": sample.n_tokens}


def to_chatml(sample: Sample, paths: Paths) -> dict:
    """Return the sample rendered. A span counts characters; a span's end is the first one outside."""
    if any(message.reasoning_content for message in sample.messages):
        raise NotInDialect("the Instruct template has no reasoning")
    try:
        if sample.mode == "pretrain":
            pieces = pretrain_pieces(sample.messages)
        else:
            pieces = chatml_pieces(sample.messages, tools=sample.tools)
    except ValueError as error:
        raise NotInDialect(str(error)) from error
    text, spans = "", []
    for piece in pieces:
        if piece.trained:
            spans.append([len(text), len(text) + len(piece.text)])
        text += piece.text
    images, videos = paths
    return {"id": sample.id, "text": text, "loss_spans": spans, "images": images, "videos": videos}


DIALECTS: dict[str, Callable[[Sample, Paths], dict]] = {"qwen": to_qwen, "chatml": to_chatml}
_SPEAKERS = {"user": "human", "assistant": "gpt"}


def _turn(message: Message) -> dict:
    if message.role not in _SPEAKERS:
        raise NotInDialect(f"conversations have no {message.role} turn")
    if message.reasoning_content:
        raise NotInDialect("conversations have no reasoning")
    return {"from": _SPEAKERS[message.role], "value": "".join(map(_written, message.content))}


def _written(part: Part) -> str:
    if part.type != "text":
        return f"<{part.type}>"
    if part.text is None:
        raise NotInDialect("a part is text and has none")
    return part.text
