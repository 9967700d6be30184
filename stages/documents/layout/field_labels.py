"""Labels of fields: large or bold as headings are, but what they head is a box or a rule to write on."""

from collections.abc import Iterable, Sequence

from vlcorpus.schemas.documents.document import Drawing
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.schemas.page import BlockKind
from vlcorpus.stages.documents.layout.laid_block import LaidBlock
from vlcorpus.stages.documents.page.boxes import contains

# Limits are ours, in sizes of the body's text.
MIN_WIDTH_EM = 3.0  # of a field: there is room for a word
MAX_HEIGHT_EM = 8.0  # of a field: a taller box frames a part of the page
BELOW_EM = 1.5  # the most from a label to a field below it
BESIDE_EM = 3.0  # the most from a label to a field beside it
COLONS = (":", "：")


def unmark_labels(blocks: Sequence[LaidBlock], drawings: Iterable[Drawing], em: float) -> None:
    """Make text of the headings with a colon that have a field beside them or below."""
    tables = [block.box for block in blocks if block.kind is BlockKind.TABLE]
    fields = [
        drawing.box
        for drawing in drawings
        if drawing.is_rect
        and _is_field(drawing.box, em)
        and not any(contains(table, drawing.box) for table in tables)
    ]
    for block in blocks:
        asks = block.kind is BlockKind.TITLE and any(colon in block.text for colon in COLONS)
        if asks and any(_is_beside(box, block.box, em) or _is_below(box, block, em) for box in fields):
            block.kind, block.level = BlockKind.TEXT, None


def _is_field(box: BoxPx, em: float) -> bool:
    return box.x2 - box.x1 >= MIN_WIDTH_EM * em and box.y2 - box.y1 <= MAX_HEIGHT_EM * em


def _is_beside(field: BoxPx, label: BoxPx, em: float) -> bool:
    """Say whether a field begins on the line of a label, behind its first word; it may be filled in."""
    on_line = label.y1 < field.y2 <= label.y2 + em / 2
    return on_line and label.x1 + em < field.x1 <= label.x2 + BESIDE_EM * em


def _is_below(field: BoxPx, block: LaidBlock, em: float) -> bool:
    """Say whether a field begins below a label and leaves room to write: an underline does not."""
    label = block.box
    near = field.y1 <= label.y2 + BELOW_EM * em and field.y2 >= label.y2 + em
    return near and abs(field.x1 - label.x1) <= em and block.text.endswith(COLONS)
