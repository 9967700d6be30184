"""What can be said of jumps along a number line."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from vlcorpus.schemas.scenes.claims import Claim
from vlcorpus.schemas.stem.number_lines import SIDES
from vlcorpus.stages.stem.number_lines.facts import near_numbers, rest
from vlcorpus.stages.stem.number_lines.line import Line


def jump_claims(line: Line) -> Iterator[Claim]:
    if not line.jumps:
        return
    lengths = [end - start for start, end in line.jumps]
    start, finish = line.jumps[0][0], line.jumps[-1][1]
    everything = ("line", *(f"jump {n}" for n in range(1, len(lengths) + 1)))
    for number, (length, (_, end)) in enumerate(zip(lengths, line.jumps, strict=True), start=1):
        seen = ("line", f"jump {number}")
        yield Claim(("jump", str(number)), line.write(length), everything, near_numbers(line, length))
        side = SIDES[length > 0]
        yield Claim(("direction", str(number)), side, seen, rest(side, SIDES))
        yield Claim(("landing", str(number)), line.write(end), everything, near_numbers(line, end))
    yield Claim(("start", "jumps"), line.write(start), everything, near_numbers(line, start))
    yield Claim(("finish", "jumps"), line.write(finish), everything, near_numbers(line, finish))
    total = sum(map(abs, lengths), Fraction(0))
    yield Claim(("total", "jumps"), line.write(total), everything, near_numbers(line, total))
    text = _equation(line, start, lengths, finish)
    rivals = (
        _equation(line, start, [-length for length in lengths], finish),
        _equation(line, finish, lengths, start),
        _equation(line, start + line.step, lengths, finish + line.step),
    )
    yield Claim(("equation", "jumps"), text, everything, tuple(r for r in dict.fromkeys(rivals) if r != text))
    sizes = sorted(map(abs, lengths))
    if len(sizes) > 1 and sizes[-1] > sizes[-2]:
        longest = str([abs(length) for length in lengths].index(sizes[-1]) + 1)
        yield Claim(
            ("longest", "jumps"), longest, everything, rest(longest, map(str, range(1, len(sizes) + 1)))
        )


def _equation(line: Line, start: Fraction, lengths: list[Fraction], finish: Fraction) -> str:
    """Return `-1 + 5 - 2 = 2`."""
    terms = "".join(f" {'+' if length > 0 else '-'} {line.write(abs(length))}" for length in lengths)
    return f"{line.write(start)}{terms} = {line.write(finish)}"
