"""What ties a figure to the text of its page: a caption, a word about it, or nothing but prose beside it.

A proxy without a model for the alignment of image and text: it sees where text stands and whether it speaks
of a figure, not whether it describes this one. Source: Qwen3-VL report §3.2.1 drops segments of low alignment
and does not say how it is measured.
"""

import re
from enum import StrEnum

from vlcorpus.schemas.documents.document import ClassifiedPage
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.schemas.page import BlockKind

CAPTION_GAP_FRACTION = 0.04  # ours: share of the page's height: 34 pt of A4, two lines and a half
PROSE_CHARS = 80  # ours: more than a label, about one line
MAX_CAPTION_CHARS = 600  # ours: a caption in a paper has up to 100 words
_ALIGNED = 0.5  # share of the narrower of two sides that must face the other box

_OF_A_TABLE = re.compile(r"(?:Table|TABLE|Tab\.|Tabelle|Tableau|Tabla|Таблица|表)\s*[A-Z]?\d")
_OF_A_FIGURE = re.compile(
    r"(?:Figure|Fig\.|FIGURE|FIG\.|Exhibit|Chart|Photo|Plate|Abbildung|Abb\.|Рис\.|图|圖)\s*[A-Z]?\d"
)
_SPEAKS_OF_ONE = re.compile(
    r"\b(?:fig(?:ure|\.)s?|figs\.|diagram|illustration|plate|photo|Abbildung|Abb\.|Рис\.)\s*[A-Z]?\d"
    r"|\b(?:the|this|following|next|above|left|right|diese|folgende) "
    r"(?:figure|diagram|chart|graph|illustration|photo(?:graph)?|picture|Abbildung)\b"
    r"|\b(?:shown|pictured|illustrated|depicted) (?:above|below|here|(?:at|on|to) the (?:left|right))\b"
    r"|(?:如|见|見|下|上|左|右)[图圖]|[图圖]\s*\d",
    re.I,
)


class Evidence(StrEnum):
    """The best that ties a figure to text."""

    CAPTION = "caption"
    REFERENCE = "reference"  # the page's text speaks of a figure
    PROSE = "prose"  # it stands beside prose that does not name it
    NONE = "none"


# ours: prose beside an image speaks of it as often as not
WORTH = {Evidence.CAPTION: 1.0, Evidence.REFERENCE: 1.0, Evidence.PROSE: 0.5, Evidence.NONE: 0.0}


def captions_of(page: ClassifiedPage) -> dict[int, int]:
    """Return for each image with a caption the index of both blocks. Images side by side may share one."""
    gap_px = CAPTION_GAP_FRACTION * page.height_px
    captions = [i for i in range(len(page.tree.blocks)) if _is_figure_caption(page, i)]
    found: dict[int, int] = {}
    for image, block in enumerate(page.tree.blocks):
        if block.kind is not BlockKind.IMAGE:
            continue
        gaps = [(distance_px(page.boxes_px[image], page.boxes_px[c]), c) for c in captions]
        near = [(gap, c) for gap, c in gaps if gap is not None and gap <= gap_px]
        if near:
            found[image] = min(near)[1]
    return found


def evidence_of(page: ClassifiedPage, image: int, captions: dict[int, int]) -> Evidence:
    """Return what ties the image block to text of its page."""
    if image in captions:
        return Evidence.CAPTION
    prose = [i for i, block in enumerate(page.tree.blocks) if block.kind in (BlockKind.TEXT, BlockKind.LIST)]
    if any(_SPEAKS_OF_ONE.search(page.tree.blocks[i].text) for i in prose):
        return Evidence.REFERENCE
    gap_px = CAPTION_GAP_FRACTION * page.height_px
    for i in prose:
        gap = distance_px(page.boxes_px[image], page.boxes_px[i])
        if gap is not None and gap <= gap_px and len(page.tree.blocks[i].text) >= PROSE_CHARS:
            return Evidence.PROSE
    return Evidence.NONE


def distance_px(a: BoxPx, b: BoxPx) -> float | None:
    """Return the gap between boxes above, below or beside each other; None where they do not face."""
    x_gap, y_gap = max(a.x1, b.x1) - min(a.x2, b.x2), max(a.y1, b.y1) - min(a.y2, b.y2)
    facing_x = -x_gap >= _ALIGNED * min(a.x2 - a.x1, b.x2 - b.x1)
    facing_y = -y_gap >= _ALIGNED * min(a.y2 - a.y1, b.y2 - b.y1)
    if not (facing_x or facing_y):
        return None
    return max(0.0, y_gap if facing_x else x_gap)


def _is_figure_caption(page: ClassifiedPage, index: int) -> bool:
    block = page.tree.blocks[index]
    if block.kind is BlockKind.CAPTION:
        return not _OF_A_TABLE.match(block.text)
    is_text = block.kind is BlockKind.TEXT and len(block.text) <= MAX_CAPTION_CHARS
    return is_text and bool(_OF_A_FIGURE.match(block.text))
