"""Parse a page: its parts, their order, the blocks they form."""

from dataclasses import dataclass
from typing import ClassVar

from vlcorpus.schemas.documents.document import PageRow, ParsedPage, Region, UnreadRegion
from vlcorpus.schemas.geometry import encode_box
from vlcorpus.schemas.page import Block, BlockKind, PageTree, clean_text
from vlcorpus.schemas.qwenvl.chat import scrub
from vlcorpus.schemas.row import fields_of
from vlcorpus.stages.documents.inline.marked_lines import marked_lines
from vlcorpus.stages.documents.layout.blocks import confirm_captions, lay_blocks
from vlcorpus.stages.documents.layout.field_labels import unmark_labels
from vlcorpus.stages.documents.layout.footnotes import mark_footnotes
from vlcorpus.stages.documents.layout.furniture import furniture_blocks
from vlcorpus.stages.documents.layout.insets import sections
from vlcorpus.stages.documents.layout.laid_block import LaidBlock
from vlcorpus.stages.documents.layout.page_parts import PageParts, part_page
from vlcorpus.stages.documents.layout.reading_order import reading_order
from vlcorpus.stages.documents.layout.region_votes import mark_titles
from vlcorpus.stages.documents.page.lines import Frame, join_texts
from vlcorpus.stages.documents.quality.measure_parse import measure_parse
from vlcorpus.stages.language.detect_language import detect_language
from vlcorpus.stages.stage import RowStage


@dataclass(frozen=True)
class ParseLayout(RowStage[PageRow, ParsedPage]):
    """Make blocks of a page from its text, drawings and regions, and measure what they miss."""

    version: ClassVar[str] = "14"

    def each(self, row: PageRow) -> ParsedPage:
        row, lines, frame = marked_lines(row)
        parts = part_page(row, lines, frame)
        laid = lay_page(parts, frame, row.regions or [])
        unmark_labels(laid, row.drawings, parts.em)
        found = [(one, block) for one in laid if (block := _block(one, row.width_px, row.height_px))]
        tree, boxes_px = PageTree(tuple(block for _, block in found)), [one.box for one, _ in found]
        return ParsedPage(
            **fields_of(PageRow, row),
            tree=tree,
            boxes_px=boxes_px,
            unread=[
                UnreadRegion(number, one.unread)
                for number, (one, _) in enumerate(found)
                if one.unread is not None
            ],
            parse=measure_parse(
                row,
                tree,
                boxes_px,
                lines,
                figure_lines=parts.figure_lines,
                formula_lines=parts.formula_lines,
            ),
            lang=detect_language(" ".join(line.text for line in parts.body or lines)),
        )


def lay_page(parts: PageParts, frame: Frame, regions: list[Region]) -> list[LaidBlock]:
    """Return the blocks in reading order: heads, body, notes, feet, then what stands beside."""
    placed = [
        block
        for section in sections([*parts.body, *parts.blocks], frame)
        for flow in reading_order(section, parts.em)
        for block in lay_blocks(flow.items, parts.em, flow.column)
    ]
    laid = [block for place in placed for block in place.inset or [place]]
    confirm_captions(laid, parts.em)
    mark_titles(laid, regions)
    laid = mark_footnotes(laid, parts.em, frame.height)
    furniture = furniture_blocks(parts.furniture, parts.em)
    heads = [block for block in furniture if block.y1 < parts.height / 2]
    feet = [block for block in furniture if block.y1 >= parts.height / 2]
    aside = [
        LaidBlock.of(BlockKind.HEADER, lines, join_texts([n.text for n in lines])) for lines in parts.aside
    ]
    return [*heads, *laid, *feet, *aside]


def _block(laid: LaidBlock, width_px: int, height_px: int) -> Block | None:
    """Return the block of the tree; None where nothing is left of its box or its text."""
    box = encode_box(laid.box, width_px, height_px)
    text = clean_text(scrub(laid.text), laid.kind)
    if box is None or not (text or laid.kind in (BlockKind.IMAGE, BlockKind.TABLE)):
        return None
    return Block(laid.kind, box, text, laid.level, laid.table)
