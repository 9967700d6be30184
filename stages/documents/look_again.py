"""Look at a parsed page once more, by the words of its text layer alone: what is kept must be printed so.

Nothing here knows how the parse was made. The lines of print are put together anew from the places of words
(`second_look/printed_lines.py`) and looked for in the blocks; the numbers of tables are found on the page.
"""

from collections import Counter
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from vlcorpus.schemas.documents.document import ParsedPage, TextSource
from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.schemas.page import PageTree, TableGrid
from vlcorpus.schemas.reasons import Reason
from vlcorpus.stages.documents.page.boxes import contains
from vlcorpus.stages.documents.page.fonts import NO_CHARACTER
from vlcorpus.stages.documents.page.lines import Frame, page_frame
from vlcorpus.stages.documents.second_look.broken_lines import broken_lines
from vlcorpus.stages.documents.second_look.number_places import NumberPlaces, number_places
from vlcorpus.stages.documents.second_look.printed_lines import PrintedLine, printed_lines, shown_words
from vlcorpus.stages.documents.second_look.torn_rows import torn_rows
from vlcorpus.stages.stage import RowStage


class Look(NamedTuple):
    """What is seen again of a page: its parse and its lines, all in the frame in which it reads."""

    tree: PageTree
    boxes: list[BoxPx]
    lines: list[PrintedLine]
    frame: Frame

    def place(self, box: BoxPx) -> str:
        """Say where a box is on the page image, for a person who looks there."""
        return "at x1 {:.0f}, y1 {:.0f}, x2 {:.0f}, y2 {:.0f} px".format(*self.frame.back(box))


def look_at(page: ParsedPage, turn: int | None = None) -> Look:
    """Look at a page in the direction in which it reads, or in that of text of another `turn`."""
    frame = page_frame(page)
    if turn is not None:
        sides = (page.width_px, page.height_px)
        frame = Frame(turn, False, *(sides if turn % 2 == 0 else sides[::-1]))
    boxes = [BoxPx(*frame.of(box)) for box in page.boxes_px]
    return Look(page.tree, boxes, printed_lines(shown_words(page, frame)), frame)


def _by_turn(page: ParsedPage, look: Look) -> dict[int, list[tuple[TableGrid, BoxPx]]]:
    """Return the tables and their boxes on the page image, by the turn of most lines in them."""
    found: dict[int, list[tuple[TableGrid, BoxPx]]] = {}
    for block, box in zip(page.tree.blocks, page.boxes_px, strict=True):
        if block.table is not None:
            turns = Counter(line.turn for line in page.lines if contains(box, line.box))
            turn = turns.most_common(1)[0][0] if turns else look.frame.turn
            found.setdefault(turn, []).append((block.table, box))
    return found


@dataclass(frozen=True)
class LookAgain(RowStage[ParsedPage, ParsedPage]):
    """Reject a page whose parse says what is not printed so. A page that OCR has read is not looked at.

    Reasons, each with its place: lines_broken, rows_torn, numbers_lost, numbers_misplaced, cells_fused. The
    limits are ours; on the right pages of the benchmark none of the measures is above half of its limit.
    """

    version: ClassVar[str] = "3"

    max_broken_lines: float = 0.03  # share of the lines of print that no block at their place holds
    max_lost_numbers: float = 0.1  # of a table: share of the numbers that either its grid or the page lacks
    max_misplaced_numbers: float = 0.05  # of a table: share of the numbers printed in another row or column
    max_fused_cells: float = 0.1  # of a table: share of the cells with numbers that are several ones

    def each(self, row: ParsedPage) -> ParsedPage:
        if row.text_source is not TextSource.OCR:
            _check_characters(row)
            look = look_at(row)
            self._check_lines(look)
            for turn, its in _by_turn(row, look).items():
                seen = look if turn == look.frame.turn else look_at(row, turn)
                for grid, box in its:
                    frame_box = BoxPx(*seen.frame.of(box))
                    inside = [line for line in seen.lines if contains(frame_box, line.box)]
                    self._check_table(number_places(grid, inside), seen.place(frame_box))
        return row

    def _check_lines(self, look: Look) -> None:
        broken, n_lines = broken_lines(look.tree, look.boxes, look.lines)
        if len(broken) > self.max_broken_lines * n_lines:
            raise Reject(Reason.LINES_BROKEN, f"{len(broken)} of {n_lines} lines: {_told(broken, look)}")
        if torn := torn_rows(look.tree, look.boxes, look.lines):
            raise Reject(Reason.ROWS_TORN, f"{len(torn)} lines of numbers: {_told(torn, look)}")

    def _check_table(self, found: NumberPlaces, place: str) -> None:
        for reason, share, limit in (
            (Reason.NUMBERS_LOST, found.lost_fraction, self.max_lost_numbers),
            (Reason.NUMBERS_MISPLACED, found.misplaced_fraction, self.max_misplaced_numbers),
            (Reason.CELLS_FUSED, found.fused_fraction, self.max_fused_cells),
        ):
            if share > limit:
                raise Reject(reason, f"{share:.0%} of the table {place}")


def _check_characters(row: ParsedPage) -> None:
    """Raise Reject where a character stands in the answer whose meaning nobody knows."""
    cells = (cell.text for block in row.tree.blocks if block.table for cell in block.table.cells)
    if any(NO_CHARACTER in text for text in (*(block.text for block in row.tree.blocks), *cells)):
        fonts = {
            span.font: line.text for line in row.lines for span in line.spans if NO_CHARACTER in span.text
        }
        told = "; ".join(f"{font} in {text[:60]!r}" for font, text in sorted(fonts.items()))
        raise Reject(Reason.TEXT_GARBLED, f"glyphs that are no character: {told}")


def _told(lines: list[PrintedLine], look: Look) -> str:
    return f"{lines[0].text[:60]!r} {look.place(lines[0].box)}"
