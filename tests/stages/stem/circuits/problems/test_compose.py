from fractions import Fraction
from random import Random

import pytest

from tests.stages.stem.circuits.problems.circuits import NETWORK, R1, R2, R3
from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.circuits.network import LOADS, Parallel, Part, Series, flows, parts
from vlcorpus.stages.stem.circuits.problems.compose import FAMILIES, compose, idle_because, without

OPEN, CLOSED = Part("S1", "switch", is_closed=False), Part("S1", "switch")
AMMETER, VOLTMETER = Part("A1", "ammeter"), Part("V1", "voltmeter")


def composed(family, n=12):
    for seed in range(n):
        try:
            yield compose(Random(f"{family} {seed}"), [family])
        except Unfit:
            continue


@pytest.mark.parametrize("family", FAMILIES)
def test_a_circuit_is_of_its_family_and_currents_have_one_decimal(family):
    found = list(composed(family))
    assert found
    for network, circuit, steps in found:
        assert steps[0] == family
        for flow in flows(network, circuit.voltage).values():
            assert flow.current is None or (flow.current * 10).denominator == 1


def test_what_a_meter_shows_is_what_flows():
    n_meters = 0
    for family in FAMILIES:
        for network, circuit, _ in composed(family):
            found, values = flows(network, circuit.voltage), circuit.quantities
            for meter in circuit.shows:
                flow = found[meter]
                assert (flow.current if meter[0] == "A" else flow.voltage) == values[
                    "current" if meter[0] == "A" else "voltage", meter
                ]
                n_meters += 1
    assert n_meters > 20


def test_quantities_are_those_of_the_network():
    for family in FAMILIES:
        for network, circuit, _ in composed(family, 4):
            found, values = flows(network, circuit.voltage), circuit.quantities
            for part in parts(network):
                if part.kind in LOADS and found[part.name].current:
                    assert values["current", part.name] == found[part.name].current
                    assert values["voltage", part.name] == found[part.name].voltage


@pytest.mark.parametrize(
    ("network", "reasons"),
    [
        (Parallel((R1, Series((R2, OPEN)))), [("cut_off", "R2", "S1")]),
        (Series((R1, Parallel((R2, CLOSED)))), [("bridged", "R2", "S1")]),
        (NETWORK, []),
    ],
)
def test_one_switch_tells_why_a_load_is_idle(network, reasons):
    assert list(idle_because(network)) == reasons


def test_two_open_switches_in_a_row_tell_it_together():
    other = Part("S2", "switch", is_closed=False)
    with pytest.raises(Unfit):
        list(idle_because(Parallel((R1, Series((R2, OPEN, other))))))


def test_meters_are_taken_out_where_nothing_else_changes():
    network = Series((R1, AMMETER, Parallel((R2, R3, VOLTMETER))))
    assert without(network, {"A1", "V1"}) == NETWORK
    assert without(network, {"V1"}) == Series((R1, AMMETER, Parallel((R2, R3))))
    beside = Parallel((R1, AMMETER))
    assert without(beside, {"A1"}) == beside
    row = Parallel((R1, Series((AMMETER, Part("A2", "ammeter")))))
    assert without(row, {"A1", "A2"}) == row
    assert flows(without(network, {"A1"}), Fraction(12))["R1"] == flows(network, Fraction(12))["R1"]
