"""What can be said of a circuit: derived from what flows through it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import combinations

from vlcorpus.schemas.scenes.claims import Claim, truth_value
from vlcorpus.schemas.stem.circuits import CONNECTIONS, KINDS, STATES
from vlcorpus.stages.stem.circuits.layout import BATTERY
from vlcorpus.stages.stem.circuits.network import (
    LOADS,
    Flow,
    Network,
    Part,
    Series,
    flows,
    parts,
    reduced,
    resistance,
    switched,
)


@dataclass(frozen=True)
class Circuit:
    network: Network
    voltage: int
    is_alike: bool  # its loads are lamps without a value: their currents are not told

    @cached_property
    def flows(self) -> dict[str, Flow]:
        return flows(self.network, Fraction(self.voltage))

    @cached_property
    def parts(self) -> list[Part]:
        return list(parts(self.network))

    @property
    def loads(self) -> list[Part]:
        return [part for part in self.parts if part.kind in LOADS]

    @property
    def has_diode(self) -> bool:
        return any(part.kind == "diode" for part in self.parts)

    @property
    def everything(self) -> tuple[str, ...]:
        return (*(part.name for part in self.parts), BATTERY)


def claims(circuit: Circuit, junctions: tuple[str, ...]) -> tuple[Claim, ...]:
    """Return all that holds and can be seen, as schemas/stem/circuits.py names it."""
    return (
        *_parts(circuit),
        *_counts(circuit, junctions),
        *_lamps(circuit),
        *_numbers(circuit),
        *_pairs(circuit),
        *_shorted(circuit),
    )


def _parts(circuit: Circuit) -> Iterator[Claim]:
    yield Claim(("emf", BATTERY), str(circuit.voltage), (BATTERY,), _near(circuit.voltage))
    for part in circuit.parts:
        yield Claim(("kind", part.name), part.kind, (part.name,), _others(part.kind, KINDS))
        if part.kind == "switch":
            state = STATES[part.is_closed]
            yield Claim(("state", part.name), state, (part.name,), _others(state, STATES))
        if part.value is not None:
            wrong = _wrong(part.value, *(p.value for p in circuit.parts if p.value), part.value + 1)
            yield Claim(("resistance", part.name), str(part.value), (part.name,), wrong)


def _counts(circuit: Circuit, junctions: tuple[str, ...]) -> Iterator[Claim]:
    for kind in KINDS:
        names = tuple(part.name for part in circuit.parts if part.kind == kind)
        if names:
            yield Claim(("count", kind), str(len(names)), names, _near(len(names)))
    yield Claim(("count", "junctions"), str(len(junctions)), junctions, _near(len(junctions)))
    lit = [part for part in circuit.parts if part.kind == "lamp" and _is_lit(circuit.flows, part)]
    if any(part.kind == "lamp" for part in circuit.parts):
        yield Claim(("count", "lit"), str(len(lit)), circuit.everything, _near(len(lit)))
    is_open = tuple(part.name for part in circuit.parts if part.kind == "switch" and not part.is_closed)
    if any(part.kind == "switch" for part in circuit.parts):
        yield Claim(("count", "open"), str(len(is_open)), is_open, _near(len(is_open)))


def _lamps(circuit: Circuit) -> Iterator[Claim]:
    lamps = [part for part in circuit.parts if part.kind == "lamp"]
    for lamp in lamps:
        yield Claim(("lit", lamp.name), truth_value(_is_lit(circuit.flows, lamp)), circuit.everything)
    for switch in circuit.parts:
        if switch.kind != "switch":
            continue
        try:
            after = flows(switched(circuit.network, switch.name), Fraction(circuit.voltage))
        except ZeroDivisionError:  # the battery would be short-circuited
            continue
        for lamp in lamps:
            yield Claim(
                ("lit_after", lamp.name, switch.name), truth_value(_is_lit(after, lamp)), circuit.everything
            )
    for part in circuit.parts:
        current = circuit.flows[part.name].current
        if part.kind == "diode" and current is not None:  # beside a closed switch its share is not determined
            yield Claim(("conducts", part.name), truth_value(current != 0), circuit.everything)


def _numbers(circuit: Circuit) -> Iterator[Claim]:
    """Yield currents, voltages and what meters show. Of lamps that are alike only voltages are told."""
    everything, found = circuit.everything, circuit.flows
    currents = [flow.current for flow in found.values() if flow.current is not None]
    voltages = [flow.voltage for flow in found.values() if flow.voltage is not None]
    for part in circuit.parts:
        current, voltage = found[part.name].current, found[part.name].voltage
        if current is not None and (current == 0 or not circuit.is_alike):
            operation = {"ammeter": "reads", "resistor": "current", "lamp": "current"}.get(part.kind)
            if operation:
                rivals = _amounts(current, currents)
                yield Claim((operation, part.name), str(current), everything, rivals)
        # Behind a diode, what lets nothing through may have been charged before: its voltage is not told.
        is_trapped = part.kind in ("capacitor", "voltmeter") and circuit.has_diode
        if voltage is not None and not is_trapped:
            operation = {"voltmeter": "reads", "capacitor": "voltage"}.get(part.kind)
            if operation := "voltage" if part.kind in LOADS else operation:
                rivals = _amounts(voltage, voltages)
                yield Claim((operation, part.name), str(voltage), everything, rivals)
    whole = resistance(circuit.network)
    if whole is None or not circuit.is_alike:
        current = Fraction(0) if whole is None else circuit.voltage / whole
        rivals = _amounts(current, currents)
        yield Claim(("current", BATTERY), str(current), everything, rivals)
    if whole is not None and not circuit.is_alike:
        ohms = [Fraction(part.value) for part in circuit.loads if part.value]
        rivals = _amounts(whole, [sum(ohms, Fraction(0)), 1 / sum((1 / r for r in ohms), Fraction(0)), *ohms])
        yield Claim(("total_resistance", BATTERY), str(whole), everything, rivals)


def _pairs(circuit: Circuit) -> Iterator[Claim]:
    siblings = dict(_siblings(reduced(circuit.network)))
    for one, other in combinations(circuit.loads, 2):
        pair, names = (one, other), (one.name, other.name)
        flow = [circuit.flows[name].current for name in names]
        if all(flow):
            how = siblings.get(frozenset(names), "neither")
            yield Claim(("connection", *names), how, circuit.everything, _others(how, CONNECTIONS))
        yield from _more("more_current", pair, flow, circuit)
        if one.kind == other.kind == "lamp":
            power = [i and i * i * (part.value or 1) for i, part in zip(flow, pair, strict=True)]
            yield from _more("brighter", pair, power, circuit)
        if one.kind == other.kind == "resistor":
            yield from _more("larger", pair, [Fraction(part.value or 0) for part in pair], circuit)


def _more(
    operation: str, pair: tuple[Part, Part], amounts: list[Fraction | None], circuit: Circuit
) -> Iterator[Claim]:
    first, second = amounts
    if first is not None and second is not None and first != second:
        more, less = (pair[0], pair[1]) if first > second else (pair[1], pair[0])
        names = (pair[0].name, pair[1].name)
        yield Claim((operation, *names), more.name, circuit.everything, (less.name,))


def _siblings(network: Network | None) -> Iterator[tuple[frozenset[str], str]]:
    """Yield pairs of loads that are in series or parallel: children of one node of the tree."""
    if network is None or isinstance(network, Part):
        return
    how = "series" if isinstance(network, Series) else "parallel"
    here = [child for child in network.children if isinstance(child, Part)]
    for one, other in combinations(here, 2):
        yield frozenset((one.name, other.name)), how
    for child in network.children:
        yield from _siblings(child)


def _shorted(circuit: Circuit) -> Iterator[Claim]:
    """Yield which loads have something without resistance beside them, so that they are bridged."""
    if circuit.has_diode:
        return
    bridged = set(_bridged(circuit.network, is_bridged=False))
    for part in circuit.loads:
        yield Claim(("shorted", part.name), truth_value(part.name in bridged), circuit.everything)


def _bridged(network: Network, *, is_bridged: bool) -> Iterator[str]:
    """Yield the loads whose ends are joined by closed switches and ammeters; the network's may be so."""
    if isinstance(network, Part):
        if is_bridged and network.kind in LOADS:
            yield network.name
        return
    zeros = [resistance(child) == 0 for child in network.children]
    for number, child in enumerate(network.children):
        if isinstance(network, Series):
            # The ends of one in a row are those of the row where the others have no resistance.
            here = is_bridged and all(zeros[:number] + zeros[number + 1 :])
        else:
            here = is_bridged or any(zeros)
        yield from _bridged(child, is_bridged=here)


def _is_lit(found: dict[str, Flow], lamp: Part) -> bool:
    return bool(found[lamp.name].current)


def _others(value: str, values: Iterable[str]) -> tuple[str, ...]:
    return tuple(other for other in values if other != value)


def _amounts(value: Fraction, others: Iterable[Fraction]) -> tuple[str, ...]:
    return _wrong(value, *others, 2 * value, value / 2, value + 1, value + 2)


def _wrong(value: Fraction | int, *others: Fraction | int | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(other) for other in others if other is not None and other != value))


def _near(count: int) -> tuple[str, ...]:
    return tuple(str(other) for other in range(max(0, count - 2), count + 4) if other != count)
