"""What a page consists of, before its order: tables, figures, formulas, furniture, and lines of text."""

from dataclasses import dataclass

from vlcorpus.schemas.documents.document import PageRow
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.schemas.page import BlockKind
from vlcorpus.stages.documents.formulas.display_formulas import display_formulas, linear_text, read_formula
from vlcorpus.stages.documents.layout.cards import split_cards
from vlcorpus.stages.documents.layout.drawn_bullets import with_bullets
from vlcorpus.stages.documents.layout.furniture import split_furniture
from vlcorpus.stages.documents.layout.grounds import is_ground
from vlcorpus.stages.documents.layout.insets import lay_insets, reads_across, split_vertical_furniture
from vlcorpus.stages.documents.layout.laid_block import LaidBlock
from vlcorpus.stages.documents.layout.margins import split_margins
from vlcorpus.stages.documents.page.boxes import area, contains, cover, join_boxes, shared_area
from vlcorpus.stages.documents.page.figures import (
    drawn_figures,
    holds_labels,
    large_image_boxes,
)
from vlcorpus.stages.documents.page.lines import Frame, Line, body_size
from vlcorpus.stages.documents.tables.found_table import FoundTable
from vlcorpus.stages.documents.tables.region_tables import page_tables

MIN_LABEL_INSIDE = 0.5  # ours: share of a line's box that lies in the figure whose label it is


@dataclass(slots=True)
class PageParts:
    em: float  # size of the body's text, px
    body: list[Line]
    blocks: list[LaidBlock]  # tables, figures and formulas, to be ordered among the body's lines
    furniture: list[tuple[Line, BlockKind]]
    aside: list[list[Line]]  # lines in a margin, or in another direction than the page's
    figure_lines: list[Line]  # labels of figures, which stay with them
    formula_lines: list[Line]
    height: float  # height of the page for its furniture, px: a page of vertical text is turned


def part_page(row: PageRow, lines: list[Line], frame: Frame) -> PageParts:
    """Give every line to one part. A table takes its lines first, then figures, formulas and furniture."""
    tables = page_tables(row, lines, frame)
    tabled = {id(line) for table in tables for line in table.lines}
    em = body_size([line for line in lines if id(line) not in tabled] or lines)
    boxes = _figure_boxes(row, lines, tables)
    labelled = [box for box in boxes if holds_labels(box, lines)]
    labels = [n for n in lines if id(n) not in tabled and any(_is_label(n, box) for box in labelled)]
    taken = tabled | {id(line) for line in labels}
    rest = [line for line in lines if id(line) not in taken]
    upright = [line for line in rest if line.upright]
    formulas = display_formulas(upright, row.glyphs, row.drawings, em)
    in_formula = {id(line) for pieces in formulas for line in pieces}
    across = [line for line in rest if reads_across(line, frame)]
    text = [n for n in upright if id(n) not in in_formula]
    text = with_bullets(text, row.drawings, row.image_boxes, frame)
    margins: list[list[Line]] = []
    if frame.vertical:
        height = frame.width
        body, furniture = split_vertical_furniture([*text, *across], em, height)
        across = [line for line in body if not line.upright]
        body = [line for line in body if line.upright]
    else:
        height = frame.height
        text, margins = split_margins(text, em, frame.width)
        body, furniture = split_furniture(text, em, height)
    blocks = [
        *(_table(table, frame) for table in tables),
        *(_figure(box, frame, [n for n in labels if _is_label(n, box)]) for box in boxes),
        *(_formula(pieces, row) for pieces in formulas),
        *lay_insets(across, body, frame, em),
    ]
    if not frame.vertical:
        body, blocks = split_cards(body, blocks, row.drawings, frame, em)
    aside = [*margins, *([n] for n in rest if not n.upright and not reads_across(n, frame))]
    return PageParts(
        em, body, blocks, furniture, aside, labels, [n for pieces in formulas for n in pieces], height
    )


def _is_label(line: Line, figure: BoxPx) -> bool:
    """Say whether a line belongs to a figure; one that reaches far beyond it is text beside it."""
    inside = shared_area(line.box, figure) >= MIN_LABEL_INSIDE * area(line.box)
    return inside and contains(figure, line.box)


def _figure_boxes(row: PageRow, lines: list[Line], tables: list[FoundTable]) -> list[BoxPx]:
    free = [d for d in row.drawings if not any(contains(table.box, d.box) for table in tables)]
    drawn = [b for b in drawn_figures(free, row.width_px, row.height_px) if holds_labels(b, lines)]
    # An image's box is not clipped as the page shows it: the drawing around it knows better.
    loose = [b for b in row.image_boxes if not any(contains(box, b) for box in drawn)]
    page_area = row.width_px * row.height_px
    images = large_image_boxes(loose, page_area)
    known = join_boxes([*drawn, *(box for box in images if not is_ground(box, lines, row.ink, page_area))])
    taken = [*known, *(table.box for table in tables)]
    seen = [region.box for region in row.regions or () if region.kind is BlockKind.IMAGE]
    return known + [
        b for b in seen if holds_labels(b, lines) and not any(shared_area(b, t) > 0 for t in taken)
    ]


def _figure(box: BoxPx, frame: Frame, labels: list[Line]) -> LaidBlock:
    rows = sorted(labels, key=lambda line: (round(line.y1 / max(1.0, line.height)), line.x1))
    return LaidBlock(BlockKind.IMAGE, *frame.of(box), box, "\n".join(line.text for line in rows), lines=rows)


def _formula(pieces: list[Line], row: PageRow) -> LaidBlock:
    latex = read_formula(pieces, row.glyphs, row.drawings)
    if latex is not None:
        return LaidBlock.of(BlockKind.FORMULA, pieces, latex)
    block = LaidBlock.of(BlockKind.IMAGE, pieces, linear_text(pieces))
    block.unread = BlockKind.FORMULA
    return block


def _table(table: FoundTable, frame: Frame) -> LaidBlock:
    box = cover([table.box])
    return LaidBlock(BlockKind.TABLE, *frame.of(box), box, table=table.grid)
