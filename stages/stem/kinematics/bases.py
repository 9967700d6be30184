"""Kinds of motions, piece by piece at random. Times and values are in grid lines.

A motion is told by the values of its joints, (time, value), and is straight in between; parabolas are made of
their coefficients.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise
from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.kinematics.motion import Motion, Piece

Joints = list[tuple[int, int]]
Base = Callable[[Random], list[Motion]]
BASES: dict[str, tuple[str, Base]] = {}  # with the quantity that is drawn
LAST = 10  # grid lines along the axis of time
TOP = 8  # grid lines along the axis of values, on its larger side


def base(quantity: str) -> Callable[[Base], Base]:
    def add(build: Base) -> Base:
        BASES[build.__name__] = (quantity, build)
        return build

    return add


@base("position")
def steady_motion(random: Random) -> list[Motion]:
    end = random.randint(5, LAST)
    return [_joined("position", [(0, random.randint(0, 3)), (end, random.randint(4, TOP))])]


@base("position")
def walk_with_rest(random: Random) -> list[Motion]:
    a, b, c = sorted(random.sample(range(1, LAST + 1), 3))
    start, stop = random.randint(0, 2), random.randint(3, 6)
    return [_joined("position", [(0, start), (a, stop), (b, stop), (c, random.choice((TOP, 7)))])]


@base("position")
def there_and_back(random: Random) -> list[Motion]:
    a, b = sorted(random.sample(range(2, LAST + 1), 2))
    start, far = random.choice((0, 0, 1)), random.randint(4, TOP)
    return [_joined("position", [(0, start), (a, far), (b, random.choice((start, start, 1, 2)))])]


@base("position")
def errand(random: Random) -> list[Motion]:
    """Out, a stop, and back again."""
    a, b, c = sorted(random.sample(range(1, LAST + 1), 3))
    far = random.randint(3, TOP)
    return [_joined("position", [(0, 0), (a, far), (b, far), (c, random.choice((0, 0, 1)))])]


@base("position")
def stages(random: Random) -> list[Motion]:
    return [_joined("position", _zigzag(random, random.randint(4, 5)))]


@base("position")
def across_the_origin(random: Random) -> list[Motion]:
    a, b = sorted(random.sample(range(2, LAST + 1), 2))
    return [
        _joined(
            "position", [(0, random.randint(2, 5)), (a, -random.randint(2, 5)), (b, random.randint(-1, 4))]
        )
    ]


@base("position")
def thrown_up(random: Random) -> list[Motion]:
    """A parabola that rises and falls."""
    half, high = random.choice(((2, 4), (2, 8), (3, 6), (4, 8), (4, 4)))
    low = random.choice((0, 0, TOP - high))
    a = Fraction(-high, half * half)
    piece = Piece(Fraction(0), Fraction(2 * half), (Fraction(low), -2 * a * half, a))
    return [Motion("position", (piece,))]


@base("position")
def speeding_away(random: Random) -> list[Motion]:
    """From rest, faster and faster, then at an even speed."""
    time, way = random.choice(((2, 2), (4, 4), (2, 1), (4, 2), (3, 3)))
    a = Fraction(way, time * time)
    speed = 2 * a * time
    end = min(LAST, time + int((TOP - way) / speed))
    if end == time:
        raise Unfit("the body is too fast")
    first = Piece(Fraction(0), Fraction(time), (Fraction(0), Fraction(0), a))
    second = Piece(Fraction(time), Fraction(end), (Fraction(way), speed, Fraction(0)))
    return [Motion("position", (first, second))]


@base("position")
def braking_to_rest(random: Random) -> list[Motion]:
    """At an even speed, then slower and slower until it rests."""
    way, time, even = random.choice(((2, 2, 2), (4, 4, 2), (2, 4, 3), (3, 3, 2)))
    a = Fraction(-way, time * time)
    speed = -2 * a * time
    first = Piece(Fraction(0), Fraction(even), (Fraction(0), speed, Fraction(0)))
    second = Piece(Fraction(even), Fraction(even + time), (speed * even, speed, a))
    return [Motion("position", (first, second))]


@base("position")
def two_meet(random: Random) -> list[Motion]:
    """Two bodies that go towards each other."""
    time, place = random.randint(2, 7), random.randint(2, 6)
    end = random.randint(time + 1, LAST)
    return [_through(random, (time, place), end, up=True), _through(random, (time, place), end, up=False)]


@base("position")
def one_overtakes(random: Random) -> list[Motion]:
    """Two bodies that go one way; the faster one starts behind."""
    time, place = random.randint(3, 7), random.randint(3, 6)
    end = random.randint(time + 1, LAST)
    both = [_through(random, (time, place), end, up=True) for _ in range(2)]
    slow, fast = sorted(both, key=lambda motion: motion.pieces[0].coefficients[1])
    if slow == fast:
        raise Unfit("neither is faster")
    return [slow, fast]


@base("position")
def one_waits(random: Random) -> list[Motion]:
    """A body rests on the way of another one."""
    place = random.randint(2, 6)
    end = random.randint(6, LAST)
    mover = _joined("position", [(0, 0), (end, random.randint(place + 1, TOP))])
    return [_joined("position", [(0, place), (end, place)]), mover]


@base("velocity")
def even_velocity(random: Random) -> list[Motion]:
    a = random.randint(2, LAST - 2)
    v, w = random.sample(range(1, TOP), 2)
    b = random.randint(a + 1, LAST)
    return [_joined("velocity", [(0, v), (a, v), (b, w)])]


@base("velocity")
def start_and_stop(random: Random) -> list[Motion]:
    """Faster, even, slower: a trapezium over time."""
    a, b, c = sorted(random.sample(range(1, LAST + 1), 3))
    v = random.randint(2, TOP)
    return [_joined("velocity", [(0, random.choice((0, 0, 1))), (a, v), (b, v), (c, 0)])]


@base("velocity")
def triangle_of_velocity(random: Random) -> list[Motion]:
    a, b = sorted(random.sample(range(2, LAST + 1), 2))
    return [_joined("velocity", [(0, 0), (a, random.randint(3, TOP)), (b, 0)])]


@base("velocity")
def reversal(random: Random) -> list[Motion]:
    """The velocity goes through 0: the body turns."""
    v, w = random.randint(2, 5), random.randint(2, 5)
    sign = random.choice((1, -1))
    end = (v + w) * random.choice((1, 1, 2))
    if end > LAST:
        raise Unfit("it takes too long")
    return [_joined("velocity", [(0, sign * v), (end, -sign * w)])]


@base("velocity")
def stages_of_velocity(random: Random) -> list[Motion]:
    return [_joined("velocity", _zigzag(random, random.randint(3, 5)))]


@base("velocity")
def chase(random: Random) -> list[Motion]:
    """One at an even velocity, one that starts from rest."""
    v, end = random.randint(2, 5), random.randint(6, LAST)
    return [
        _joined("velocity", [(0, v), (end, v)]),
        _joined("velocity", [(0, 0), (end, random.randint(v + 1, TOP))]),
    ]


@base("acceleration")
def steps_of_acceleration(random: Random) -> list[Motion]:
    count = random.randint(2, 4)
    times = [0, *sorted(random.sample(range(1, LAST), count - 1)), LAST]
    values = [random.randint(-4, 5) for _ in range(count)]
    if any(a == b for a, b in pairwise(values)):
        raise Unfit("two steps are one")
    pieces = [
        Piece(Fraction(a), Fraction(b), (Fraction(value), Fraction(0), Fraction(0)))
        for a, b, value in zip(times, times[1:], values, strict=False)
    ]
    return [Motion("acceleration", tuple(pieces))]


def _joined(quantity: str, joints: Joints) -> Motion:
    """Return the motion that is straight between its joints. Raises Unfit where two of them are one."""
    pieces: list[Piece] = []
    for (t0, v0), (t1, v1) in pairwise(joints):
        if t1 <= t0:
            raise Unfit("a piece takes no time")
        slope = Fraction(v1 - v0, t1 - t0)
        if pieces and pieces[-1].coefficients[1] == slope:
            raise Unfit("two pieces are one")
        pieces.append(Piece(Fraction(t0), Fraction(t1), (Fraction(v0), slope, Fraction(0))))
    return Motion(quantity, tuple(pieces))


def _zigzag(random: Random, count: int) -> Joints:
    """Return joints at random, of which some neighbours are on one level."""
    times = [0, *sorted(random.sample(range(1, LAST + 1), count))]
    values = [random.randint(0, TOP)]
    for _ in range(count):
        values.append(values[-1] if random.random() < 0.3 else random.randint(0, TOP))
    return list(zip(times, values, strict=True))


def _through(random: Random, joint: tuple[int, int], end: int, *, up: bool) -> Motion:
    """Return an even motion through a place at a time: both its ends are on grid lines."""
    time, place = joint
    fits = [
        (start, int(last))
        for start in (range(place) if up else range(place + 1, TOP + 1))
        if (last := start + Fraction(place - start, time) * end).denominator == 1 and 0 <= last <= TOP
    ]
    if not fits:
        raise Unfit("no motion ends on the grid")
    first, stop = random.choice(fits)
    return _joined("position", [(0, first), (end, stop)])
