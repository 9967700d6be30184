"""A sample's token counts: its rendered conversation, its images and videos, and what the loss sees of it.

Source: docs/formats.md §2 (template), §8.1 (timestamps), §9 (visual tokens), §13 (loss).
"""

from collections.abc import Sequence
from typing import NamedTuple

from vlcorpus.schemas.qwenvl.chat import VIDEO, RenderedPiece, chatml_pieces, pretrain_pieces
from vlcorpus.schemas.qwenvl.resize import (
    MAX_PIXELS,
    MIN_PIXELS,
    PROCESSOR_ID,
    VideoPlan,
    image_tokens,
    plan_video,
    smart_resize,
)
from vlcorpus.schemas.qwenvl.text_tokens import TextTokenizer, load_tokenizer, tokenizer_id
from vlcorpus.schemas.sample import Message

__all__ = [
    "PROCESSOR_ID",
    "TextTokenizer",
    "TokenCounts",
    "VideoPlan",
    "count_sample_tokens",
    "image_tokens",
    "load_tokenizer",
    "plan_video",
    "smart_resize",
    "tokenizer_id",
]


class TokenCounts(NamedTuple):
    n_text: int  # template, text, start and end of each medium, timestamps: all but the pads
    n_vision: int
    n_loss: int  # trained assistant text with <|im_end|> and newline

    @property
    def n_total(self) -> int:
        return self.n_text + self.n_vision


def count_sample_tokens(
    messages: Sequence[Message],
    image_sizes: Sequence[tuple[int, int]],
    tokenizer: TextTokenizer,
    *,
    videos: Sequence[VideoPlan] = (),
    tools: str | None = None,
    mode: str = "instruct",
    min_pixels: int = MIN_PIXELS,
    max_pixels: int = MAX_PIXELS,
) -> TokenCounts:
    """Count a sample whose n-th image part shows an image of `image_sizes[n]`, (width, height) in px.

    `mode` is `instruct` or `pretrain`. Raises ValueError where media and parts disagree, and for a thinking
    sample, whose reasoning the Instruct template does not render.
    """
    _check_media(messages, len(image_sizes), len(videos))
    pieces = _pieces(messages, tools, mode)
    text = _without_pads("".join(piece.text for piece in pieces), videos)
    n_images = sum(
        image_tokens(width, height, min_pixels=min_pixels, max_pixels=max_pixels)
        for width, height in image_sizes
    )
    return TokenCounts(
        n_text=tokenizer.count(text),
        n_vision=n_images + sum(video.n_tokens for video in videos),
        n_loss=sum(tokenizer.count(piece.text) for piece in pieces if piece.trained),
    )


def _pieces(messages: Sequence[Message], tools: str | None, mode: str) -> list[RenderedPiece]:
    if any(message.reasoning_content for message in messages):
        raise ValueError("reasoning is rendered by the Thinking template only, which is not counted here")
    match mode:
        case "instruct":
            return chatml_pieces(messages, tools=tools)
        case "pretrain":
            return pretrain_pieces(messages)
    raise ValueError(f"mode is instruct or pretrain, not {mode!r}")


def _check_media(messages: Sequence[Message], n_images: int, n_videos: int) -> None:
    parts = [part for message in messages for part in message.content]
    for kind, n in (("image", n_images), ("video", n_videos)):
        shown = [part.media for part in parts if part.type == kind]
        if shown != list(range(n)):
            raise ValueError(f"{n} {kind}s, but the {kind} parts show numbers {shown}")


def _without_pads(text: str, videos: Sequence[VideoPlan]) -> str:
    """Return `text` with the pads gone and each video's one pair of marks become one per pair of frames."""
    before, *after = text.split(VIDEO)
    pairs = (
        "".join(f"<{time:.1f} seconds><|vision_start|><|vision_end|>" for time in video.times_s)
        for video in videos
    )
    text = before + "".join(marks + rest for marks, rest in zip(pairs, after, strict=True))
    return text.replace("<|image_pad|>", "")
