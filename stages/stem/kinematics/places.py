"""What can be pointed at in a graph of motion: a time, and the drawn quantity then."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from vlcorpus.schemas.scenes.claims import Expression
from vlcorpus.stages.stem.kinematics.facts import grid_times
from vlcorpus.stages.stem.kinematics.motion import Motion
from vlcorpus.stages.stem.kinematics.pairs import meet
from vlcorpus.stages.stem.kinematics.plot import Plot

Spot = tuple[Fraction, Fraction]


def places(plot: Plot) -> Iterator[tuple[Expression, Spot]]:
    for name, motion in plot.bodies.items():
        for time in grid_times(plot, motion):
            value = motion.drawn(time)
            if value is not None:
                yield ("graph_at", name, plot.time(time)), (time, value)
        yield ("begin", name), (motion.start, motion.pieces[0].at(motion.start))
        yield ("end", name), (motion.end, motion.pieces[-1].at(motion.end))
        yield from _extremes(name, motion)
        yield from _turning(plot, name, motion)
        for piece in motion.pieces:
            if piece.is_straight:
                middle = (piece.start + piece.end) / 2
                yield (
                    ("middle", name, plot.time(piece.start), plot.time(piece.end)),
                    (middle, piece.at(middle)),
                )
    for (one, a), (other, b) in combinations(plot.bodies.items(), 2):
        meeting = meet(a, b)
        if meeting is not None:
            yield ("meeting", one, other), (meeting, a.pieces[0].at(meeting))


def _extremes(name: str, motion: Motion) -> Iterator[tuple[Expression, Spot]]:
    spots = {
        (time, piece.at(time))
        for piece in motion.pieces
        for time in (piece.start, piece.turn, piece.end)
        if time is not None
    }
    for operation, best in (("highest", max(y for _, y in spots)), ("lowest", min(y for _, y in spots))):
        found = [spot for spot in spots if spot[1] == best]
        if len(found) == 1 and motion.quantity != "acceleration":
            yield (operation, name), found[0]


def _turning(plot: Plot, name: str, motion: Motion) -> Iterator[tuple[Expression, Spot]]:
    if plot.quantity == "acceleration":
        return
    turnings = motion.turnings()
    if len(turnings) == 1:
        value = motion.drawn(turnings[0])
        rests = any(
            not any(piece.coefficients)
            for piece in motion.velocities
            if piece.start <= turnings[0] <= piece.end
        )
        if value is not None and not rests:
            yield ("turning", name), (turnings[0], value)
