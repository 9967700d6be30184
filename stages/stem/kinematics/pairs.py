"""What can be said of two bodies: which is faster, which is ahead, when they meet."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from vlcorpus.schemas.scenes.claims import Claim
from vlcorpus.stages.stem.kinematics.facts import graph, times, values
from vlcorpus.stages.stem.kinematics.motion import Motion
from vlcorpus.stages.stem.kinematics.plot import Plot

_CLEAR = Fraction(5, 4)  # how many times a speed is another one, so that the eye sees it


def pair_claims(plot: Plot) -> Iterator[Claim]:
    for (one, a), (other, b) in combinations(plot.bodies.items(), 2):
        seen = (*graph(one), *graph(other))
        for time in plot.time_axis.ticks:
            if time <= min(a.end, b.end):
                yield from _at(plot, (one, other), (a, b), time)
        ways = [motion.distance(motion.start, motion.end) for motion in (a, b)]
        if max(ways) >= _CLEAR * min(ways):
            farther = (one, other) if ways[0] > ways[1] else (other, one)
            yield Claim(("farther", one, other), farther[0], seen, farther[1:])
        meeting = meet(a, b)
        if meeting is not None and meeting in plot.time_axis.ticks:
            if plot.quantity == "position":
                yield from times(plot, ("meet_time", one, other), meeting, seen)
                place = a.drawn(meeting)
                if place is not None:
                    yield from values(plot, ("meet_position", one, other), "position", place, seen)
            else:
                yield from times(plot, ("equal_velocity_time", one, other), meeting, seen)


def meet(one: Motion, other: Motion) -> Fraction | None:
    """Return the only time at which two straight graphs of one piece each have one value."""
    if len(one.pieces) > 1 or len(other.pieces) > 1:
        return None
    (a, slope, _), (b, other_slope, _) = one.pieces[0].coefficients, other.pieces[0].coefficients
    if slope == other_slope:
        return None
    time = (b - a) / (slope - other_slope)
    return time if 0 <= time <= min(one.end, other.end) else None


def _at(
    plot: Plot, names: tuple[str, str], motions: tuple[Motion, Motion], time: Fraction
) -> Iterator[Claim]:
    seen = (*graph(names[0]), *graph(names[1]))
    moment = plot.time(time)
    speeds = [motion.level("velocity", time) for motion in motions]
    if speeds[0] is not None and speeds[1] is not None:
        first, second = abs(speeds[0]), abs(speeds[1])
        if max(first, second) >= _CLEAR * min(first, second) and first != second:
            faster = names if first > second else names[::-1]
            yield Claim(("faster", *names, moment), faster[0], seen, faster[1:])
    if plot.quantity == "position":
        a, b = (motion.drawn(time) for motion in motions)
        if a is not None and b is not None and abs(a - b) >= plot.value_axis.step:
            ahead = names if a > b else names[::-1]
            yield Claim(("ahead", *names, moment), ahead[0], seen, ahead[1:])
            if ((a - b) / plot.value_axis.step).denominator == 1:
                yield from values(plot, ("gap", *names, moment), "position", abs(a - b), seen)
