"""Tables whose grid is drawn in full: lines snapped to a grid, cells where no separator is missing.

Only what is certain is a table: an outer frame without gaps, rectangular cells, every line of text within
one cell. Anything else stays text.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from schemas.document import Drawing
from schemas.geometry import BoxPx
from schemas.page import Cell, TableGrid, clean_text
from schemas.qwenvl.chat import scrub
from stages.documents.figures import contains
from stages.documents.lines import Line, join_texts

MAX_RULE_PX = 8.0  # ours: the box of a line 2 pt wide at 144 dpi; a thicker bar is shading
MIN_RULE_PX = 10.0
SNAP_PX = 4.0  # ours: ends of lines meet within 2 pt
COVERED = 0.8  # ours: of a cell's side, by which it counts as drawn
MIN_FILLED = 0.3  # ours: of the cells; below it the grid is a form or graph paper
MAX_CELLS = 2000
OVERHANG_PX = 8.0  # ours: how far a line may stand out of its cell


@dataclass(slots=True)
class RuledTable:
    box: BoxPx
    grid: TableGrid
    lines: list[Line]  # that the cells hold


@dataclass(slots=True)
class _Rule:
    """A drawn line: at `at`, from `start` to `end` along its direction."""

    at: float
    start: float
    end: float


def ruled_tables(drawings: list[Drawing], lines: list[Line]) -> list[RuledTable]:
    across, down = _rules(drawings)
    tables = []
    for h, v in _networks(across, down):
        table = _table(h, v, lines)
        if table is not None:
            tables.append(table)
    return tables


def _rules(drawings: list[Drawing]) -> tuple[list[_Rule], list[_Rule]]:
    """Return horizontal and vertical rules. A stroked rectangle is four of them, a filled thin one is one."""
    across: list[_Rule] = []
    down: list[_Rule] = []
    for d in drawings:
        x1, y1, x2, y2 = d.box
        width, height = x2 - x1, y2 - y1
        if not d.is_rect:
            continue
        if height <= MAX_RULE_PX < width:
            across.append(_Rule((y1 + y2) / 2, x1, x2))
        elif width <= MAX_RULE_PX < height:
            down.append(_Rule((x1 + x2) / 2, y1, y2))
        elif d.stroked and min(width, height) >= MIN_RULE_PX:
            across += [_Rule(y1, x1, x2), _Rule(y2, x1, x2)]
            down += [_Rule(x1, y1, y2), _Rule(x2, y1, y2)]
    return _in_line(across), _in_line(down)


def _in_line(rules: list[_Rule]) -> list[_Rule]:
    """Join rules that go on in one line: many programs draw a border cell by cell."""
    joined: list[_Rule] = []
    for rule in sorted(rules, key=lambda rule: (round(rule.at / SNAP_PX), rule.start)):
        last = joined[-1] if joined else None
        if last and abs(last.at - rule.at) <= SNAP_PX and last.start <= rule.start <= last.end + SNAP_PX:
            last.end = max(last.end, rule.end)
        else:
            joined.append(rule)
    return joined


def _networks(across: list[_Rule], down: list[_Rule]) -> Iterable[tuple[list[_Rule], list[_Rule]]]:
    """Yield the rules that hang together by crossings."""
    if len(across) < 3 or len(down) < 3 or len(across) * len(down) > 4_000_000:
        return
    parent = list(range(len(across) + len(down)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    by_height = sorted(range(len(across)), key=lambda i: across[i].at)
    for j, v in enumerate(down):
        for i in by_height:
            h = across[i]
            if h.at > v.end + SNAP_PX:
                break
            if h.at >= v.start - SNAP_PX and h.start - SNAP_PX <= v.at <= h.end + SNAP_PX:
                parent[root(i)] = root(len(across) + j)
    networks: dict[int, tuple[list[_Rule], list[_Rule]]] = {}
    for i, rule in enumerate(across):
        networks.setdefault(root(i), ([], []))[0].append(rule)
    for j, rule in enumerate(down):
        networks.setdefault(root(len(across) + j), ([], []))[1].append(rule)
    yield from (network for network in networks.values() if all(network))


def _table(across: list[_Rule], down: list[_Rule], lines: list[Line]) -> RuledTable | None:
    ys, xs = _snap(across), _snap(down)
    n_rows, n_cols = len(ys) - 1, len(xs) - 1
    if (
        n_rows < 2
        or n_cols < 2
        or n_rows * n_cols > MAX_CELLS
        or _overhangs(across, xs)
        or _overhangs(down, ys)
    ):
        return None
    # separator drawn above row r in column c; left of column c in row r
    above = [[_drawn(across, y, xs[c], xs[c + 1]) for c in range(n_cols)] for y in ys]
    left = [[_drawn(down, x, ys[r], ys[r + 1]) for x in xs] for r in range(n_rows)]
    framed = all(above[0]) and all(above[-1]) and all(row[0] and row[-1] for row in left)
    places = _merge(above, left, n_rows, n_cols) if framed else None
    if places is None:
        return None
    box = BoxPx(xs[0], ys[0], xs[-1], ys[-1])
    inside = [line for line in lines if contains(box, line.box)]
    held: dict[tuple[int, int], list[Line]] = {place: [] for place in places}
    for line in inside:
        place = _cell_of(line.box, places, xs, ys)
        if place is None:
            return None
        held[place].append(line)
    filled = sum(map(bool, held.values()))
    if filled < max(2, MIN_FILLED * len(held)):
        return None
    head = all(line.bold for (row, _), found in held.items() if row == 0 for line in found)
    cells = tuple(
        Cell(r, c, _text(held[r, c]), *places[r, c], header=head and r == 0) for r, c in sorted(places)
    )
    return RuledTable(box, TableGrid(n_rows, n_cols, cells), inside)


def _overhangs(rules: list[_Rule], grid: list[float]) -> bool:
    """Say whether a rule goes on beyond the grid: a side is open, and where it ends is not known."""
    first = min(rule.start for rule in rules)
    last = max(rule.end for rule in rules)
    return first < grid[0] - 2 * SNAP_PX or last > grid[-1] + 2 * SNAP_PX


def _snap(rules: list[_Rule]) -> list[float]:
    """Return the distinct positions of rules."""
    positions: list[float] = []
    for at in sorted(rule.at for rule in rules):
        if not positions or at - positions[-1] > 2 * SNAP_PX:
            positions.append(at)
    return positions


def _drawn(rules: list[_Rule], at: float, start: float, end: float) -> bool:
    covered = 0.0
    reach = start
    for rule in sorted((r for r in rules if abs(r.at - at) <= 2 * SNAP_PX), key=lambda r: r.start):
        covered += max(0.0, min(rule.end, end) - max(rule.start, reach))
        reach = max(reach, rule.end)
    return covered >= COVERED * (end - start)


def _merge(
    above: list[list[bool]], left: list[list[bool]], n_rows: int, n_cols: int
) -> dict[tuple[int, int], tuple[int, int]] | None:
    """Return rowspan and colspan of each cell by its first place; None where a cell is no rectangle."""
    places: dict[tuple[int, int], tuple[int, int]] = {}
    taken: set[tuple[int, int]] = set()
    for row in range(n_rows):
        for col in range(n_cols):
            if (row, col) in taken:
                continue
            rowspan = colspan = 1
            while col + colspan < n_cols and not left[row][col + colspan]:
                colspan += 1
            while row + rowspan < n_rows and not above[row + rowspan][col]:
                rowspan += 1
            covered = {(r, c) for r in range(row, row + rowspan) for c in range(col, col + colspan)}
            walls = any(left[r][c] for r, c in covered if c > col) or any(
                above[r][c] for r, c in covered if r > row
            )
            if walls or not taken.isdisjoint(covered):
                return None
            taken |= covered
            places[row, col] = (rowspan, colspan)
    return places


def _cell_of(
    box: BoxPx, places: dict[tuple[int, int], tuple[int, int]], xs: list[float], ys: list[float]
) -> tuple[int, int] | None:
    for (row, col), (rowspan, colspan) in places.items():
        cell = BoxPx(xs[col], ys[row], xs[col + colspan], ys[row + rowspan])
        if contains(cell, box):
            return (row, col) if box.x1 > cell.x1 - OVERHANG_PX and box.x2 < cell.x2 + OVERHANG_PX else None
    return None


def _text(lines: list[Line]) -> str:
    rows = sorted(lines, key=lambda line: (round(line.y1 / max(1.0, line.height / 2)), line.x1))
    return clean_text(scrub(join_texts([line.text for line in rows])))
