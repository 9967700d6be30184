"""Circuits of problems: of a family, with switches and meters, and numbers with which one reckons well."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.circuits.draft import EXTRAS, Draft, Wrap, wrapped
from vlcorpus.stages.stem.circuits.network import (
    LOADS,
    Network,
    Parallel,
    Part,
    Series,
    flows,
    parts,
    reduced,
    switched,
)
from vlcorpus.stages.stem.circuits.problems.circuit import Circuit, Group, meter_operation, whole_of

_LOAD = Part("", "resistor")  # in whose place a load comes, with a name
_PAIR = Parallel((_LOAD, _LOAD))
_ROW = Series((_LOAD, _LOAD))
_FAMILIES: dict[str, Network] = {
    "two_in_series": _ROW,
    "three_in_series": Series((_LOAD,) * 3),
    "two_in_parallel": _PAIR,
    "three_in_parallel": Parallel((_LOAD,) * 3),
    "pair_in_series_with_one": Series((_LOAD, _PAIR)),
    "pair_in_series_with_two": Series((_LOAD, _PAIR, _LOAD)),
    "two_pairs_in_series": Series((_PAIR, _PAIR)),
    "three_branches_in_series_with_one": Series((_LOAD, Parallel((_LOAD,) * 3))),
    "row_beside_one": Parallel((_LOAD, _ROW)),
    "row_beside_two": Parallel((_LOAD, _ROW, _LOAD)),
    "two_rows_side_by_side": Parallel((_ROW, _ROW)),
    "long_row_beside_one": Parallel((_LOAD, Series((_LOAD,) * 3))),
    "pair_in_a_branch": Parallel((_LOAD, Series((_LOAD, _PAIR)))),
    "row_beside_one_in_series_with_one": Series((_LOAD, Parallel((_LOAD, _ROW)))),
    "pair_and_row_side_by_side_in_series": Series((_PAIR, Parallel((_LOAD, _ROW)))),
}
FAMILIES = tuple(_FAMILIES)
_SELDOM = 0.4  # how often two loads come, to other families: of those there are few different problems
METERS = ("ammeter", "voltmeter")
_OHMS = (1, 2, 3, 4, 5, 6, 8, 9, 10, 12, 15, 16, 18, 20, 24, 25, 30, 36, 40, 45, 50, 60, 80, 100, 120)
_CLOSE = (0.5, 8.0)  # a load's resistance, in that of the one before it: much larger ones hardly matter
_VOLTS = (3, 6, 9, 10, 12, 15, 18, 20, 24, 30, 36, 40, 42, 45, 48, 54, 60, 72, 84, 90, 96, 110, 120, 180, 220)
_SECONDS = (5, 10, 20, 30, 60, 100, 120, 300)
_MAX_AMPERES = 12
_TENTHS = 10  # currents have one decimal at most
_DRAWS = 40  # of resistances, until currents are plain


def compose(random: Random, families: Sequence[str]) -> tuple[Network, Circuit, tuple[str, ...]]:
    """Return a circuit of one of the families, with its loads' values, and how it was made.

    Raises Unfit where the draw is bad.
    """
    shares = [_SELDOM if family.startswith("two_in") else 1.0 for family in families]
    family = random.choices(families, shares)[0]
    made = Draft(random, is_alike=False)
    network = _with_loads(made, _FAMILIES[family])
    steps = [family]
    for name, share, wrap in _ADDITIONS:
        if random.random() < share:
            network = wrapped(made, network, wrap)
            steps.append(name)
    network, voltage = _with_numbers(random, network)
    live = reduced(network)
    if live is None or isinstance(live, Part):
        raise Unfit("a single load, or none, carries current")
    whole = whole_of(live)
    ohms = {part.name: Fraction(part.value or 0) for part in parts(live)}
    shows = dict(_shows(network, whole))
    circuit = Circuit(whole, voltage, ohms, Fraction(random.choice(_SECONDS)), shows)
    return network, circuit, tuple(dict.fromkeys(steps))


def without(network: Network, meters: set[str]) -> Network:
    """Return the network without some meters, where they can be taken out and nothing else changes."""
    if isinstance(network, Part):
        return network
    kind = "ammeter" if isinstance(network, Series) else "voltmeter"
    left = [
        child
        for child in network.children
        if not (isinstance(child, Part) and child.name in meters and child.kind == kind)
    ]
    if not left:  # a branch of ammeters alone: it conducts
        return network
    children = tuple(without(child, meters) for child in left)
    return children[0] if len(children) == 1 else replace(network, children=children)


def idle_because(network: Network) -> Iterator[tuple[str, str, str]]:
    """Yield for each load without current `cut_off` or `bridged`, its name, and the one switch that does it.

    Raises Unfit where there is none, or more than one.
    """
    switches = [part for part in parts(network) if part.kind == "switch"]
    idle = [name for name, current in _currents(network).items() if not current]
    for load in (part for part in parts(network) if part.kind in LOADS and part.name in idle):
        doing = [s for s in switches if _would_carry(switched(network, s.name), load.name)]
        if len(doing) != 1:
            raise Unfit("not one switch tells why a load carries no current")
        yield "bridged" if doing[0].is_closed else "cut_off", load.name, doing[0].name


def _with_loads(made: Draft, skeleton: Network) -> Network:
    """Return a family's network, in any order, with loads in it."""
    if isinstance(skeleton, Part):
        return made.load()
    order = made.random.sample(skeleton.children, len(skeleton.children))
    return replace(skeleton, children=tuple(_with_loads(made, child) for child in order))


def _with_numbers(random: Random, network: Network) -> tuple[Network, Fraction]:
    """Return the network with other resistances, and a voltage at which all currents are plain."""
    loads = [part.name for part in parts(network) if part.kind in LOADS]
    for _ in range(_DRAWS):
        first = random.choice(_OHMS)
        near = [ohms for ohms in _OHMS if _CLOSE[0] <= ohms / first <= _CLOSE[1]]
        values = {name: random.choice(near) for name in loads}
        valued = _valued(network, values)
        try:
            currents = [current for current in _currents(valued).values() if current]
        except ZeroDivisionError as error:
            raise Unfit("the battery is short-circuited") from error
        if not currents:
            raise Unfit("no current flows")
        whole = math.lcm(*(current.denominator for current in currents))
        fitting = [
            volts
            for volts in _VOLTS
            if volts * _TENTHS % whole == 0 and volts * max(currents) <= _MAX_AMPERES
        ]
        if fitting:
            return valued, Fraction(random.choice(fitting))
    raise Unfit("no voltage makes plain currents")


def _valued(network: Network, values: Mapping[str, int]) -> Network:
    if isinstance(network, Part):
        return replace(network, value=values.get(network.name))
    return replace(network, children=tuple(_valued(child, values) for child in network.children))


def _currents(network: Network) -> dict[str, Fraction]:
    """Return the current through each component at one volt, where it is told."""
    found = flows(network, Fraction(1))
    return {name: flow.current for name, flow in found.items() if flow.current is not None}


def _would_carry(network: Network, load: str) -> bool:
    try:
        return bool(_currents(network).get(load))
    except ZeroDivisionError:
        return False


def _shows(network: Network, whole: Group) -> Iterator[tuple[str, Group]]:
    """Yield each meter with a group that has always the current or voltage that it shows.

    What is always so is so with resistances that are primes. Raises Unfit where a meter shows nothing.
    """
    meters = [part for part in parts(network) if part.kind in METERS]
    loads = [part.name for part in parts(network) if part.kind in LOADS]
    ohms = dict(zip(loads, _PRIMES, strict=False))
    found = flows(_valued(network, ohms), Fraction(1))
    exact = {name: Fraction(value) for name, value in ohms.items()}
    values = Circuit(whole, Fraction(1), exact, Fraction(1), {}).quantities
    for meter in meters:
        operation = meter_operation(meter.name)
        flow = found[meter.name]
        reading = flow.current if operation == "current" else flow.voltage
        group = next((group for group in whole.all() if values[operation, *group.name] == reading), None)
        if group is None:
            raise Unfit("a meter shows nothing of the loads")
        yield meter.name, group


def _across_an_open_switch(made: Draft, network: Network) -> Network:
    """Put a load beside a network, behind a switch that is open."""
    children = network.children if isinstance(network, Parallel) else (network,)
    return Parallel((*children, Series((replace(made.part("switch"), is_closed=False), made.load()))))


def _under_a_closed_switch(made: Draft, network: Network) -> Network:
    """Put a load before a network, with a closed switch across it."""
    children = network.children if isinstance(network, Series) else (network,)
    return Series((Parallel((replace(made.part("switch"), is_closed=True), made.load())), *children))


def _closed_switch(made: Draft, network: Network) -> Network:
    children = network.children if isinstance(network, Series) else (network,)
    return Series((replace(made.part("switch"), is_closed=True), *children))


_PRIMES = (101, 103, 107, 109, 113, 127, 131, 137)
# What may be put in, in this order, with the share of circuits that have it.
_ADDITIONS: tuple[tuple[str, float, Wrap], ...] = (
    ("ammeter", 0.4, EXTRAS["ammeter"]),
    ("voltmeter", 0.35, EXTRAS["voltmeter"]),
    ("ammeter", 0.15, EXTRAS["ammeter"]),
    ("voltmeter", 0.1, EXTRAS["voltmeter"]),
    ("closed_switch", 0.3, _closed_switch),
    ("load_cut_off", 0.15, _across_an_open_switch),
    ("load_bridged", 0.1, _under_a_closed_switch),
)
