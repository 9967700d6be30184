"""The straight lines that are drawn on a page, and the bands of shading whose edges stand for lines."""

from collections.abc import Iterable
from dataclasses import dataclass

from vlcorpus.schemas.documents.document import Drawing
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.stages.documents.page.boxes import area, cover
from vlcorpus.stages.documents.page.figures import RULE_PX
from vlcorpus.stages.documents.page.lines import Line

MIN_RULE_PX = 10.0
SNAP_PX = 4.0  # ours: ends of lines meet within 2 pt
COVERED = 0.8  # ours: a stretch counts as drawn when this share of it is
# MuPDF bounds a stroke by its width times the mitre limit, which is 10 unless the file says otherwise: at
# 144 dpi 40 px are a line of 1 pt, 80 px one of 2 pt. Of such thick ones one is long, unlike a frame so high.
MAX_MITRED_PX = 45.0
MAX_LONG_MITRED_PX = 85.0
_LONG = 6.0  # ours: times its box's height
SAME_SHADE = 0.02  # ours: luminances that differ by less are one colour
WHITE = 0.99  # ours: a fill as bright as paper shows no edge


@dataclass(slots=True)
class Rule:
    """A drawn line: at `at`, from `start` to `end` along its direction. Pixels."""

    at: float
    start: float
    end: float


@dataclass(slots=True)
class Rules:
    """Rules by direction, each joined where they go on in one line."""

    across: list[Rule]
    down: list[Rule]


def page_rules(drawings: list[Drawing], lines: list[Line]) -> Rules:
    """Return the rules of a page. A stroked rectangle is four of them, a filled thin one is one."""
    across: list[Rule] = []
    down: list[Rule] = []
    drawings = _seen(drawings)
    thick = _line_sides(drawings, lines)
    for d in drawings:
        x1, y1, x2, y2 = d.box
        width, height = x2 - x1, y2 - y1
        side = min(width, height)
        is_line = side <= RULE_PX or (d.stroked and _side(d) in thick)
        # A stroke's box stands out beyond its ends as far as to its sides.
        out = side / 2 if d.stroked else 0.0
        if is_line and height < width:
            across.append(Rule((y1 + y2) / 2, x1 + out, x2 - out))
        elif is_line and width < height:
            down.append(Rule((x1 + x2) / 2, y1 + out, y2 - out))
        elif d.stroked and side >= MIN_RULE_PX:
            across += [Rule(y1, x1, x2), Rule(y2, x1, x2)]
            down += [Rule(x1, y1, y2), Rule(x2, y1, y2)]
    return Rules(join_rules(across), join_rules(down))


def shade_rules(drawings: list[Drawing], largest: float = float("inf")) -> Rules:
    """Return the edges of filled rectangles up to an area of `largest` px.

    One within another of its colour is the ground of its text.
    """
    fills = _whole_panels(d for d in drawings if _is_fill(d) and area(d.box) <= largest)
    outer = [d for d in fills if not any(_holds(other, d) for other in fills if other is not d)]
    across = [Rule(y, d.box.x1, d.box.x2) for d in outer for y in (d.box.y1, d.box.y2)]
    down = [Rule(x, d.box.y1, d.box.y2) for d in outer for x in (d.box.x1, d.box.x2)]
    return Rules(join_rules(across), join_rules(down))


def join_rules(rules: Iterable[Rule]) -> list[Rule]:
    """Join rules that go on in one line: many programs draw a border cell by cell."""
    joined: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: (round(rule.at / SNAP_PX), rule.start)):
        last = joined[-1] if joined else None
        if last and abs(last.at - rule.at) <= SNAP_PX and last.start <= rule.start <= last.end + SNAP_PX:
            last.end = max(last.end, rule.end)
        else:
            joined.append(Rule(rule.at, rule.start, rule.end))
    return joined


def rules_within(rules: Rules, box: BoxPx, slack: float) -> Rules:
    """Return the rules inside `box` grown by `slack`, cut to it."""
    x1, y1, x2, y2 = box[0] - slack, box[1] - slack, box[2] + slack, box[3] + slack
    across = [Rule(r.at, max(r.start, x1), min(r.end, x2)) for r in rules.across if y1 <= r.at <= y2]
    down = [Rule(r.at, max(r.start, y1), min(r.end, y2)) for r in rules.down if x1 <= r.at <= x2]
    return Rules(
        [r for r in across if r.end - r.start >= MIN_RULE_PX],
        [r for r in down if r.end - r.start >= MIN_RULE_PX],
    )


def drawn_fraction(rules: list[Rule], at: float, start: float, end: float, reach: float) -> float:
    """Return how much of `start` … `end` is drawn by rules within `reach` of `at`: 0..1."""
    if end <= start:
        return 0.0
    covered, done = 0.0, start
    for rule in sorted((r for r in rules if abs(r.at - at) <= reach), key=lambda r: r.start):
        covered += max(0.0, min(rule.end, end) - max(rule.start, done))
        done = max(done, rule.end)
    return covered / (end - start)


def _seen(drawings: list[Drawing]) -> list[Drawing]:
    """Return rectangles and lines without white ones, which show on shading only.

    A thin fill is a line of whatever form: the sides of a border with two shades end aslant.
    """
    white = any(d.luminance >= WHITE for d in drawings)
    ground = [d.box for d in drawings if _is_fill(d)] if white else []
    return [
        d
        for d in drawings
        if (d.is_rect or (not d.stroked and _side(d) <= RULE_PX))
        and (d.luminance < WHITE or (not d.stroked and any(_touch(d.box, box) for box in ground)))
    ]


def _touch(a: BoxPx, b: BoxPx) -> bool:
    return a.x1 <= b.x2 + 1 and b.x1 <= a.x2 + 1 and a.y1 <= b.y2 + 1 and b.y1 <= a.y2 + 1


def _side(d: Drawing) -> int:
    return round(min(d.box.x2 - d.box.x1, d.box.y2 - d.box.y1))


def _line_sides(drawings: list[Drawing], lines: list[Line]) -> set[int]:
    """Return the shorter sides of thick strokes that are lines, px: no text stands in the middle of any."""
    sides: set[int] = set()
    for d in drawings:
        side, length = sorted((d.box.x2 - d.box.x1, d.box.y2 - d.box.y1))
        if d.stroked and side > RULE_PX:
            is_long = side <= MAX_LONG_MITRED_PX and length >= _LONG * side
            if side <= MAX_MITRED_PX or is_long:
                sides.add(_side(d))
    for d in drawings:
        if d.stroked and _side(d) in sides and any(_frames(d.box, line.box) for line in lines):
            sides.discard(_side(d))
    return sides


def _frames(box: BoxPx, text: BoxPx) -> bool:
    """Say whether text stands in the middle of a box, and inside it."""
    middle = (box.y1 + box.y2) / 2
    third = (text.y2 - text.y1) / 3
    level = text.y1 + third < middle < text.y2 - third
    return level and box.x1 - 2 <= text.x1 and text.x2 <= box.x2 + 2 and text.y2 - text.y1 <= box.y2 - box.y1


def _whole_panels(fills: Iterable[Drawing]) -> list[Drawing]:
    """Join fills of one colour and width that lie on each other: some programs shade a text line by line."""
    panels: list[Drawing] = []
    for fill in sorted(fills, key=lambda d: (round(d.box.x1), round(d.box.x2), d.box.y1)):
        last = panels[-1] if panels else None
        if last is not None and _goes_on_below(last, fill):
            panels[-1] = last._replace(box=cover([last.box, fill.box]))
        else:
            panels.append(fill)
    return panels


def _goes_on_below(a: Drawing, b: Drawing) -> bool:
    same_width = abs(a.box.x1 - b.box.x1) <= 1 and abs(a.box.x2 - b.box.x2) <= 1
    return same_width and abs(b.box.y1 - a.box.y2) <= 1 and abs(a.luminance - b.luminance) < SAME_SHADE


def _is_fill(d: Drawing) -> bool:
    width, height = d.box.x2 - d.box.x1, d.box.y2 - d.box.y1
    return d.is_rect and not d.stroked and d.luminance < WHITE and min(width, height) > RULE_PX


def _holds(outer: Drawing, inner: Drawing) -> bool:
    a, b = outer.box, inner.box
    inside = a.x1 - 1 <= b.x1 and a.y1 - 1 <= b.y1 and a.x2 + 1 >= b.x2 and a.y2 + 1 >= b.y2
    smaller = (b.x2 - b.x1) * (b.y2 - b.y1) < 0.98 * (a.x2 - a.x1) * (a.y2 - a.y1)
    return inside and smaller and abs(outer.luminance - inner.luminance) < SAME_SHADE
