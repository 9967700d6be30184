"""What can be said of the jumps over a number line."""

from __future__ import annotations

from fractions import Fraction

from vlcorpus.stages.verify.number_lines.line import Line
from vlcorpus.stages.verify.oracle import Unknown


def jump(line: Line, number: str) -> str:
    start, end = line.jump(number)
    return line.write(end - start)


def direction(line: Line, number: str) -> str:
    start, end = line.jump(number)
    return "right" if end > start else "left"


def start(line: Line, what: str) -> str:
    return line.write(_jumps(line, what)[0][0])


def finish(line: Line, what: str) -> str:
    return line.write(_jumps(line, what)[-1][1])


def landing(line: Line, number: str) -> str:
    return line.write(line.jump(number)[1])


def longest(line: Line, what: str) -> str:
    lengths = [abs(end - start) for start, end in _jumps(line, what)]
    if lengths.count(max(lengths)) > 1:
        raise Unknown("several jumps are the longest")
    return str(lengths.index(max(lengths)) + 1)


def total(line: Line, what: str) -> str:
    return line.write(sum((abs(end - start) for start, end in _jumps(line, what)), Fraction(0)))


def equation(line: Line, what: str) -> str:
    jumps = _jumps(line, what)
    terms = [line.write(jumps[0][0])]
    for begin, end in jumps:
        terms += ["+" if end > begin else "-", line.write(abs(end - begin))]
    return f"{' '.join(terms)} = {line.write(jumps[-1][1])}"


def _jumps(line: Line, what: str) -> tuple[tuple[Fraction, Fraction], ...]:
    if what != "jumps":
        raise Unknown(f"it is asked of jumps, not of {what!r}")
    return line.all_jumps()
