from fractions import Fraction

import pytest

from tests.stages.verify.circuits.circuits import truth
from tests.stages.verify.circuits.problems.posed import BRIDGE, MIXED
from vlcorpus.stages.verify.circuits.problems.flow import Flow
from vlcorpus.stages.verify.circuits.problems.things import Things
from vlcorpus.stages.verify.circuits.problems.wiring import read_wiring
from vlcorpus.stages.verify.oracle import Unknown


def value(told, operation, *name, seconds=Fraction(10)):
    wiring = read_wiring(told)
    values = {one: component.value for one, component in wiring.circuit.components.items()}
    things = Things(wiring)
    return Flow(wiring, values, seconds).value(operation, things.find(name) if name else None)


@pytest.mark.parametrize(
    ("operation", "name", "wanted"),
    [
        ("voltage", ("R2", "R3"), 6),
        ("voltage", ("V1",), 6),
        ("current", ("E",), 3),
        ("current", ("A1",), 3),
        ("resistance", ("E",), 4),
        ("power", ("R2", "R3"), 18),
        ("charge", ("R3",), 10),
        ("energy", ("R3",), 60),
        ("time", (), 10),
    ],
)
def test_what_a_thing_has(operation, name, wanted):
    assert value(MIXED, operation, *name) == wanted


def test_the_battery_gives_what_all_loads_take():
    assert value(BRIDGE, "power", "E") == value(BRIDGE, "voltage", "E") * value(BRIDGE, "current", "E")


def test_an_ammeter_between_branches_has_their_difference():
    """R1 and R2 from the positive pole, R3 and R4 to the negative one; the ammeter joins their middles."""
    told = truth(
        R1=("resistor", (1, 2), "1"),
        R2=("resistor", (1, 3), "3"),
        R3=("resistor", (2, 0), "3"),
        R4=("resistor", (3, 0), "1"),
        A1=("ammeter", (2, 3)),
    )
    through = [value(told, "current", name) for name in ("R1", "R3")]
    assert value(told, "current", "A1") == through[0] - through[1] == 4


@pytest.mark.parametrize(
    ("operation", "name"), [("power", "V1"), ("current", "V1"), ("voltage", "A1"), ("kind", "R1")]
)
def test_what_no_thing_has(operation, name):
    with pytest.raises(Unknown):
        value(MIXED, operation, name)


def test_a_voltmeter_that_hangs_in_the_air():
    told = truth(R1=("resistor", (1, 0), "2"), V1=("voltmeter", (1, 4)))
    with pytest.raises(Unknown, match="connects"):
        value(told, "voltage", "V1")
