"""Number lines: a scale, and what is marked on it, at random."""

from __future__ import annotations

from itertools import combinations
from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.number_lines.additions import ADDITIONS
from vlcorpus.stages.stem.number_lines.line import Line
from vlcorpus.stages.stem.number_lines.scales import draw_line

MAX_ADDITIONS = 3
_DRAWS = 3  # of one construction


def compose(random: Random) -> Line:
    """Return a line. Raises Unfit where nothing that was drawn for it fits."""
    line = draw_line(random)
    wanted = random.randint(1, MAX_ADDITIONS)
    for name in random.sample(list(ADDITIONS), len(ADDITIONS)):
        if len(line.steps) > wanted:
            break
        if grown := _grown(line, name):
            line = grown
    if len(line.steps) == 1:
        raise Unfit("nothing is marked")
    return line


def _grown(line: Line, name: str) -> Line | None:
    """Return the line with one construction more; None where none of some draws of it fits."""
    for _ in range(_DRAWS):
        grown = line.copy()
        try:
            ADDITIONS[name](grown)
            check(grown)
        except Unfit:
            continue
        grown.steps.append(name)
        return grown
    return None


def check(line: Line) -> None:
    """Raise Unfit where the line is full, or marks hide each other."""
    if line.jumps and (line.intervals or line.blanks):
        raise Unfit("jumps stand for themselves")
    if len(line.labels) < 2:
        raise Unfit("there are too few labels")
    for one, other in combinations(sorted(line.points.values()), 2):
        if other - one < line.step:
            raise Unfit("points are near each other")
    on_line = [interval for interval in line.intervals.values() if interval.level == 0]
    ends = [end for interval in on_line for end in line.bounds(interval)]
    if any(abs(point - end) < line.step for point in line.points.values() for end in ends):
        raise Unfit("a point lies on an end")
    if line.points and on_line:
        raise Unfit("points would lie on the interval")
