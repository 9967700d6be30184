"""The pages of a book as one flow of text and figures, as a person reads them.

Page furniture is left out. A caption follows its figure. A paragraph that a page's end broke is made whole:
its rest moves up to it, before the figures and notes that stand between. Text is Markdown without boxes: the
page that they would point into is not shown.
"""

import io
import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import PIL.Image

from vlcorpus.schemas.documents.document import ClassifiedPage
from vlcorpus.schemas.errors import StageBug
from vlcorpus.schemas.geometry import Box1000, BoxPx
from vlcorpus.schemas.open_image import open_image
from vlcorpus.schemas.page import FURNITURE, Block, BlockKind, PageTree
from vlcorpus.schemas.qwenvl.latex_table import write_latex_table
from vlcorpus.schemas.qwenvl.markdown import write_markdown
from vlcorpus.stages.documents.page.lines import join_texts
from vlcorpus.stages.documents.sequences.figure_evidence import Evidence, captions_of, evidence_of
from vlcorpus.stages.samples import SampleImage

MIN_FIGURE_PX = 64  # ours: half an inch at 144 dpi; smaller is an icon
MIN_PROSE_CHARS = 40  # ours: a shorter text may be a heading, in a script without case
MARGIN_FRACTION = 0.1  # ours: share of the page's height, at the top and at the bottom
_FLOATS = frozenset({BlockKind.IMAGE, BlockKind.CAPTION, BlockKind.FOOTNOTE, BlockKind.TABLE})
_ENDS = re.compile(r"[.!?:;。！？：；…][\"'”’»)\]）」』]*\Z")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(slots=True)
class Figure:
    image: SampleImage
    box_1000: Box1000  # its box on the page image
    evidence: Evidence
    thumbnail: bytes  # 8 x 8 grey values: images that look the same have nearly the same


@dataclass(slots=True)
class FlowItem:
    """A block of the flow: Markdown, or a figure."""

    kind: BlockKind
    page: int
    text: str = ""
    figure: Figure | None = None
    in_margin: bool = False  # whether it stands at the top or bottom edge, where running heads do


def page_items(page: ClassifiedPage, jpeg_quality: int) -> list[FlowItem]:
    """Return the page's flow in reading order. Icons are left out."""
    captions = captions_of(page)
    # Images may share a caption: it stands with the last one.
    last_of = {caption: image for image, caption in sorted(captions.items())}
    items: list[FlowItem] = []
    figures = _cut(page, jpeg_quality, captions)
    for index, block in enumerate(page.tree.blocks):
        if block.kind in FURNITURE or index in last_of:
            continue
        if block.kind is not BlockKind.IMAGE:
            items.append(_text(page, index))
            continue
        if index in figures:
            items.append(FlowItem(block.kind, page.page, figure=figures[index]))
        if index in captions and last_of[captions[index]] == index:
            items.append(replace(_text(page, captions[index]), kind=BlockKind.CAPTION))
    return items


def join_pages(pages: Sequence[list[FlowItem]]) -> list[FlowItem]:
    """Return one flow, paragraphs made whole over the pages' ends."""
    flow: list[FlowItem] = []
    for items in pages:
        tail, head = _first_prose(reversed(flow)), _first_prose(items)
        if tail and head and _continues(tail.text, head.text):
            tail.text = join_texts([tail.text, head.text])
            items = [item for item in items if item is not head]
        flow += items
    return flow


def _first_prose(items: Iterable[FlowItem]) -> FlowItem | None:
    """Return the first paragraph, if nothing but figures, tables, captions and notes stands before it."""
    for item in items:
        if item.kind not in _FLOATS:
            return item if item.kind is BlockKind.TEXT else None
    return None


def _continues(text: str, rest: str) -> bool:
    """Say whether a paragraph without an end goes on in `rest`: a small letter, or a script without case."""
    first = _LETTER.match(rest)
    if first is None or _ENDS.search(text):
        return False
    has_no_case = first.group().lower() == first.group().upper()
    return first.group().islower() or (has_no_case and len(text) >= MIN_PROSE_CHARS)


def _text(page: ClassifiedPage, index: int) -> FlowItem:
    block, box = page.tree.blocks[index], page.boxes_px[index]
    margin = MARGIN_FRACTION * page.height_px
    in_margin = box.y2 <= margin or box.y1 >= page.height_px - margin
    return FlowItem(block.kind, page.page, _markdown(block), in_margin=in_margin)


def _markdown(block: Block) -> str:
    if block.table is not None:
        return write_latex_table(block.table)
    return write_markdown(PageTree((block,)))


def _cut(page: ClassifiedPage, jpeg_quality: int, captions: dict[int, int]) -> dict[int, Figure]:
    """Return the figures cut from the page image, by the index of their blocks."""
    wanted = [
        index
        for index, (block, box) in enumerate(zip(page.tree.blocks, page.boxes_px, strict=True))
        if block.kind is BlockKind.IMAGE and min(box.x2 - box.x1, box.y2 - box.y1) >= MIN_FIGURE_PX
    ]
    if not wanted:
        return {}
    figures = {}
    with open_image(page.image) as image:
        for index in wanted:
            crop = image.crop(_whole_pixels(page.boxes_px[index], *image.size))
            figures[index] = Figure(
                _encoded(crop, jpeg_quality),
                _box_1000(page.tree.blocks[index]),
                evidence_of(page, index, captions),
                crop.convert("L").resize((8, 8), PIL.Image.Resampling.BOX).tobytes(),
            )
    return figures


def _box_1000(block: Block) -> Box1000:
    if block.box is None:
        raise StageBug(f"a {block.kind} of a parsed page has no box")
    return block.box


def _whole_pixels(box: BoxPx, width_px: int, height_px: int) -> tuple[int, int, int, int]:
    """Return the pixels that the box touches."""
    return (
        max(0, math.floor(box.x1)),
        max(0, math.floor(box.y1)),
        min(width_px, math.ceil(box.x2)),
        min(height_px, math.ceil(box.y2)),
    )


def _encoded(image: PIL.Image.Image, jpeg_quality: int) -> SampleImage:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=jpeg_quality)
    return SampleImage(out.getvalue(), image.width, image.height)
