"""Scenes of circuits: a network at random, laid out, drawn with its symbols, and told."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from random import Random

from vlcorpus.schemas.scenes.claims import Expression
from vlcorpus.schemas.scenes.scene import ExactPoint, Scene, Unfit
from vlcorpus.stages.stem.circuits.draft import draft
from vlcorpus.stages.stem.circuits.draw import things, truth
from vlcorpus.stages.stem.circuits.facts import Circuit, claims
from vlcorpus.stages.stem.circuits.layout import BATTERY, Place, Sheet, laid_out
from vlcorpus.stages.stem.circuits.network import Network, parts, resistance

_VOLTAGES = (3, 6, 9, 12, 12, 18, 24, 36, 60)
MAX_PARTS = 9
MAX_WIDTH, MAX_HEIGHT = 24, 20
_UNITS = {"battery": "V", "resistor": "Ω", "lamp": "Ω"}


def compose_scene(random: Random) -> Scene:
    network, made = draft(random)
    if resistance(network) == 0:
        raise Unfit("the battery is short-circuited")
    circuit = Circuit(network, random.choice(_VOLTAGES), made.is_alike)
    sheet = laid_out(network, battery_to_right=random.random() < 0.5)
    check(network, sheet)
    points = _points(random, sheet)
    return Scene(
        family=_family(made.steps),
        steps=tuple(dict.fromkeys(made.steps)),
        names=(*circuit.everything, *points),
        truth=truth(sheet, circuit.voltage, points),
        things=tuple(things(sheet, _values(circuit), points, is_zigzag=random.random() < 0.4)),
        claims=claims(circuit, tuple(f"junction {node}" for node in sheet.junctions)),
        places=dict(_places(sheet, points)),
    )


def _family(steps: list[str]) -> str:
    """Return what the loads are, and how they are connected: in series, in parallel, or both."""
    how = [step for step in ("in_series", "in_parallel") if step in steps]
    return f"{'lamps' if 'lamps_alike' in steps else 'resistors'}_{'_and_'.join(how)}"


def check(network: Network, sheet: Sheet) -> None:
    """Raise Unfit where a circuit is too large for its texts, or tells nothing."""
    xs, ys = zip(*sheet.nodes, strict=True)
    if max(xs) - min(xs) > MAX_WIDTH or max(ys) - min(ys) > MAX_HEIGHT:
        raise Unfit("the circuit is large")
    if len(list(parts(network))) > MAX_PARTS:
        raise Unfit("the circuit has many parts")


def _values(circuit: Circuit) -> dict[str, str]:
    """Return what is written at components."""
    values = {
        part.name: f"{part.value} {_UNITS[part.kind]}" for part in circuit.parts if part.value is not None
    }
    return values | {BATTERY: f"{circuit.voltage} {_UNITS['battery']}"}


def _points(random: Random, sheet: Sheet) -> dict[str, str]:
    """Return letters for some junctions."""
    chosen = random.sample(sheet.junctions, min(len(sheet.junctions), random.choice((0, 1, 2))))
    return dict(zip("PQ", chosen, strict=False))


def _places(sheet: Sheet, points: dict[str, str]) -> Iterator[tuple[Expression, ExactPoint]]:
    where = sheet.places
    for name, (_, start, end) in sheet.components.items():
        middle = _between(where[start], where[end], Fraction(1, 2))
        yield ("symbol", name), _exact(middle)
        if name == BATTERY:
            yield ("negative_pole", name), _exact(_between(middle, where[start], Fraction(1, 4)))
            yield ("positive_pole", name), _exact(_between(middle, where[end], Fraction(1, 4)))
    for letter, node in points.items():
        yield ("point", letter), _exact(where[node])


def _between(one: Place, other: Place, part: Fraction) -> Place:
    return one[0] + (other[0] - one[0]) * part, one[1] + (other[1] - one[1]) * part


def _exact(place: Place) -> ExactPoint:
    x, y = place
    return ExactPoint((str(x), str(y)), (float(x), float(y)))
