"""Reading order by geometry: bands, columns inside bands, and so on inward (XY-cut with merged bands).

A page is cut into bands by white space across it. Neighbouring bands that leave the same vertical gap free
form one group of columns, so that paragraphs of two columns that happen to end at one height do not cut
the columns; what crosses the gap (a heading, a wide figure) ends the group. Source: Nagy, Seth &
Viswanathan 1992, for the cut.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median
from typing import Generic, Protocol, TypeVar

from vlcorpus.stages.documents.layout.placed import Placed
from vlcorpus.stages.documents.layout.side_heads import headed_parts
from vlcorpus.stages.documents.page.lines import text_width

MIN_GUTTER_EM = 0.5  # ours: the least between columns; words up to 0.8 em apart are one item already
_TABLE_CELL_CHARS = 20  # ours: cells are shorter, lines of a column longer; a Chinese character counts as two
_ALIGNED = 0.8  # ours: share of the lines in a table that have a neighbour on their baseline
_COLUMN_LINES = 3  # ours: the longest of two columns has at least so many lines
_STORY_SIZE = 1.35  # ours: times the body's size; headings inside a column are smaller
_FAR_EM = 3.0  # ours: white space below one row, after which nothing goes on in its columns
_MAX_DEPTH = 8

Interval = tuple[float, float]


class Item(Placed, Protocol):
    @property
    def size(self) -> float: ...  # Size of the font, px; 0 for a figure or a table.


T = TypeVar("T", bound=Item)


@dataclass(slots=True)
class Flow(Generic[T]):
    """Items of one column, to be read from top to bottom, and across where they stand at one height."""

    items: list[T]
    column: list[T]  # what its lines are set like: its items, or those of the whole column beside its heads
    open: bool = True  # what follows may go on in it


def reading_order(items: Iterable[T], em: float) -> list[Flow[T]]:
    """Return the flows of a page in reading order. `em` is the size of body text in px."""
    flows: list[Flow[T]] = []
    _cut(list(items), em, flows, _MAX_DEPTH)
    return flows


def _cut(items: list[T], em: float, flows: list[Flow[T]], depth: int, column: list[T] | None = None) -> None:
    for group, gaps in _groups(_joined(_bands(items, em), em), em):
        columns = _columns(group, gaps)
        if len(columns) < 2 or depth == 0 or _are_rows(columns, em):
            if flows and flows[-1].open:
                flows[-1].items.extend(group)
            else:
                flows.append(Flow(group, column or group))
            continue
        for part, whole in _with_side_heads(columns, em):
            _close(flows)
            _cut(part, em, flows, depth - 1, whole)
        _close(flows)


def _with_side_heads(columns: list[list[T]], em: float) -> list[tuple[list[T], list[T] | None]]:
    """Return what is read column by column; a column of heads with the text beside it, part by part.

    A part comes with the column it is of.
    """
    out: list[tuple[list[T], list[T] | None]] = []
    rest = list(columns)
    while rest:
        parts = headed_parts(rest[0], rest[1], em) if len(rest) > 1 else []
        if parts:
            heads, text = rest[:2]
            out += [
                (items, of) for part in parts for items, of in zip(part, (heads, text), strict=True) if items
            ]
            rest = rest[2:]
        else:
            out.append((rest.pop(0), None))
    return out


def _close(flows: list[Flow[T]]) -> None:
    if flows:
        flows[-1].open = False


def _bands(items: list[T], em: float) -> list[list[T]]:
    """Cut by horizontal white space. Boxes of lines set tight overlap a little: edges do not count."""
    bands: list[list[T]] = []
    bottom = 0.0
    for item in sorted(items, key=lambda item: (item.y1, item.x1)):
        edge = min(item.y2 - item.y1, em) * 0.25
        if not bands or item.y1 + edge >= bottom:
            bands.append([])
            bottom = item.y2 - edge
        bands[-1].append(item)
        bottom = max(bottom, item.y2 - edge)
    return bands


def _joined(bands: list[list[T]], em: float) -> list[list[T]]:
    """Join a band with the one below where it is the beginning of a column other than the first.

    Columns seldom begin at one height to the pixel: one of them begins with a heading.
    """
    joined: list[list[T]] = []
    for band in bands:
        above = joined[-1] if joined else []
        left = min((gap[1] for gap in _inner(_free(band, em))), default=float("inf"))
        later = [item for item in band if item.x1 >= left]
        close = bool(above and later) and min(i.y1 for i in later) - max(i.y2 for i in above) < em
        if close and all(item.x1 >= left for item in above):
            above.extend(band)
        else:
            joined.append(band)
    return joined


def _free(items: list[T], em: float) -> list[Interval]:
    """Return the x intervals that no item covers, at least a gutter wide, from minus to plus infinity."""
    free: list[Interval] = []
    right = float("-inf")
    for item in sorted(items, key=lambda item: item.x1):
        if item.x1 - right >= MIN_GUTTER_EM * em:
            free.append((right, item.x1))
        right = max(right, item.x2)
    free.append((right, float("inf")))
    return free


def _shared(a: list[Interval], b: list[Interval], em: float) -> list[Interval]:
    both = [(max(p[0], q[0]), min(p[1], q[1])) for p in a for q in b]
    return [gap for gap in both if gap[1] - gap[0] >= MIN_GUTTER_EM * em]


def _inner(gaps: list[Interval]) -> list[Interval]:
    return [gap for gap in gaps if gap[0] != float("-inf") and gap[1] != float("inf")]


def _groups(bands: list[list[T]], em: float) -> list[tuple[list[T], list[Interval]]]:
    """Merge neighbouring bands while they share an inner gap, or have none."""
    groups: list[tuple[list[T], list[Interval]]] = []
    for band in bands:
        free = _free(band, em)
        items, gaps = groups[-1] if groups else ([], [])
        shared = _shared(gaps, free, em)
        if _inner(gaps):
            goes_on = len(_columns(items + band, shared)) > 1 and not (
                _are_headlines(band, gaps, shared, em) or _is_far_from_row(band, items, em)
            )
        else:
            goes_on = bool(groups) and not _inner(free)
        if goes_on:
            groups[-1] = (items + band, shared)
        else:
            groups.append((band, free))
    return groups


def _are_headlines(band: list[T], gaps: list[Interval], shared: list[Interval], em: float) -> bool:
    """Say whether new stories begin side by side here: headlines alone, of which one spans columns."""
    large = all(item.size >= _STORY_SIZE * em for item in band)
    spans = len(_inner(shared)) < len(_inner(gaps))
    return large and spans and len(_columns(band, shared)) > 1


def _is_far_from_row(band: list[T], items: list[T], em: float) -> bool:
    """Say whether items are but one row, as buttons are, and the band stands far below it."""
    is_row = max(item.y1 for item in items) < min(item.y2 for item in items)
    return is_row and min(item.y1 for item in band) - max(item.y2 for item in items) > _FAR_EM * em


def _columns(items: list[T], gaps: list[Interval]) -> list[list[T]]:
    """Split items at the inner gaps, left to right; a side without items is no column."""
    cuts = sorted((gap[0] + gap[1]) / 2 for gap in _inner(gaps))
    columns: list[list[T]] = [[] for _ in range(len(cuts) + 1)]
    for item in items:
        middle = (item.x1 + item.x2) / 2
        columns[sum(cut < middle for cut in cuts)].append(item)
    return [column for column in columns if column]


def _are_rows(columns: list[list[T]], em: float) -> bool:
    """Say whether columns are cells of rows, to be read across: short, and at one height with others."""
    if any(not item.text for column in columns for item in column):
        return False
    printed = [_printed_lines(column, em) for column in columns]
    if max(map(len, printed)) < _COLUMN_LINES:
        return True
    short = sum(median(lines.values()) < _TABLE_CELL_CHARS for lines in printed)
    if short < len(columns) - 1:
        return False
    narrow = min(printed, key=len)
    others = [y for lines in printed if lines is not narrow for y in lines]
    aligned = sum(any(abs(y - other) < 0.3 * em for other in others) for y in narrow)
    return aligned >= _ALIGNED * len(narrow)


def _printed_lines(column: list[T], em: float) -> dict[float, int]:
    """Return the width of each printed line by the height of its middle: a line may be many pieces."""
    lines: dict[float, int] = {}
    last = float("-inf")
    for item in sorted(column, key=lambda item: item.y1 + item.y2):
        middle = (item.y1 + item.y2) / 2
        if middle - last > 0.3 * em:
            last = middle
        lines[last] = lines.get(last, 0) + text_width(item.text)
    return lines
