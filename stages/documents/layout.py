"""Parse a page by geometry alone: furniture, ruled tables, figures, reading order, blocks.

A first cut without a model: what it cannot tell it leaves as text, and the measures say how much was told.
"""

from dataclasses import dataclass
from typing import ClassVar

from filters.language import detect_language
from schemas.document import PageRow
from schemas.geometry import BoxPx, encode_box
from schemas.page import Block, BlockKind, PageTree, clean_text
from schemas.qwenvl.chat import scrub
from stages.documents.blocks import LaidBlock, confirm_captions, lay_blocks
from stages.documents.figures import contains, cover, drawn_figures, holds_labels, join_boxes, picture_boxes
from stages.documents.footnotes import mark_footnotes
from stages.documents.formulas import display_formulas, linear_text
from stages.documents.furniture import split_furniture
from stages.documents.lines import Frame, Line, body_size, page_lines
from stages.documents.quality import measure_parse
from stages.documents.reading_order import reading_order
from stages.documents.region_tables import page_tables
from stages.documents.tables import FoundTable
from stages.stage import RowStage


@dataclass(frozen=True)
class ParseLayout(RowStage):
    """Fill `tree`, `boxes_px`, `parse` and `lang` of a page from its text layer and drawings."""

    version: ClassVar[str] = "2"

    def each(self, row: PageRow) -> PageRow:
        lines, frame = page_lines(row)
        body, figure_lines, laid = lay_page(row, lines, frame)
        blocks: list[Block] = []
        for block in laid:
            made = _block(block, row.width_px, row.height_px)
            if made is not None:
                blocks.append(made)
                row.boxes_px.append(block.box)
        row.tree = PageTree(tuple(blocks))
        row.parse = measure_parse(row.tree, row.boxes_px, lines, figure_lines)
        row.lang = detect_language(" ".join(line.text for line in body or lines))
        return row


def lay_page(row: PageRow, lines: list[Line], frame: Frame) -> tuple[list[Line], list[Line], list[LaidBlock]]:
    """Return the lines of the body, those inside drawn figures, and the blocks in reading order."""
    tables = page_tables(row, lines) if frame.turn == 0 else []
    tabled = {id(line) for table in tables for line in table.lines}
    em = body_size([line for line in lines if id(line) not in tabled] or lines)
    boxes = [table.box for table in tables]
    free_drawings = [d for d in row.drawings if not any(contains(box, d.box) for box in boxes)]
    drawn = [b for b in drawn_figures(free_drawings, row.width_px, row.height_px) if holds_labels(b, lines)]
    # A picture's box is not clipped as the page shows it: the drawing around it knows better.
    loose = [b for b in row.pictures if not any(contains(box, b) for box in drawn)]
    figures = join_boxes([*drawn, *picture_boxes(loose, row.width_px * row.height_px)])
    labelled = [box for box in figures if holds_labels(box, lines)]
    in_figure = {id(n) for n in lines if any(contains(box, n.box) for box in labelled)} - tabled
    rest = [n for n in lines if id(n) not in tabled and id(n) not in in_figure]
    upright = [line for line in rest if line.upright]
    formulas = display_formulas(upright, em)
    in_formula = {id(line) for pieces in formulas for line in pieces}
    body, furniture = split_furniture([n for n in upright if id(n) not in in_formula], em, frame.height)
    flows = reading_order(
        [
            *body,
            *map(_formula, formulas),
            *(
                _figure(box, frame, [n for n in lines if id(n) in in_figure and contains(box, n.box)])
                for box in figures
            ),
            *(_table(table, frame) for table in tables),
        ],
        em,
    )
    laid = [block for flow in flows for block in lay_blocks(flow.items, em)]
    confirm_captions(laid, em)
    laid = mark_footnotes(laid, em, frame.height)
    furniture.sort(key=lambda pair: (round(pair[0].y1 / em), pair[0].x1))
    heads = [_single(n, kind) for n, kind in furniture if n.y1 < frame.height / 2]
    feet = [_single(n, kind) for n, kind in furniture if n.y1 >= frame.height / 2]
    aside = [_single(n, BlockKind.FOOTER) for n in rest if not n.upright]
    return body, [n for n in lines if id(n) in in_figure], [*heads, *laid, *feet, *aside]


def _figure(box: BoxPx, frame: Frame, labels: list[Line]) -> LaidBlock:
    rows = sorted(labels, key=lambda line: (round(line.y1 / max(1.0, line.height)), line.x1))
    return LaidBlock(BlockKind.IMAGE, *frame.of(box), box, "\n".join(line.text for line in rows), lines=rows)


def _table(table: FoundTable, frame: Frame) -> LaidBlock:
    box = cover([table.box])
    return LaidBlock(BlockKind.TABLE, *frame.of(box), box, table=table.grid)


def _formula(pieces: list[Line]) -> LaidBlock:
    frame_box = cover((line.x1, line.y1, line.x2, line.y2) for line in pieces)
    box = cover(line.box for line in pieces)
    return LaidBlock(BlockKind.FORMULA, *frame_box, box, linear_text(pieces), lines=pieces)


def _single(line: Line, kind: BlockKind) -> LaidBlock:
    return LaidBlock(kind, line.x1, line.y1, line.x2, line.y2, line.box, line.text, lines=[line])


def _block(laid: LaidBlock, width_px: int, height_px: int) -> Block | None:
    """Return the block of the tree; None where nothing is left of its box or its text."""
    box = encode_box(laid.box, width_px, height_px)
    text = clean_text(scrub(laid.text), laid.kind)
    if box is None or not (text or laid.kind in (BlockKind.IMAGE, BlockKind.TABLE)):
        return None
    return Block(laid.kind, box, text, laid.level, laid.table)
