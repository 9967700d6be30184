"""Scenes of circuits: a network at random, laid out, drawn with its symbols, and told."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from random import Random
from typing import Any

from vlcorpus.schemas.scenes.claims import Expression
from vlcorpus.schemas.scenes.path import Point, polyline
from vlcorpus.schemas.scenes.scene import Dot, ExactPoint, Role, Scene, Shape, Tag, Thing, Unfit
from vlcorpus.stages.stem.circuits.draft import draft
from vlcorpus.stages.stem.circuits.facts import Circuit, claims
from vlcorpus.stages.stem.circuits.layout import BATTERY, Place, Sheet, laid_out
from vlcorpus.stages.stem.circuits.network import LOADS, Network, Part, parts, resistance
from vlcorpus.stages.stem.circuits.symbols import placed, symbol

_VOLTAGES = (3, 6, 9, 12, 12, 18, 24, 36, 60)
MAX_PARTS = 9
MAX_WIDTH, MAX_HEIGHT = 24, 20
_BESIDE = 0.75  # where texts stand, from the middle of a symbol
_UNITS = {"battery": "V", "resistor": "Ω", "lamp": "Ω"}
_METERS = {"ammeter": "A", "voltmeter": "V"}


def compose_scene(random: Random) -> Scene:
    network, made = draft(random)
    if resistance(network) == 0:
        raise Unfit("the battery is short-circuited")
    circuit = Circuit(network, random.choice(_VOLTAGES), made.is_alike)
    sheet = laid_out(network, battery_to_right=random.random() < 0.5)
    _check(network, sheet)
    points = _points(random, sheet)
    places = {name: (float(x), float(y)) for name, (x, y) in sheet.places.items()}
    return Scene(
        family=_family(made.steps),
        steps=tuple(dict.fromkeys(made.steps)),
        names=(*circuit.everything, *points),
        truth=_truth(sheet, circuit, points),
        things=tuple(_things(sheet, circuit, points, places, is_zigzag=random.random() < 0.4)),
        claims=claims(circuit, tuple(f"junction {node}" for node in sheet.junctions)),
        places=dict(_places(sheet, points)),
    )


def _family(steps: list[str]) -> str:
    """Return what the loads are, and how they are connected: in series, in parallel, or both."""
    how = [step for step in ("in_series", "in_parallel") if step in steps]
    return f"{'lamps' if 'lamps_alike' in steps else 'resistors'}_{'_and_'.join(how)}"


def _check(network: Network, sheet: Sheet) -> None:
    """Raise Unfit where a circuit is too large for its texts, or tells nothing."""
    xs, ys = zip(*sheet.nodes, strict=True)
    if max(xs) - min(xs) > MAX_WIDTH or max(ys) - min(ys) > MAX_HEIGHT:
        raise Unfit("the circuit is large")
    if len(list(parts(network))) > MAX_PARTS:
        raise Unfit("the circuit has many parts")


def _points(random: Random, sheet: Sheet) -> dict[str, str]:
    """Return letters for some junctions."""
    chosen = random.sample(sheet.junctions, min(len(sheet.junctions), random.choice((0, 1, 2))))
    return dict(zip("PQ", chosen, strict=False))


def _things(
    sheet: Sheet, circuit: Circuit, points: dict[str, str], places: dict[str, Point], *, is_zigzag: bool
) -> Iterator[Thing]:
    for one, other in sheet.wires:
        path = polyline([places[one], places[other]])
        yield Thing(f"wire {one} {other}", "wire", (Shape(Role.LINE, path),))
    for name, (part, start, end) in sheet.components.items():
        shapes = tuple(
            placed(shape, places[start], places[end]) for shape in symbol(part, is_zigzag=is_zigzag)
        )
        yield Thing(name, part.kind, shapes, tuple(_texts(part, circuit, places[start], places[end])))
    names = {node: letter for letter, node in points.items()}
    for node in sheet.junctions:
        tags = (Tag(names[node], places[node]),) if node in names else ()
        yield Thing(f"junction {node}", "junction", (Dot(places[node]),), tags)


def _texts(part: Part, circuit: Circuit, start: Point, end: Point) -> Iterator[Tag]:
    """Yield the name of a component, its value below, and the letter of a meter in it."""
    x, y = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    yield Tag(part.name, (x, y + _BESIDE), (x, y), gap=0.3)
    value = circuit.voltage if part.kind == "battery" else part.value
    if value is not None:
        yield Tag(f"{value} {_UNITS[part.kind]}", (x, y - _BESIDE), (x, y), gap=0.3)
    if part.kind in _METERS:
        yield Tag(_METERS[part.kind], (x, y), is_centered=True)


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


def _truth(sheet: Sheet, circuit: Circuit, points: dict[str, str]) -> dict[str, Any]:
    """Return what schemas/stem/circuits.py describes."""
    return {
        "nodes": {name: [str(x), str(y)] for name, (x, y) in sheet.places.items()},
        "wires": [list(wire) for wire in sheet.wires],
        "components": {
            name: _told(part, circuit, start, end) for name, (part, start, end) in sheet.components.items()
        },
        "points": points,
        "junctions": sheet.junctions,
    }


def _told(part: Part, circuit: Circuit, start: str, end: str) -> dict[str, Any]:
    ends = [end, start] if part.kind == "diode" and not part.is_forward else [start, end]
    told: dict[str, Any] = {"kind": part.kind, "ends": ends}
    if part.kind == "battery":
        told["value"] = str(circuit.voltage)
    if part.kind in LOADS and part.value is not None:
        told["value"] = str(part.value)
    if part.kind == "switch":
        told["state"] = "closed" if part.is_closed else "open"
    return told
