from fractions import Fraction

import pytest

from vlcorpus.stages.stem.circuits.network import (
    Flow,
    Parallel,
    Part,
    Series,
    flows,
    parts,
    reduced,
    resistance,
    switched,
)


def r(name, ohms):
    return Part(name, "resistor", ohms)


OPEN, CLOSED = Part("S1", "switch", is_closed=False), Part("S1", "switch")
METER, VOLTS, CAPACITOR = Part("A1", "ammeter"), Part("V1", "voltmeter"), Part("C1", "capacitor")
BLOCKED = Part("D1", "diode", is_forward=False)


@pytest.mark.parametrize(
    ("network", "ohms"),
    [
        (Series((r("R1", 2), r("R2", 3))), 5),
        (Parallel((r("R1", 2), r("R2", 3))), Fraction(6, 5)),
        (Parallel((r("R1", 2), VOLTS, CAPACITOR)), 2),
        (Series((METER, CLOSED, r("R1", 2))), 2),
        (Parallel((CLOSED, r("R1", 2))), 0),
        (Series((OPEN, r("R1", 2))), None),
        (Series((BLOCKED, r("R1", 2))), None),
    ],
)
def test_resistance(network, ohms):
    assert resistance(network) == ohms


def test_flows_obey_ohm_and_kirchhoff():
    network = Series((METER, r("R1", 2), Parallel((r("R2", 3), Series((r("R3", 4), r("R4", 2)))))))
    found = flows(network, Fraction(12))
    assert found["A1"] == Flow(Fraction(3), Fraction(0))
    assert found["R2"].current + found["R3"].current == 3
    assert found["R1"].voltage + found["R2"].voltage == 12
    assert found["R3"].voltage + found["R4"].voltage == found["R2"].voltage
    for part in parts(network):
        assert found[part.name].voltage == found[part.name].current * (part.value or 0)


def test_the_whole_voltage_lies_at_the_one_gap():
    found = flows(Series((r("R1", 2), OPEN, Parallel((r("R2", 3), VOLTS)))), Fraction(9))
    assert found["S1"] == Flow(Fraction(0), Fraction(9))
    assert found["V1"] == found["R2"] == Flow(Fraction(0), Fraction(0))
    assert flows(Series((OPEN, CAPACITOR)), Fraction(9))["C1"].voltage is None


def test_what_is_bridged_has_no_current():
    found = flows(Series((r("R1", 2), Parallel((CLOSED, r("R2", 3))))), Fraction(6))
    assert found["R2"] == Flow(Fraction(0), Fraction(0))
    assert found["S1"].current == 3
    with pytest.raises(ZeroDivisionError):
        flows(Parallel((CLOSED, r("R2", 3))), Fraction(6))


def test_what_carries_nothing_is_taken_away():
    network = Series((CLOSED, r("R1", 1), Parallel((VOLTS, Series((r("R2", 1), METER, r("R3", 1)))))))
    assert reduced(network) == Series((r("R1", 1), r("R2", 1), r("R3", 1)))
    assert reduced(Series((OPEN, r("R1", 1)))) is None


def test_one_switch_is_changed():
    changed = switched(Series((CLOSED, r("R1", 1))), "S1")
    assert [part.is_closed for part in parts(changed)] == [False, True]
