"""Circuits as trees of what is in series and in parallel, and what flows through them, exactly."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

LOADS = ("resistor", "lamp")
_OPEN = None  # the resistance of what lets nothing through
Resistance = Fraction | None


@dataclass(frozen=True, slots=True)
class Part:
    """A component. Current flows from its first end to the second; a diode may stand against it."""

    name: str
    kind: str
    value: int | None = None  # ohms, where they are told
    is_closed: bool = True  # of a switch
    is_forward: bool = True  # of a diode


@dataclass(frozen=True, slots=True)
class Series:
    children: tuple[Network, ...]


@dataclass(frozen=True, slots=True)
class Parallel:
    children: tuple[Network, ...]


Network = Part | Series | Parallel


@dataclass(frozen=True, slots=True)
class Flow:
    """What flows through a component, and the voltage between its ends; None where nothing tells."""

    current: Fraction | None
    voltage: Fraction | None


def parts(network: Network) -> Iterator[Part]:
    if isinstance(network, Part):
        yield network
    else:
        for child in network.children:
            yield from parts(child)


def resistance(network: Network) -> Resistance:
    """Return the resistance between the ends of a network; None where nothing flows."""
    if isinstance(network, Part):
        return _own_resistance(network)
    found = [resistance(child) for child in network.children]
    if isinstance(network, Series):
        return _OPEN if _OPEN in found else sum((r for r in found if r is not None), Fraction(0))
    conducting = [r for r in found if r is not None]
    if not conducting:
        return _OPEN
    return Fraction(0) if 0 in conducting else 1 / sum((1 / r for r in conducting), Fraction(0))


def flows(network: Network, voltage: Fraction) -> dict[str, Flow]:
    """Return what flows through each component while a battery holds this voltage.

    Raises ZeroDivisionError where the battery is short-circuited.
    """
    whole = resistance(network)
    current = Fraction(0) if whole is None else voltage / whole
    found: dict[str, Flow] = {}
    _spread(network, Flow(current, voltage), found)
    return found


def switched(network: Network, name: str) -> Network:
    """Return the network with one switch in its other state."""
    if isinstance(network, Part):
        return replace(network, is_closed=not network.is_closed) if network.name == name else network
    return replace(network, children=tuple(switched(child, name) for child in network.children))


def reduced(network: Network) -> Network | None:
    """Return what current flows through, without what has no resistance; None where there is nothing.

    Neither a series holds a series in it, nor a parallel a parallel: children are told apart by nothing else.
    """
    if resistance(network) in (_OPEN, 0):
        return None
    if isinstance(network, Part):
        return network
    children: list[Network] = []
    for child in map(reduced, network.children):
        if not isinstance(child, Part | None) and type(child) is type(network):
            children += child.children
        elif child is not None:
            children.append(child)
    return children[0] if len(children) == 1 else replace(network, children=tuple(children))


def _own_resistance(part: Part) -> Resistance:
    match part.kind:
        case "resistor" | "lamp":
            return Fraction(1 if part.value is None else part.value)
        case "switch":
            return Fraction(0) if part.is_closed else _OPEN
        case "diode":
            return Fraction(0) if part.is_forward else _OPEN
        case "ammeter":
            return Fraction(0)
        case _:  # voltmeter, capacitor
            return _OPEN


def _spread(network: Network, flow: Flow, found: dict[str, Flow]) -> None:
    if isinstance(network, Part):
        found[network.name] = flow
        return
    resistances = [resistance(child) for child in network.children]
    share = _in_series if isinstance(network, Series) else _in_parallel
    for child, own in zip(network.children, resistances, strict=True):
        _spread(child, share(flow, own, resistances), found)


def _in_series(flow: Flow, own: Resistance, all_: list[Resistance]) -> Flow:
    """Where nothing flows, the whole voltage lies at the one gap; of two, nothing tells how it is shared."""
    if own is None:
        return Flow(Fraction(0), flow.voltage if all_.count(_OPEN) == 1 else None)
    if flow.current is None:
        return Flow(None, Fraction(0) if own == 0 else None)
    return Flow(flow.current, flow.current * own)


def _in_parallel(flow: Flow, own: Resistance, all_: list[Resistance]) -> Flow:
    """What has no resistance carries all; of two such branches, nothing tells how they share."""
    if own is None:
        return Flow(Fraction(0), flow.voltage)
    if 0 in all_:
        if own != 0:
            return Flow(Fraction(0), Fraction(0))
        return Flow(flow.current if all_.count(Fraction(0)) == 1 else None, Fraction(0))
    return Flow(None if flow.voltage is None else flow.voltage / own, flow.voltage)
