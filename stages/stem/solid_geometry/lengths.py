"""What written lengths tell of a cuboid: its edges, which is longer, volume and surface."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from vlcorpus.schemas.scenes.claims import Claim, truth_value
from vlcorpus.stages.stem.solid_geometry.solid import Solid
from vlcorpus.stages.stem.solid_geometry.space import Number, cross, is_zero


def measured(solid: Solid) -> Iterator[Claim]:
    """Yield what follows where the three lengths at a vertex of a cuboid are written."""
    if not solid.lengths:
        return
    written = tuple(f"segment {edge}" for edge in solid.lengths)
    lengths = {edge: length_of(solid, edge) for edge in solid.shell.edges}
    x, y, z = (lengths[edge] for edge in solid.lengths)
    wrong = _wrong(x * y * z, (x + y + z, 2 * x * y * z, x * y + y * z + z * x, 4 * (x + y + z)))
    yield Claim(("volume", "solid"), str(x * y * z), written, wrong)
    surface = 2 * (x * y + y * z + z * x)
    wrong = _wrong(surface, (surface // 2, x * y * z, 4 * (x + y + z), surface + 2 * x * y))
    yield Claim(("surface_area", "solid"), str(surface), written, wrong)
    for edge, length in lengths.items():
        if edge not in solid.lengths:
            wrong = _wrong(length, (x, y, z, x + y, y + z))
            yield Claim(("length", edge), str(length), (f"segment {edge}", *written), wrong)
    for one, other in combinations(lengths, 2):
        seen = (f"segment {one}", f"segment {other}", *written)
        if lengths[one] != lengths[other]:
            longer, shorter = (one, other) if lengths[one] > lengths[other] else (other, one)
            yield Claim(("longer", one, other), longer, seen, (shorter,))
        elif not is_zero(cross(solid.direction(one), solid.direction(other))):
            yield Claim(("equal", one, other), truth_value(True), seen)


def length_of(solid: Solid, edge: str) -> int:
    """Return the length of an edge along an axis."""
    way = solid.direction(edge)
    return abs(int(sum(way)))


def _wrong(value: Number, others: tuple[Number, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(other) for other in others if other != value))
