"""What can be pointed at on a number line: a number, and the level at which it is drawn."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from vlcorpus.schemas.scenes.claims import Expression
from vlcorpus.stages.stem.number_lines.line import Line

_SPOTS = 3


def places(line: Line) -> Iterator[tuple[Expression, tuple[Fraction, int]]]:
    for name, number in line.points.items():
        yield ("point", name), (number, 0)
        if number and line.holds(-number):
            yield ("opposite", name), (-number, 0)
    for one, other in combinations(line.points, 2):
        yield ("halfway", one, other), ((line.points[one] + line.points[other]) / 2, 0)
    for name, number in line.blanks.items():
        yield ("blank", name), (number, 0)
    for name, interval in line.intervals.items():
        for side, end in (("left", interval.left), ("right", interval.right)):
            if end is not None:
                yield ("end", name, side), (end, interval.level)
        if interval.left is not None and interval.right is not None:
            yield ("middle", name), ((interval.left + interval.right) / 2, interval.level)
    for count, (_, end) in enumerate(line.jumps, start=1):
        yield ("landing", str(count)), (end, 0)
    free = [tick for tick in line.ticks if tick not in line.labels and tick not in line.points.values()]
    for tick in line.random.sample(free, min(_SPOTS, len(free))):
        yield ("spot", line.write(tick)), (tick, 0)
