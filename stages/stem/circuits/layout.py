"""Where a circuit lies: components from left to right, branches below each other, the battery below all."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise

from vlcorpus.stages.stem.circuits.network import Network, Parallel, Part, Series

Place = tuple[Fraction, Fraction]
_LENGTH = Fraction(4)  # of a component with its leads
_RAIL = Fraction(1)  # from the rail of parallel branches to the widest of them
_LEAD = Fraction(1, 2)  # from where branches begin to their rail: two rails never share a line
_APART = Fraction(5)  # of branches
BATTERY = "E"


@dataclass
class Sheet:
    """A drawn circuit: its nodes by their places, and what lies between them."""

    nodes: dict[Place, str] = field(default_factory=dict)
    wires: list[tuple[str, str]] = field(default_factory=list)
    components: dict[str, tuple[Part, str, str]] = field(default_factory=dict)  # from where to where

    def node(self, x: Fraction, y: Fraction) -> str:
        return self.nodes.setdefault((x, y), f"n{len(self.nodes) + 1}")

    def wire(self, *places: Place) -> None:
        """Add wires from each place to the next."""
        for one, other in pairwise(places):
            if one != other:
                self.wires.append((self.node(*one), self.node(*other)))

    def put(self, part: Part, start: Place, end: Place) -> None:
        self.components[part.name] = (part, self.node(*start), self.node(*end))

    @property
    def places(self) -> dict[str, Place]:
        return {name: place for place, name in self.nodes.items()}

    @property
    def junctions(self) -> list[str]:
        ends = [end for wire in self.wires for end in wire]
        ends += [end for _, *both in self.components.values() for end in both]
        return [node for node in self.nodes.values() if ends.count(node) >= 3]


def laid_out(network: Network, *, battery_to_right: bool) -> Sheet:
    """Return the circuit as a loop: the network above, the battery below. Current goes right above.

    The battery's plus is on the left then; turned, it is on the right, and the network is mirrored.
    """
    sheet = Sheet()
    last = _last_part(network)
    if last is not None and isinstance(network, Series):
        network = Series(network.children[:-1])
    width, _, low = _size(network)
    lower = [part for part in (last,) if part is not None]
    width = max(width, (1 + len(lower)) * _LENGTH)
    left, right, bottom = Fraction(0), width + 2 * _RAIL, -low - _APART
    inner = _size(network)[0]
    start = (right - inner) / 2
    _lay(sheet, network, start, Fraction(0))
    sheet.wire((left, bottom), (left, Fraction(0)), (start, Fraction(0)))
    sheet.wire((start + inner, Fraction(0)), (right, Fraction(0)), (right, bottom))
    gap = (right - left - (1 + len(lower)) * _LENGTH) / (2 + len(lower))
    x = right
    for part in (*lower, Part(BATTERY, "battery")):
        sheet.wire((x, bottom), (x - gap, bottom))
        # The battery's ends come with its negative pole first: current leaves it on the left.
        sheet.put(part, (x - gap, bottom), (x - gap - _LENGTH, bottom))
        x -= gap + _LENGTH
    sheet.wire((x, bottom), (left, bottom))
    return _mirrored(sheet) if battery_to_right else sheet


def _last_part(network: Network) -> Part | None:
    """Return the component that may lie below, beside the battery, where the row above would be long."""
    if isinstance(network, Series) and len(network.children) > 2:
        last = network.children[-1]
        return last if isinstance(last, Part) else None
    return None


def _size(network: Network) -> tuple[Fraction, Fraction, Fraction]:
    """Return its width, and how far it reaches above and below the line of its ends."""
    if isinstance(network, Part):
        return _LENGTH, Fraction(0), Fraction(0)
    sizes = [_size(child) for child in network.children]
    if isinstance(network, Series):
        return (
            sum((w for w, _, _ in sizes), Fraction(0)),
            max(h for _, h, _ in sizes),
            max(d for *_, d in sizes),
        )
    offsets = _offsets(network)
    high = max(offset + size[1] for offset, size in zip(offsets, sizes, strict=True))
    low = max(size[2] - offset for offset, size in zip(offsets, sizes, strict=True))
    return max(w for w, _, _ in sizes) + 2 * (_RAIL + _LEAD), high, low


def _offsets(network: Parallel) -> list[Fraction]:
    """Return how high each branch of a parallel lies, from the first to the last, about the middle."""
    sizes = [_size(child) for child in network.children]
    found = [Fraction(0)]
    for above, below in pairwise(sizes):
        found.append(found[-1] - above[2] - _APART - below[1])
    middle = found[-1] / 2
    return [offset - middle for offset in found]


def _lay(sheet: Sheet, network: Network, x: Fraction, y: Fraction) -> None:
    """Put a network on the sheet, from its left end at (x, y)."""
    if isinstance(network, Part):
        sheet.put(network, (x, y), (x + _LENGTH, y))
    elif isinstance(network, Series):
        for child in network.children:
            _lay(sheet, child, x, y)
            x += _size(child)[0]
    else:
        width = _size(network)[0] - 2 * _LEAD
        sheet.wire((x, y), (x + _LEAD, y))
        x += _LEAD
        sheet.wire((x + width, y), (x + width + _LEAD, y))
        heights = [y + offset for offset in _offsets(network)]
        rail = sorted({*heights, y}, reverse=True)
        for end in (x, x + width):
            sheet.wire(*((end, height) for height in rail))
        for child, height in zip(network.children, heights, strict=True):
            inner = _size(child)[0]
            start = x + (width - inner) / 2
            sheet.wire((x, height), (start, height))
            _lay(sheet, child, start, height)
            sheet.wire((start + inner, height), (x + width, height))


def _mirrored(sheet: Sheet) -> Sheet:
    return Sheet(
        {(-x, y): name for (x, y), name in sheet.nodes.items()},
        sheet.wires,
        sheet.components,
    )
