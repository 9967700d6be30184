"""What can be said of a graph of motion: read from it, from its slope, or from the area under it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import pairwise

from vlcorpus.schemas.scenes.claims import Claim, truth_value
from vlcorpus.schemas.stem.kinematics import DIRECTIONS, MOTIONS, QUANTITIES
from vlcorpus.stages.stem.axes.numbers import decimal
from vlcorpus.stages.stem.kinematics.motion import SLOPES, Motion, Piece
from vlcorpus.stages.stem.kinematics.plot import Plot

Expression = tuple[str, ...]


def claims(plot: Plot) -> Iterator[Claim]:
    yield Claim(("quantity", "graph"), plot.quantity, (), rest(plot.quantity, QUANTITIES))
    yield from _count(("count", "bodies"), len(plot.bodies), tuple(f"graph {name}" for name in plot.bodies))
    end = next(iter(plot.bodies.values())).end
    yield from times(plot, ("end", "time"), end, ())
    for name, motion in plot.bodies.items():
        yield from _levels(plot, name, motion)
        yield from _form(plot, name, motion)
        if plot.quantity != "acceleration":
            yield from _ways(plot, name, motion)
            yield from _manners(plot, name, motion)


def values(
    plot: Plot, expression: Expression, quantity: str, value: Fraction, seen: tuple[str, ...]
) -> Iterator[Claim]:
    """Yield a claim of a value with its unit, if it has few enough decimals."""
    unit = plot.unit(quantity)
    step = plot.value_axis.step if quantity == plot.quantity else max(abs(value) / 2, Fraction(1))
    yield from _measured(expression, value, unit, step, seen)


def times(plot: Plot, expression: Expression, time: Fraction, seen: tuple[str, ...]) -> Iterator[Claim]:
    yield from _measured(expression, time, plot.time_unit, plot.time_axis.step, seen, positive=True)


def rest(value: str, everything: Iterable[str]) -> tuple[str, ...]:
    return tuple(other for other in everything if other != value)


def graph(name: str) -> tuple[str]:
    return (f"graph {name}",)


def grid_times(plot: Plot, motion: Motion) -> list[Fraction]:
    """Return the times of grid lines at which a body's value is on a grid line, or half way between two."""
    found = []
    for time in plot.time_axis.ticks:
        value = motion.drawn(time) if time <= motion.end else None
        if value is not None and (2 * value / plot.value_axis.step).denominator == 1:
            found.append(time)
    return found


def _measured(
    expression: Expression,
    value: Fraction,
    unit: str,
    step: Fraction,
    seen: tuple[str, ...],
    *,
    positive: bool = False,
) -> Iterator[Claim]:
    text = decimal(value)
    if text is None:
        return
    others = [value + n * step for n in (-2, -1, 1, 2)] + ([] if positive else [-value])
    found = [decimal(other) for other in others if other != value and (other >= 0 or not positive)]
    rivals = dict.fromkeys(f"{other} {unit}" for other in found if other is not None)
    yield Claim(expression, f"{text} {unit}", seen, tuple(rivals))


def _count(expression: Expression, count: int, seen: tuple[str, ...]) -> Iterator[Claim]:
    yield Claim(expression, str(count), seen, tuple(str(n) for n in range(1, 7) if n != count))


def _levels(plot: Plot, name: str, motion: Motion) -> Iterator[Claim]:
    """Yield what is read at grid lines: the drawn quantity, and those that are its slope."""
    for time in grid_times(plot, motion):
        for quantity in QUANTITIES:
            value = motion.level(quantity, time)
            if value is None or (
                SLOPES[quantity] - SLOPES[plot.quantity] == 2 and plot.quantity == "position"
            ):
                continue
            yield from values(plot, (quantity, name, plot.time(time)), quantity, value, graph(name))
    numbers = [
        piece.at(time)
        for piece in motion.pieces
        for time in (piece.start, piece.end, piece.turn)
        if time is not None
    ]
    for operation, value in (("highest", max(numbers)), ("lowest", min(numbers))):
        yield from values(plot, (operation, name), plot.quantity, value, graph(name))
    for level in dict.fromkeys(numbers):
        reached = _reached(motion, level)
        if len(reached) == 1 and plot.quantity != "acceleration" and reached[0] in plot.time_axis.ticks:
            text = plot.value(plot.quantity, level)
            yield from times(plot, ("reaches", name, text), reached[0], graph(name))


def _reached(motion: Motion, level: Fraction) -> list[Fraction]:
    """Return when a joint or a turn of the graph has a value; more times where it is met in between too."""
    found: set[Fraction] = set()
    for piece in motion.pieces:
        ends = [piece.start, *([piece.turn] if piece.turn is not None else []), piece.end]
        found |= {time for time in ends if piece.at(time) == level}
        for a, b in pairwise(ends):
            low, high = sorted((piece.at(a), piece.at(b)))
            if low < level < high or (low == high == level):
                found |= {a, b, (a + b) / 2}
    return sorted(found)


def _form(plot: Plot, name: str, motion: Motion) -> Iterator[Claim]:
    yield from _count(("stages", name), len(motion.pieces), graph(name))
    if motion.color:
        yield Claim(
            ("color", name), motion.color, graph(name), rest(motion.color, ("red", "blue", "green", "orange"))
        )
    if len(motion.pieces) < 2 or not all(piece.is_straight for piece in motion.pieces):
        return
    operation = {"position": "fastest_span", "velocity": "steepest_span"}.get(plot.quantity)
    slopes = [abs(piece.coefficients[1]) for piece in motion.pieces]
    if operation and slopes.count(max(slopes)) == 1 and _is_clear(slopes):
        spans = [plot.span(piece.start, piece.end) for piece in motion.pieces]
        best = spans[slopes.index(max(slopes))]
        yield Claim((operation, name), best, graph(name), rest(best, spans))


def _is_clear(slopes: list[Fraction]) -> bool:
    """Tell whether the eye sees which slope is the greatest."""
    *_, second, first = sorted(slopes)
    return first >= second * Fraction(5, 4)


def _ways(plot: Plot, name: str, motion: Motion) -> Iterator[Claim]:
    """Yield displacements and distances between joints and at the whole."""
    joints = motion.times
    spans = [*pairwise(joints), (joints[0], joints[-1])]
    for start, end in dict.fromkeys(spans):
        ends = (name, plot.time(start), plot.time(end))
        way, length = motion.displacement(start, end), motion.distance(start, end)
        took = end - start
        yield from values(plot, ("displacement", *ends), "position", way, graph(name))
        yield from values(plot, ("distance", *ends), "position", length, graph(name))
        yield from values(plot, ("average_velocity", *ends), "velocity", way / took, graph(name))
        yield from values(plot, ("average_speed", *ends), "velocity", length / took, graph(name))
        if plot.quantity == "velocity":
            change = motion.pieces[-1].at(end) if end == joints[-1] else motion.drawn(end)
            before = motion.drawn(start)
            if change is not None and before is not None:
                yield from values(plot, ("velocity_change", *ends), "velocity", change - before, graph(name))
    whole = motion.displacement(joints[0], joints[-1])
    yield Claim(("returns", name), truth_value(whole == 0), graph(name))


def _manners(plot: Plot, name: str, motion: Motion) -> Iterator[Claim]:
    """Yield how a body moves during each piece, when it turns, and how long it rests."""
    for piece in motion.velocities:
        zero = piece.zero()
        cuts = [piece.start, *([zero] if zero is not None else []), piece.end]
        for start, end in pairwise(cuts):
            if start not in plot.time_axis.ticks or end not in plot.time_axis.ticks:
                continue
            ends = (name, plot.time(start), plot.time(end))
            manner = _manner(piece, start, end)
            yield Claim(("motion", *ends), manner, graph(name), rest(manner, MOTIONS))
            velocity = piece.at((start + end) / 2)
            if velocity:
                way = DIRECTIONS[velocity < 0]
                yield Claim(("direction", *ends), way, graph(name), rest(way, DIRECTIONS))
    yield from times(plot, ("rest_time", name), motion.rest, graph(name))
    turnings = motion.turnings()
    if len(turnings) == 1 and turnings[0] in plot.time_axis.ticks and _turns_at_once(motion):
        yield from times(plot, ("turning_time", name), turnings[0], graph(name))


def _turns_at_once(motion: Motion) -> bool:
    """Tell whether a body does not rest where it turns."""
    time = motion.turnings()[0]
    return all(any(piece.coefficients) for piece in motion.velocities if piece.start <= time <= piece.end)


def _manner(piece: Piece, start: Fraction, end: Fraction) -> str:
    """Return one of MOTIONS for a piece of a velocity that does not change its sign."""
    first, last = abs(piece.at(start)), abs(piece.at(end))
    if first == last:
        return MOTIONS[1] if first else MOTIONS[0]
    return MOTIONS[2] if last > first else MOTIONS[3]
