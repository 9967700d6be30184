"""Where on a number line what is: the number, and 0 or a level."""

from __future__ import annotations

from fractions import Fraction

from vlcorpus.stages.verify.number_lines.intervals import the_end
from vlcorpus.stages.verify.number_lines.line import Line
from vlcorpus.stages.verify.oracle import Unknown

Place = tuple[float, float]


def _place(line: Line, number: Fraction, level: Fraction = Fraction(0)) -> Place:
    return float(line.on_line(number)), float(level)


def point(line: Line, name: str) -> Place:
    return _place(line, line.point(name))


def spot(line: Line, text: str) -> Place:
    return _place(line, line.read(text))


def blank(line: Line, name: str) -> Place:
    if name not in line.blanks:
        raise Unknown(f"no tick has the letter {name!r}")
    return _place(line, line.blanks[name])


def halfway(line: Line, one: str, other: str) -> Place:
    return _place(line, (line.point(one) + line.point(other)) / 2)


def opposite(line: Line, name: str) -> Place:
    return _place(line, -line.point(name))


def end(line: Line, name: str, side: str) -> Place:
    return _place(line, the_end(line, name, side), line.interval(name).level)


def middle(line: Line, name: str) -> Place:
    left, right = line.interval(name).ends()
    return _place(line, (left + right) / 2, line.interval(name).level)


def landing(line: Line, number: str) -> Place:
    return _place(line, line.jump(number)[1])
