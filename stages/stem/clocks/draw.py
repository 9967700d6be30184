"""Clocks as things to be drawn: dials, ticks, numerals, hands, displays of seven segments."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

from vlcorpus.schemas.scenes.path import Path, Point, arc, polyline
from vlcorpus.schemas.scenes.scene import Role, Shape, Tag, Thing
from vlcorpus.stages.stem.clocks.clock import HOUR, MINUTE, RADIUS, Clock, roman
from vlcorpus.stages.stem.strokes import stroked, stroked_width

# In thousandths of the radius.
RIM = 1060
NUMERAL_HEIGHT = {"arabic": 150, "roman": 122}
NUMERAL_HEIGHT_24, NUMERAL_WIDTH_24 = 95, 150
MARK = 70
HOUR_WIDTH, MINUTE_WIDTH = 44, 28  # half of the width of a hand
RING = 45
TAIL = 180
CAP = 38
DISPLAY_HEIGHT = 620  # of a digital clock that is 2000 wide
DIGIT_HEIGHT = 380
# Which of the segments a to g a digit lights.
SEGMENTS = ("abcdef", "bc", "abged", "abgcd", "fgbc", "afgcd", "afgedc", "abc", "abcdefg", "abcdfg")


def things(clocks: Iterable[Clock], looks: Sequence[str]) -> tuple[Thing, ...]:
    """Return what is drawn, in the order in which it is painted; `looks` are names of `HAND_SHAPES`."""
    found: list[Thing] = []
    for clock, look in zip(clocks, looks, strict=True):
        found += _display(clock) if clock.is_digital else _analog(clock, look)
    return tuple(found)


def _tags(clock: Clock, low: float) -> tuple[Tag, ...]:
    if clock.name == "clock":
        return ()
    x, y = clock.center
    return (Tag(clock.name, (x, y - low), away_from=(x, y)),)


def _analog(clock: Clock, look: str) -> Iterator[Thing]:
    name = clock.name
    dial = Shape(Role.LINE, arc(clock.center, RIM * RADIUS / 1000))
    yield Thing(f"dial of {name}", "dial", (dial,), _tags(clock, RIM * RADIUS / 1000))
    if clock.n_ticks:
        yield Thing(f"ticks of {name}", "ticks", tuple(_ticks(clock)))
    if clock.marked:
        tip, left, right = clock.at(0, 985 - MARK), clock.at(-0.014, 985), clock.at(0.014, 985)
        yield Thing(f"mark of {name}", "mark", (Shape(Role.FULL, polyline([tip, left, right], closed=True)),))
    for hour in clock.written:
        yield Thing(f"numeral {hour} of {name}", "numeral", (Shape(Role.MARK, _numeral(clock, hour)),))
    for hand in clock.lengths:
        yield Thing(f"{hand} hand of {name}", "hand", tuple(_hand(clock, hand, look)))
    cap = Shape(Role.FULL, arc(clock.center, CAP * RADIUS / 1000))
    yield Thing(f"pivot of {name}", "pivot", (cap,))


def _ticks(clock: Clock) -> Iterator[Shape]:
    for n in range(clock.n_ticks):
        is_long = n * 12 % clock.n_ticks == 0
        inner = 925 if is_long else 965
        path = polyline([clock.at(n / clock.n_ticks, inner), clock.at(n / clock.n_ticks, 1000)])
        yield Shape(Role.LINE if is_long else Role.MARK, path)


def _numeral(clock: Clock, hour: int) -> Path:
    text = roman(hour) if clock.numerals == "roman" else str(hour)
    height: float = NUMERAL_HEIGHT[clock.numerals]
    if clock.hours == 24:
        height = min(NUMERAL_HEIGHT_24, NUMERAL_WIDTH_24 / stroked_width(text, 1.0))
    center = clock.at(hour / clock.hours, clock.numerals_at)
    return stroked(text, center, height * RADIUS / 1000, clock.direction(0), mirrored=clock.mirrored)


def _hand(clock: Clock, hand: str, look: str) -> Iterator[Shape]:
    part, whole = clock.turn_of(hand)
    length, turn = clock.lengths[hand], part / whole

    def at(along: float, aside: float) -> Point:
        """Return a place beside the hand, in thousandths of the radius."""
        x, y = clock.at(turn, along)
        angle, reach = clock.direction(turn), aside * RADIUS / 1000
        return x + reach * math.cos(angle), y - reach * math.sin(angle)

    if hand == "second":
        yield Shape(Role.MARK, polyline([at(-TAIL, 0), at(length, 0)]))
        yield Shape(Role.FULL, arc(at(-TAIL, 0), 0.03 * RADIUS))
    elif hand == "alarm":
        yield Shape(Role.MARK, polyline([at(0, 0), at(length - 2 * RING, 0)]))
        yield Shape(Role.MARK, arc(at(length - RING, 0), RING * RADIUS / 1000))
    else:
        width = HOUR_WIDTH if hand == "hour" else MINUTE_WIDTH
        outline = HAND_SHAPES[look](length, width)
        yield Shape(Role.FULL, polyline([at(*corner) for corner in outline], closed=True))


def _baton(length: int, width: int) -> list[Point]:
    return [(0, -width), (length, -width), (length, width), (0, width)]


def _taper(length: int, width: int) -> list[Point]:
    return [(0, -width), (length, 0), (0, width)]


def _leaf(length: int, width: int) -> list[Point]:
    half = 0.55 * length
    return [(0, -0.4 * width), (half, -1.3 * width), (length, 0), (half, 1.3 * width), (0, 0.4 * width)]


def _arrow(length: int, width: int) -> list[Point]:
    neck, wide = length - 3.2 * width, 1.8 * width
    shaft = 0.5 * width
    return [
        (0, -shaft),
        (neck, -shaft),
        (neck, -wide),
        (length, 0),
        (neck, wide),
        (neck, shaft),
        (0, shaft),
    ]


HAND_SHAPES = {"baton": _baton, "taper": _taper, "leaf": _leaf, "arrow": _arrow}


def _display(clock: Clock) -> Iterator[Thing]:
    x, y = clock.center
    half = DISPLAY_HEIGHT / 2
    corners = [
        (x + a, y + b) for a, b in ((-RADIUS, -half), (RADIUS, -half), (RADIUS, half), (-RADIUS, half))
    ]
    frame = Shape(Role.LINE, polyline(corners, closed=True))
    yield Thing(f"display of {clock.name}", "display", (frame,), _tags(clock, half))
    hours, rest = divmod(clock.seconds, HOUR)
    hours = hours or 12 if clock.hours == 12 else hours
    text = f"{hours:2}:{rest // MINUTE:02}" + (f":{rest % MINUTE:02}" if clock.shows_seconds else "")
    yield Thing(f"digits of {clock.name}", "digits", tuple(_digits(text, clock.center)))


def _digits(text: str, center: Point) -> Iterator[Shape]:
    """Yield a text of digits, colons and spaces, centred."""
    height = DIGIT_HEIGHT if len(text) == 5 else 0.8 * DIGIT_HEIGHT
    digit, colon, gap = 0.52 * height, 0.16 * height, 0.17 * height
    widths = [colon if character == ":" else digit for character in text]
    x = center[0] - (sum(widths) + gap * (len(text) - 1)) / 2
    for character, width in zip(text, widths, strict=True):
        if character == ":":
            for up in (-0.2, 0.2):
                yield Shape(Role.FULL, arc((x + width / 2, center[1] + up * height), 0.07 * height))
        elif character != " ":
            yield from _segments(int(character), (x, center[1] - height / 2), digit, height)
        x += width + gap


def _segments(digit: int, corner: Point, width: float, height: float) -> Iterator[Shape]:
    x, y = corner
    half = height / 2
    ends = {
        "a": ((0, height), (width, height)),
        "b": ((width, height), (width, half)),
        "c": ((width, half), (width, 0)),
        "d": ((0, 0), (width, 0)),
        "e": ((0, 0), (0, half)),
        "f": ((0, half), (0, height)),
        "g": ((0, half), (width, half)),
    }
    for segment in SEGMENTS[digit]:
        (ax, ay), (bx, by) = ends[segment]
        yield Shape(Role.FULL, _segment((x + ax, y + ay), (x + bx, y + by), 0.06 * height))


def _segment(a: Point, b: Point, thick: float) -> Path:
    """Return a bar with pointed ends that keeps a little off them."""
    length = math.dist(a, b)
    ux, uy = (b[0] - a[0]) / length, (b[1] - a[1]) / length

    def at(along: float, aside: float) -> Point:
        return a[0] + ux * along - uy * aside, a[1] + uy * along + ux * aside

    near, far = 0.15 * thick, length - 0.15 * thick
    return polyline(
        [
            at(near, 0),
            at(near + thick, thick),
            at(far - thick, thick),
            at(far, 0),
            at(far - thick, -thick),
            at(near + thick, -thick),
        ],
        closed=True,
    )
