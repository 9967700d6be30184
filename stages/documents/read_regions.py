"""Have a model read the regions that the text layer leaves in doubt, or say which model is missing."""

import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import PIL.Image

from vlcorpus.schemas.documents.document import ParsedPage
from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.schemas.open_image import open_image
from vlcorpus.schemas.page import Block, BlockKind, PageTree, clean_text
from vlcorpus.schemas.qwenvl.chat import scrub
from vlcorpus.schemas.qwenvl.html import parse_html_table
from vlcorpus.schemas.qwenvl.scan import FormatError
from vlcorpus.schemas.reasons import Reason
from vlcorpus.stages.documents.roles import REGION_READER, REGION_TASKS, region_prompt
from vlcorpus.stages.inference.infer import Infer, generated, needs_model
from vlcorpus.stages.inference.request import ImageInput, Reply, Request, user

MARGIN_PX = 8  # ours: white space around a region, so that no stroke is cut


@dataclass(frozen=True)
class ReadRegions(Infer[ParsedPage, ParsedPage]):
    """Put what a model reads in the place of the unread regions.

    A region that nobody reads is, by `unread`, a reason to reject the page, or stays the image that it is.
    Reasons: needs_model:region_reader, region_reply_unusable, and those of `Infer`.
    """

    unread: Literal["reject", "image"] = "reject"

    @property
    def tasks(self) -> tuple[str, ...]:
        return REGION_TASKS

    def requests(self, row: ParsedPage) -> list[Request]:
        if not row.unread:
            return []
        with open_image(row.image) as image:
            return [
                self._request(_crop(image, row.boxes_px[one.block]), one.kind, row.lang) for one in row.unread
            ]

    def _request(self, cropped: bytes, kind: BlockKind, lang: str) -> Request:
        prompt = region_prompt(kind, lang)
        return Request(
            turns=(user(ImageInput(cropped), prompt.text),),
            sampling=self.model.sampling,
            prompt_sha256=prompt.sha256,
        )

    def accept(self, row: ParsedPage, requests: Sequence[Request], replies: Sequence[Reply]) -> ParsedPage:
        if not row.unread:
            return row
        blocks = list(row.tree.blocks)
        for region, reply in zip(row.unread, replies, strict=True):
            blocks[region.block] = _read(blocks[region.block], region.kind, reply)
        return replace(
            row,
            tree=PageTree(tuple(blocks)),
            unread=[],
            region_engine="+".join(sorted({reply.engine for reply in replies})),
            generated=[*row.generated, *generated(self.model, requests, replies)],
        )

    def unanswered(self, row: ParsedPage) -> ParsedPage:
        if self.unread == "image":
            return row
        boxes = [
            f"{region.kind} at {tuple(row.tree.blocks[region.block].box or ())}" for region in row.unread
        ]
        raise Reject(
            needs_model(REGION_READER),
            f"{len(boxes)} regions have no reader: {'; '.join(boxes[:20])}. Give a model for the role "
            f"{REGION_READER}, or --set unread_regions=image to keep them as images",
        )


def _crop(image: PIL.Image.Image, box: BoxPx) -> bytes:
    out = io.BytesIO()
    x1, y1 = max(0, int(box.x1) - MARGIN_PX), max(0, int(box.y1) - MARGIN_PX)
    x2, y2 = min(image.width, int(box.x2) + MARGIN_PX), min(image.height, int(box.y2) + MARGIN_PX)
    image.crop((x1, y1, x2, y2)).save(out, "PNG")
    return out.getvalue()


def _read(block: Block, kind: BlockKind, reply: Reply) -> Block:
    text = clean_text(scrub(reply.text), kind)
    try:
        if kind is BlockKind.TABLE:
            return replace(block, kind=kind, text="", table=parse_html_table(reply.text.strip()))
        if kind is BlockKind.FORMULA:
            text = _formula(text)
        if not text:
            raise ValueError("it is empty")
        return replace(block, kind=kind, text=text)
    except (FormatError, ValueError) as error:
        detail = f"{kind}, {reply.engine}: {error}: {reply.text[:500]!r}"
        raise Reject(Reason.REGION_REPLY_UNUSABLE, detail) from error


def _formula(text: str) -> str:
    """Return LaTeX without the delimiters that models add. Raises ValueError where braces do not match."""
    for opening, closing in (("$$", "$$"), (r"\[", r"\]"), ("$", "$")):
        if text.startswith(opening) and text.endswith(closing) and len(text) > len(opening + closing):
            text = text[len(opening) : -len(closing)].strip()
            break
    depth = 0
    escaped = False
    for char in text:
        depth += 0 if escaped else (char == "{") - (char == "}")
        escaped = char == "\\" and not escaped
        if depth < 0:
            break
    if depth:
        raise ValueError("its braces do not match")
    return text
