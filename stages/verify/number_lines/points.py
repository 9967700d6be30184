"""What can be said of ticks, labels and points of a number line."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from itertools import pairwise

from vlcorpus.schemas.scenes.claims import truth_value
from vlcorpus.schemas.stem.number_lines import COUNTED
from vlcorpus.stages.verify.number_lines.line import Line
from vlcorpus.stages.verify.oracle import Unknown


def only_one(names: Iterable[str], what: str) -> str:
    found = list(names)
    if len(found) != 1:
        raise Unknown(f"{len(found)} points are {what}")
    return found[0]


def best(line: Line, key: Callable[[Fraction], Fraction], what: str) -> str:
    """Return the only point of the least key."""
    keys = {name: key(number) for name, number in line.points.items()}
    least = min(keys.values(), default=None)
    return only_one((name for name, value in keys.items() if value == least), what)


def number(line: Line, name: str) -> str:
    return line.write(line.point(name))


def at(line: Line, text: str) -> str:
    wanted = line.read(text)
    return only_one((name for name, at in line.points.items() if at == wanted), f"at {text}")


def blank(line: Line, name: str) -> str:
    if name not in line.blanks:
        raise Unknown(f"no tick has the letter {name!r}")
    return line.write(line.blanks[name])


def tick(line: Line, what: str) -> str:
    match what:
        case "step":
            return line.write(line.step)
        case "labels":
            return line.write(_label_step(line))
        case _:
            raise Unknown(f"nothing says what {what!r} of ticks is")


def parts(line: Line, what: str) -> str:
    if what != "labels":
        raise Unknown(f"nothing says what parts of {what!r} are")
    return str(_label_step(line) / line.step)


def _label_step(line: Line) -> Fraction:
    labels = sorted(line.labels)
    steps = {b - a for a, b in pairwise(labels)}
    if len(steps) != 1:
        raise Unknown("labels are not equally far apart")
    return steps.pop()


def between(line: Line, name: str) -> str:
    place = line.point(name)
    below = [label for label in line.labels if label < place]
    above = [label for label in line.labels if label > place]
    if place in line.labels or not below or not above:
        raise Unknown(f"{name} does not lie between two labels")
    return f"{line.write(max(below))}, {line.write(min(above))}"


def sign(line: Line, name: str) -> str:
    place = line.point(name)
    return "positive" if place > 0 else "negative" if place < 0 else "zero"


def opposite(line: Line, name: str) -> str:
    return line.write(-line.point(name))


def absolute(line: Line, name: str) -> str:
    return line.write(abs(line.point(name)))


def opposites(line: Line, one: str, other: str) -> str:
    return truth_value(line.point(one) == -line.point(other))


def extreme(line: Line, which: str) -> str:
    if which not in ("leftmost", "rightmost"):
        raise Unknown(f"{which!r} is no extreme")
    return best(line, (lambda x: x) if which == "leftmost" else (lambda x: -x), which)


def nearest(line: Line, text: str) -> str:
    wanted = line.read(text)
    return best(line, lambda x: abs(x - wanted), "nearest")


def farthest(line: Line, text: str) -> str:
    wanted = line.read(text)
    return best(line, lambda x: -abs(x - wanted), "farthest")


def greater(line: Line, one: str, other: str) -> str:
    return _greater(one, other, line.point(one), line.point(other))


def greater_absolute(line: Line, one: str, other: str) -> str:
    return _greater(one, other, abs(line.point(one)), abs(line.point(other)))


def _greater(one: str, other: str, first: Fraction, second: Fraction) -> str:
    if first == second:
        raise Unknown(f"{one} and {other} are equal in it")
    return one if first > second else other


def ascending(line: Line, what: str) -> str:
    if what != "points" or not line.points:
        raise Unknown(f"there are no {what!r} to put in order")
    if len(set(line.points.values())) < len(line.points):
        raise Unknown("two points have the same number")
    return ", ".join(sorted(line.points, key=lambda name: line.points[name]))


def distance(line: Line, one: str, other: str) -> str:
    return line.write(abs(line.point(one) - line.point(other)))


def sum_(line: Line, one: str, other: str) -> str:
    return line.write(line.point(one) + line.point(other))


def difference(line: Line, one: str, other: str) -> str:
    return line.write(line.point(one) - line.point(other))


def midpoint(line: Line, one: str, other: str) -> str:
    return line.write((line.point(one) + line.point(other)) / 2)


def halfway(line: Line, one: str, other: str) -> str:
    half = (line.point(one) + line.point(other)) / 2
    found = (name for name, at in line.points.items() if at == half and name not in (one, other))
    return only_one(found, f"halfway between {one} and {other}")


def to_the(line: Line, side: str, name: str) -> str:
    place = line.point(name)
    match side:
        case "left":
            return str(sum(at < place for at in line.points.values()))
        case "right":
            return str(sum(at > place for at in line.points.values()))
        case _:
            raise Unknown(f"{side!r} is no side")


def count(line: Line, what: str) -> str:
    if what not in COUNTED:
        raise Unknown(f"{what!r} are not counted")
    return str(len(getattr(line, what)))
