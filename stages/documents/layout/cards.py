"""Cards: tinted or framed boxes side by side, each with a text of its own, which is read before the next."""

from vlcorpus.schemas.documents.document import Drawing
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.schemas.page import BlockKind
from vlcorpus.stages.documents.layout.blocks import join_pieces, lay_blocks
from vlcorpus.stages.documents.layout.laid_block import LaidBlock
from vlcorpus.stages.documents.layout.reading_order import reading_order
from vlcorpus.stages.documents.page.boxes import contains, cover, shared_area
from vlcorpus.stages.documents.page.lines import Frame, Line

MIN_ROWS = 2  # ours: a box around one row is a cell, a button or a mark
MIN_SIDE_EM = 2.5  # ours: of the body's text
LEVEL_EM = 0.5  # ours: how far the tops of cards in one row may differ
EDGE_EM = 0.25  # ours: how far a line may reach over the edge of its card

Item = Line | LaidBlock


def split_cards(
    body: list[Line], blocks: list[LaidBlock], drawings: list[Drawing], frame: Frame, em: float
) -> tuple[list[Line], list[LaidBlock]]:
    """Return the lines outside of cards, and the blocks: those in a card are one, with its own as `inset`."""
    items: list[Item] = [*body, *blocks]
    panels = dict.fromkeys(BoxPx(*frame.of(drawing.box)) for drawing in drawings)
    large = [box for box in panels if min(box.x2 - box.x1, box.y2 - box.y1) >= MIN_SIDE_EM * em]
    held = [(box, found) for box in large if (found := _text_within(box, items, em))]
    taken: set[int] = set()
    cards: list[LaidBlock] = []
    for box, found in held:
        if taken.isdisjoint(map(id, found)) and any(_are_beside(box, other, em) for other, _ in held):
            taken |= set(map(id, found))
            cards.append(_card(box, found, em))
    rest = [block for block in blocks if id(block) not in taken]
    return [line for line in body if id(line) not in taken], [*rest, *cards]


def _place(item: Item) -> BoxPx:
    return BoxPx(item.x1, item.y1, item.x2, item.y2)


def _text_within(panel: BoxPx, items: list[Item], em: float) -> list[Item]:
    """Return what stands in a panel; nothing where it has too few rows, or something reaches out of it."""
    found = [item for item in items if contains(panel, _place(item))]
    inside = all(item.x1 >= panel.x1 - EDGE_EM * em and item.x2 <= panel.x2 + EDGE_EM * em for item in found)
    return found if inside and len(join_pieces(found)) >= MIN_ROWS else []


def _are_beside(a: BoxPx, b: BoxPx, em: float) -> bool:
    return abs(a.y1 - b.y1) <= LEVEL_EM * em and abs(a.y2 - b.y2) <= LEVEL_EM * em and not shared_area(a, b)


def _card(panel: BoxPx, items: list[Item], em: float) -> LaidBlock:
    """Return the card in the place of its panel."""
    flows = reading_order(items, em)
    blocks = [block for flow in flows for block in lay_blocks(flow.items, em, flow.column)]
    return LaidBlock(BlockKind.TEXT, *panel, cover(item.box for item in items), inset=blocks)
