"""Circuits as things to be drawn, and as what schemas/stem/circuits.py tells of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from vlcorpus.schemas.scenes.path import Point, polyline
from vlcorpus.schemas.scenes.scene import Dot, Role, Shape, Tag, Thing
from vlcorpus.stages.stem.circuits.layout import Sheet
from vlcorpus.stages.stem.circuits.network import LOADS, Part
from vlcorpus.stages.stem.circuits.symbols import placed, symbol

_BESIDE = 0.75  # where texts stand, from the middle of a symbol
_METERS = {"ammeter": "A", "voltmeter": "V"}


def things(
    sheet: Sheet, values: Mapping[str, str], points: Mapping[str, str], *, is_zigzag: bool
) -> Iterator[Thing]:
    """Yield what is drawn, with the values that are written at components; lines first."""
    places = {name: (float(x), float(y)) for name, (x, y) in sheet.places.items()}
    for one, other in sheet.wires:
        path = polyline([places[one], places[other]])
        yield Thing(f"wire {one} {other}", "wire", (Shape(Role.LINE, path),))
    for name, (part, start, end) in sheet.components.items():
        shapes = tuple(
            placed(shape, places[start], places[end]) for shape in symbol(part, is_zigzag=is_zigzag)
        )
        yield Thing(
            name, part.kind, shapes, tuple(_texts(part, values.get(name), places[start], places[end]))
        )
    names = {node: letter for letter, node in points.items()}
    for node in sheet.junctions:
        tags = (Tag(names[node], places[node]),) if node in names else ()
        yield Thing(f"junction {node}", "junction", (Dot(places[node]),), tags)


def _texts(part: Part, value: str | None, start: Point, end: Point) -> Iterator[Tag]:
    """Yield the name of a component, its value below, and the letter of a meter in it."""
    x, y = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    yield Tag(part.name, (x, y + _BESIDE), (x, y), gap=0.3)
    if value is not None:
        yield Tag(value, (x, y - _BESIDE), (x, y), gap=0.3)
    if part.kind in _METERS:
        yield Tag(_METERS[part.kind], (x, y), is_centered=True)


def truth(sheet: Sheet, voltage: Fraction | int, points: Mapping[str, str]) -> dict[str, Any]:
    """Return what schemas/stem/circuits.py describes."""
    return {
        "nodes": {name: [str(x), str(y)] for name, (x, y) in sheet.places.items()},
        "wires": [list(wire) for wire in sheet.wires],
        "components": {
            name: _told(part, voltage, start, end) for name, (part, start, end) in sheet.components.items()
        },
        "points": dict(points),
        "junctions": sheet.junctions,
    }


def _told(part: Part, voltage: Fraction | int, start: str, end: str) -> dict[str, Any]:
    ends = [end, start] if part.kind == "diode" and not part.is_forward else [start, end]
    told: dict[str, Any] = {"kind": part.kind, "ends": ends}
    if part.kind == "battery":
        told["value"] = str(voltage)
    if part.kind in LOADS and part.value is not None:
        told["value"] = str(part.value)
    if part.kind == "switch":
        told["state"] = "closed" if part.is_closed else "open"
    return told
