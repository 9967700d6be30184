"""Have a model read the regions that the text layer leaves in doubt, or say which model is missing."""

import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import PIL.Image

from schemas.document import PageRow, UnreadRegion
from schemas.errors import Reject
from schemas.geometry import BoxPx
from schemas.page import Block, BlockKind, PageTree, clean_text
from schemas.qwenvl.chat import scrub
from schemas.qwenvl.html import parse_html_table
from schemas.qwenvl.scan import FormatError
from schemas.reasons import Reason
from stages.documents.roles import REGION_READER, RegionReader, RegionReply, RegionRequest, region_prompt
from stages.stage import RowStage

MARGIN_PX = 8  # ours: around a region, so that no stroke is cut
NEEDS_READER = f"needs_model:{REGION_READER}"


@dataclass(frozen=True)
class ReadRegions(RowStage):
    """Put what `reader` reads in the place of the unread regions.

    A region that nobody reads is, by `unread`, a reason to reject the page, or stays the picture that it is.
    Reasons: needs_model:region_reader, region_reply_unusable.
    """

    reader: RegionReader | None = None
    unread: Literal["reject", "picture"] = "reject"

    def each(self, row: PageRow) -> PageRow:
        if not row.unread:
            return row
        if self.reader is None:
            if self.unread == "reject":
                raise Reject(NEEDS_READER, _named(row, row.unread))
            return row
        replies = self.reader.read(_requests(row))
        left = [region for region, reply in zip(row.unread, replies, strict=True) if reply is None]
        if left and self.unread == "reject":
            raise Reject(NEEDS_READER, _named(row, left))
        blocks = list(row.tree.blocks)
        engines: set[str] = set()
        for region, reply in zip(row.unread, replies, strict=True):
            if reply is not None:
                blocks[region.block] = _read(blocks[region.block], region.kind, reply)
                engines.add(reply.engine)
        return replace(
            row, tree=PageTree(tuple(blocks)), unread=left, region_engine="+".join(sorted(engines)) or None
        )


def _named(row: PageRow, regions: Sequence[UnreadRegion]) -> str:
    boxes = [f"{region.kind} at {tuple(row.tree.blocks[region.block].box)}" for region in regions]
    return (
        f"{len(boxes)} regions have no reader: {'; '.join(boxes[:20])}. Give a model for the role "
        f"{REGION_READER}, or --set unread_regions=picture to keep them as pictures"
    )


def _requests(row: PageRow) -> list[RegionRequest]:
    with PIL.Image.open(io.BytesIO(row.image)) as image:
        return [
            RegionRequest(region.kind, _crop(image, row.boxes_px[region.block]), region_prompt(region.kind))
            for region in row.unread
        ]


def _crop(image: PIL.Image.Image, box: BoxPx) -> bytes:
    out = io.BytesIO()
    x1, y1 = max(0, int(box.x1) - MARGIN_PX), max(0, int(box.y1) - MARGIN_PX)
    x2, y2 = min(image.width, int(box.x2) + MARGIN_PX), min(image.height, int(box.y2) + MARGIN_PX)
    image.crop((x1, y1, x2, y2)).save(out, "PNG")
    return out.getvalue()


def _read(block: Block, kind: BlockKind, reply: RegionReply) -> Block:
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
