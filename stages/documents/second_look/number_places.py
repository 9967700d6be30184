"""Where the numbers of a table are printed: each in line with its row and its column, and none lost.

The parse says in which cell a number stands, the text layer where on the page. A number that is printed once
in the box of the table and stands once in its grid is found again for sure; others by their turn.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.schemas.inline import unmarked
from vlcorpus.schemas.page import Cell, TableGrid
from vlcorpus.stages.documents.second_look.printed_lines import PrintedLine

_NUMBER = re.compile(r"\d+(?:[.,:'’]\d+)*")
MIN_IN_LINE = 2  # ours: so many other numbers say where their row or column is
OWN_LINE = 0.5  # ours: of the height of a number; two baselines are further apart


class Number(NamedTuple):
    """A number that was found on the page, and the cell of the grid in which it stands."""

    cell: Cell
    box: BoxPx
    line: int  # number of the printed line of which its word is a part
    once: bool = True  # whether it stands once in the table; else its place is that of its turn

    @property
    def y(self) -> float:
        return (self.box.y1 + self.box.y2) / 2

    @property
    def height(self) -> float:
        return self.box.y2 - self.box.y1


@dataclass(frozen=True, slots=True)
class NumberPlaces:
    """How many numbers of a table are where they should be. Fractions are 0..1, and 0 without numbers."""

    n_numbers: int  # number of those that the grid or the page has, whichever has more
    lost_fraction: float  # share of them that only one of both has
    misplaced_fraction: float  # share of those found that are printed in another row or column
    fused_fraction: float  # share of the cells with numbers that hold those of two rows or of two columns


def number_places(grid: TableGrid, lines: Iterable[PrintedLine]) -> NumberPlaces:
    """Compare the grid with the lines in its box, which are in the frame in which the table reads."""
    said = [(number, cell) for cell in grid.cells for number in numbers(cell.text)]
    printed = [
        (number, (word.box, index))
        for index, line in enumerate(lines)
        for word in line.words
        for number in numbers(word.text)
    ]
    in_grid, on_page = Counter(number for number, _ in said), Counter(number for number, _ in printed)
    n_numbers = max(in_grid.total(), on_page.total())
    n_lost = max((in_grid - on_page).total(), (on_page - in_grid).total())
    found = list(_paired(said, printed, in_grid, on_page))
    sure = [number for number in found if number.once]
    return NumberPlaces(
        n_numbers=n_numbers,
        lost_fraction=n_lost / n_numbers if n_numbers else 0.0,
        misplaced_fraction=sum(_misplaced(sure)) / len(sure) if sure else 0.0,
        fused_fraction=_fused_fraction(found),
    )


def _paired(
    said: list[tuple[str, Cell]],
    printed: list[tuple[str, tuple[BoxPx, int]]],
    in_grid: Counter[str],
    on_page: Counter[str],
) -> Iterator[Number]:
    """Yield the numbers that grid and page have equally often: the first of the grid is the first printed."""
    places: dict[str, list[tuple[BoxPx, int]]] = defaultdict(list)
    for number, place in printed:
        places[number].append(place)
    for its in places.values():
        its.sort(key=lambda place: _reading_order(place[0]))
    turns: Counter[str] = Counter()
    for number, cell in said:
        if in_grid[number] == on_page[number]:
            yield Number(cell, *places[number][turns[number]], once=on_page[number] == 1)
            turns[number] += 1


def _reading_order(box: BoxPx) -> tuple[int, float]:
    """Order by lines, then from the left; numbers of one line may stand a little higher or lower."""
    return round((box.y1 + box.y2) / max(1.0, box.y2 - box.y1)), box.x1


def numbers(text: str) -> list[str]:
    return _NUMBER.findall(unmarked(text))


def _misplaced(found: list[Number]) -> Iterator[bool]:
    """Say of each number whether it is printed in another row or column than that of its cell."""
    rows, columns = defaultdict(list), defaultdict(list)
    for number in found:
        if number.cell.rowspan == 1:
            rows[number.cell.row].append(number)
        if number.cell.colspan == 1:
            columns[number.cell.col].append(number)
    spans = {
        col: (median(n.box.x1 for n in its), median(n.box.x2 for n in its))
        for col, its in columns.items()
        if len(its) > MIN_IN_LINE
    }
    levels = {row: median(n.y for n in its) for row, its in rows.items() if len(its) > MIN_IN_LINE}
    late_rows = _out_of_order(levels)
    late_columns = _out_of_order({col: left for col, (left, _) in spans.items()})
    for number in found:
        late = number.cell.row in late_rows or number.cell.col in late_columns
        yield late or _in_other_column(number, spans) or _in_other_row(number, levels)


def _out_of_order(places: dict[int, float]) -> set[int]:
    """Return the rows, or the columns, that are printed before one that the grid has before them."""
    late: set[int] = set()
    reached = float("-inf")
    for index in sorted(places):
        if places[index] < reached:
            late.add(index)
        reached = max(reached, places[index])
    return late


def _in_other_column(number: Number, spans: dict[int, tuple[float, float]]) -> bool:
    own = spans.get(number.cell.col)
    if number.cell.colspan > 1 or own is None or _overlaps(number, own):
        return False
    return any(_overlaps(number, span) for col, span in spans.items() if col != number.cell.col)


def _overlaps(number: Number, span: tuple[float, float]) -> bool:
    return number.box.x1 < span[1] and span[0] < number.box.x2


def _in_other_row(number: Number, levels: dict[int, float]) -> bool:
    own = levels.get(number.cell.row)
    reach = OWN_LINE * number.height
    if number.cell.rowspan > 1 or own is None or abs(number.y - own) <= reach:
        return False
    return any(abs(number.y - y) <= reach for row, y in levels.items() if row != number.cell.row)


def _fused_fraction(found: list[Number]) -> float:
    """Return the share of the cells with numbers that are several cells of the page.

    Two cells of a row that both hold numbers on the same two baselines are two rows. Two numbers on one
    baseline, with a gap between them, are two columns, where half of the cells of the column hold two such.
    """
    cells: dict[Cell, list[Number]] = defaultdict(list)
    for number in found:
        cells[number.cell].append(number)
    rows, columns = defaultdict(list), defaultdict(list)
    for cell, its in cells.items():
        rows[cell.row].append(its)
        columns[cell.col].append(its)
    fused = {its[0].cell for row in rows.values() for its in _of_two_rows(row)}
    for column in columns.values():
        wide = [its for its in column if _is_parted(its)]
        if len(wide) >= MIN_IN_LINE and len(wide) * 2 >= len(column):
            fused |= {its[0].cell for its in wide}
    return len(fused) / len(cells) if cells else 0.0


def _of_two_rows(cells: list[list[Number]]) -> list[list[Number]]:
    """Return the cells whose numbers stand on two baselines that another cell's numbers stand on as well."""
    stacked = [its for its in cells if its[0].cell.rowspan == 1 and _is_stacked(its)]
    return [
        its
        for its in stacked
        if any(other is not its and _n_level(its, other) >= MIN_IN_LINE for other in stacked)
    ]


def _is_stacked(its: list[Number]) -> bool:
    return max(n.y for n in its) - min(n.y for n in its) > its[0].height * OWN_LINE


def _n_level(its: list[Number], other: list[Number]) -> int:
    """Count the baselines that numbers of both cells stand on."""
    levels: list[float] = []
    for number in its:
        reach = OWN_LINE * number.height
        shared = any(abs(number.y - n.y) <= reach for n in other)
        if shared and all(abs(number.y - y) > reach for y in levels):
            levels.append(number.y)
    return len(levels)


def _is_parted(its: list[Number]) -> bool:
    ordered = sorted(its, key=lambda n: n.box.x1)
    return any(a.line != b.line and abs(a.y - b.y) <= OWN_LINE * a.height for a, b in pairwise(ordered))
