"""Where rules mark a table: grids of crossing lines, and lines of one length with cells between them."""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.stages.documents.page.boxes import area, cover, shared_area
from vlcorpus.stages.documents.page.lines import CAPTION
from vlcorpus.stages.documents.tables.pieces import TablePiece, baselines
from vlcorpus.stages.documents.tables.rows import bands
from vlcorpus.stages.documents.tables.rules import SNAP_PX, Rule, Rules, drawn_fraction

MIN_LENGTH_EM = 5.0  # ours: a shorter line underlines a word
SAME_END_EM = 1.0  # ours: lines of one table end within that
ROWS_OF_CELLS = 0.4  # ours: share of the lines of print between two rules that have cells side by side
WIDE = 0.75  # ours: share of the width; a longer line that stands alone is prose
PROSE_CHARS = 30  # ours: the lines of a column of prose are longer
MIN_PROSE_LINES = 3
MAX_PARAGRAPH_LINES = 9  # ours: a cell of a table without upright lines has fewer
LEADING_EM = 1.7
SAME_HEIGHT = 1.3  # ours: a region higher by this factor than one with more rules is another table
PROSE = 0.6  # ours: share of long lines between two rules, above which they are prose
MAX_HEADING_LINES = 2  # ours: lines without cells that may stand between two rules: a heading over columns
VOID_EM = 10.0  # ours: white space between two lines of print that no table leaves
MAX_EMPTY_EM = 3.0  # ours: the most white space between two rules of one table
FRAMED = 0.6  # ours: share of the height between two rules; a vertical line so long parts cells
MAIN_PART = 0.4  # ours: share of a grid's area that its rows of cells must fill
MAX_CROSSINGS = 4_000_000  # pairs of lines to look at; a map or a drawing has more
MIN_GRID_RULES = 3
FULL = 0.5  # ours: share of a grid's width that is drawn, at this share of the heights of its lines
TITLE = re.compile(r"(?:table|exhibit|figure|chart|box|appendix|annex|notes?|sources?)\b", re.IGNORECASE)


@dataclass(slots=True)
class TableRegion:
    """Where a table may be."""

    box: BoxPx
    framed: bool = False  # lines stand upright between cells
    n_rules: int = 0  # number of horizontal rules
    bordered: bool = False  # lines cross: sides are drawn


@dataclass(slots=True)
class _Family:
    """Horizontal rules that begin and end alike, from top to bottom."""

    start: float
    end: float
    heights: list[float] = field(default_factory=list)


def ruled_regions(rules: Rules, pieces: list[TablePiece], em: float) -> list[TableRegion]:
    """Return the regions that rules mark, the largest first; none lies mostly in another."""
    runs = [run for family in _families(rules.across, em) for run in _runs(family, rules, pieces, em)]
    grids = [
        grid for grid in _grids(rules) if grid.framed or not _is_void(grid.box.y1, grid.box.y2, pieces, em)
    ]
    return _apart(_trimmed(grids, runs) + runs)


def _is_void(top: float, bottom: float, pieces: list[TablePiece], em: float) -> bool:
    """Say whether a good part of a page stands empty between two rules: they belong to different things."""
    inside = sorted((p for p in pieces if top < p.middle < bottom), key=lambda p: p.middle)
    edges = [(top, top), *((p.y1, p.y2) for p in inside), (bottom, bottom)]
    return any(below[0] - above[1] > VOID_EM * em for above, below in pairwise(edges))


def _trimmed(grids: list[TableRegion], runs: list[TableRegion]) -> list[TableRegion]:
    """Cut a grid to the rows of cells in it: a frame often holds the caption and the notes as well."""
    out: list[TableRegion] = []
    for grid in grids:
        own = [run for run in runs if shared_area(run.box, grid.box) > MAIN_PART * area(grid.box)]
        if own and own[0].n_rules >= MIN_GRID_RULES:
            box = BoxPx(grid.box.x1, own[0].box.y1, grid.box.x2, own[0].box.y2)
            out.append(TableRegion(box, grid.framed, own[0].n_rules, bordered=True))
        else:
            out.append(grid)
    return out


def networks(across: list[Rule], down: list[Rule], least: int) -> list[tuple[list[Rule], list[Rule]]]:
    """Return the rules that hang together by crossings, if at least `least` lie each way."""
    if len(across) < least or len(down) < least or len(across) * len(down) > MAX_CROSSINGS:
        return []
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
    found: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for i, rule in enumerate(across):
        found.setdefault(root(i), ([], []))[0].append(rule)
    for j, rule in enumerate(down):
        found.setdefault(root(len(across) + j), ([], []))[1].append(rule)
    return [(h, v) for h, v in found.values() if len(h) >= least and len(v) >= least]


def _grids(rules: Rules) -> list[TableRegion]:
    regions = []
    for across, down in networks(rules.across, rules.down, 2):
        if max(len(across), len(down)) < MIN_GRID_RULES:
            continue
        x1, x2 = min(r.start for r in across), max(r.end for r in across)
        heights: list[float] = []
        for rule in sorted(across, key=lambda rule: rule.at):
            if not heights or rule.at - heights[-1] > 2 * SNAP_PX:
                heights.append(rule.at)
        full = sum(drawn_fraction(across, y, x1, x2, 2 * SNAP_PX) >= FULL for y in heights)
        if full < 2 or full < FULL * len(heights):
            continue  # the bars of a chart
        y1, y2 = min(heights[0], *(r.start for r in down)), max(heights[-1], *(r.end for r in down))
        inner = any(x1 + SNAP_PX < r.at < x2 - SNAP_PX for r in down)
        regions.append(TableRegion(BoxPx(x1, y1, x2, y2), inner, len(across), bordered=True))
    return regions


def _families(across: list[Rule], em: float) -> list[_Family]:
    families: list[_Family] = []
    for rule in sorted(across, key=lambda rule: rule.at):
        if rule.end - rule.start < MIN_LENGTH_EM * em:
            continue
        reach = SAME_END_EM * em
        for family in families:
            if abs(family.start - rule.start) <= reach and abs(family.end - rule.end) <= reach:
                if rule.at - family.heights[-1] > SNAP_PX:
                    family.heights.append(rule.at)
                break
        else:
            families.append(_Family(rule.start, rule.end, [rule.at]))
    return [family for family in families if len(family.heights) > 1]


def _runs(family: _Family, rules: Rules, pieces: list[TablePiece], em: float) -> list[TableRegion]:
    """Return where cells stand between neighbouring rules of a family."""
    own = [p for p in pieces if family.start - em < (p.x1 + p.x2) / 2 < family.end + em]
    kinds = [_kind(family, a, b, own, rules, em) for a, b in pairwise(family.heights)]
    regions: list[TableRegion] = []
    run: list[int] = []
    for i, kind in enumerate([*kinds, "other"]):
        if kind != "other":
            run.append(i)
            continue
        while run and kinds[run[-1]] == "heading":
            run.pop()
        while run and kinds[run[0]] == "empty":
            run.pop(0)
        if any(kinds[j] in ("cells", "framed") for j in run):
            box = BoxPx(family.start, family.heights[run[0]], family.end, family.heights[run[-1] + 1])
            regions.append(TableRegion(box, any(kinds[j] == "framed" for j in run), len(run) + 1))
        run = []
    return regions


def _kind(
    family: _Family, top: float, bottom: float, pieces: list[TablePiece], rules: Rules, em: float
) -> str:
    """Say what stands between two rules: framed cells, cells, a heading, nothing, or something other."""
    between = [p for p in pieces if top < p.middle < bottom]
    if not between:
        return "empty" if bottom - top < MAX_EMPTY_EM * em else "other"
    upright = [r for r in rules.down if family.start + em < r.at < family.end - em]
    if any(drawn_fraction(upright, r.at, top, bottom, em / 4) >= FRAMED for r in upright):
        return "framed"
    if _is_void(top, bottom, between, em):
        return "other"
    rows = bands(baselines(between), em)
    if any(CAPTION.match(piece.text) for piece in between):
        return "other"
    if _are_columns_of_prose(between) or _paragraph_lines(between, em) >= MAX_PARAGRAPH_LINES:
        return "other"
    wide = sum(len(row) == 1 and row[0].x2 - row[0].x1 > WIDE * (family.end - family.start) for row in rows)
    n_cells = sum(sum(not piece.bullet for piece in row) > 1 for row in rows)
    if n_cells >= ROWS_OF_CELLS * len(rows) or (n_cells and not wide):
        return "cells"
    if len(rows) <= MAX_HEADING_LINES:
        return "other" if any(TITLE.match(piece.text) for piece in between) else "heading"
    return "other"


def _are_columns_of_prose(pieces: list[TablePiece]) -> bool:
    """Say whether most pieces are long lines, and some of them stand beside others."""
    long = [p for p in pieces if len(p.text) > PROSE_CHARS]
    if len(long) <= PROSE * len(pieces):
        return False
    n_left = sum(p.x2 <= max(q.x1 for q in long) for p in long)
    n_right = sum(p.x1 >= min(q.x2 for q in long) for p in long)
    return min(n_left, n_right) >= MIN_PROSE_LINES


def _paragraph_lines(pieces: list[TablePiece], em: float) -> int:
    """Return how many long lines follow each other in one column, set tight."""
    runs: list[tuple[TablePiece, int]] = []
    for piece in sorted((p for p in pieces if len(p.text) > PROSE_CHARS), key=lambda p: p.middle):
        above = [
            n
            for p, n in runs[-6:]
            if em / 2 < piece.middle - p.middle < LEADING_EM * em and p.x1 < piece.x2 and piece.x1 < p.x2
        ]
        runs.append((piece, max(above, default=0) + 1))
    return max((n for _, n in runs), default=0)


def _apart(regions: list[TableRegion]) -> list[TableRegion]:
    """Keep of regions that overlap the one with most rules, as wide as the others are."""
    kept: list[TableRegion] = []
    for region in sorted(regions, key=lambda region: (-region.n_rules, -area(region.box))):
        same = [other for other in kept if shared_area(region.box, other.box) > 0.5 * _least(region, other)]
        for other in same:
            if _height(region) <= SAME_HEIGHT * _height(other):
                other.box = cover([other.box, region.box])
                other.framed |= region.framed
                other.bordered |= region.bordered
        if not same:
            kept.append(region)
    return kept


def _least(a: TableRegion, b: TableRegion) -> float:
    return min(area(a.box), area(b.box))


def _height(region: TableRegion) -> float:
    return region.box.y2 - region.box.y1
