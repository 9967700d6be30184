import pytest

from tests.stages.verify.circuits.circuits import truth
from vlcorpus.stages.verify.circuits.oracle import ORACLE
from vlcorpus.stages.verify.oracle import Unknown

# Two resistors in series with an ammeter between, a third beside the second one.
MIXED = ORACLE(
    truth(
        R1=("resistor", "12", "2"),
        A1=("ammeter", "23"),
        R2=("resistor", "30", "8"),
        R3=("resistor", "40", "8"),
        V1=("voltmeter", "30"),
        wires=[(3, 4)],
        points={"P": "n3"},
        junctions=["n3", "n0"],
    )
)
LAMPS = ORACLE(
    truth(
        L1=("lamp", "12"),
        L2=("lamp", "20"),
        L3=("lamp", "23"),
        S1=("switch", "30", "open"),
        junctions=["n2"],
    )
)


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        (("kind", "A1"), "ammeter"),
        (("count", "resistor"), "3"),
        (("count", "junctions"), "2"),
        (("emf", "E"), "12"),
        (("resistance", "R2"), "8"),
        (("current", "R1"), "2"),
        (("current", "R2"), "1"),
        (("current", "E"), "2"),
        (("voltage", "R3"), "8"),
        (("reads", "A1"), "2"),
        (("reads", "V1"), "8"),
        (("total_resistance", "E"), "6"),
        (("connection", "R2", "R3"), "parallel"),
        (("connection", "R1", "R2"), "neither"),
        (("more_current", "R1", "R2"), "R1"),
        (("larger", "R1", "R2"), "R2"),
        (("shorted", "R1"), "no"),
    ],
)
def test_a_circuit_of_resistors(expression, value):
    assert MIXED.value(expression) == value


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        (("lit", "L1"), "yes"),
        (("lit", "L3"), "no"),
        (("lit_after", "L3", "S1"), "yes"),
        (("count", "lit"), "2"),
        (("count", "open"), "1"),
        (("state", "S1"), "open"),
        (("voltage", "L1"), "6"),
        (("connection", "L1", "L2"), "series"),
        (("brighter", "L1", "L3"), "L1"),
    ],
)
def test_a_circuit_of_lamps_that_are_alike(expression, value):
    assert LAMPS.value(expression) == value


@pytest.mark.parametrize(
    "expression",
    [
        ("current", "L1"),
        ("brighter", "L1", "L2"),
        ("connection", "L1", "L3"),
        ("resistance", "L1"),
        ("lit", "S1"),
        ("total_resistance", "E"),
        ("count", "wires"),
    ],
)
def test_what_is_not_told_or_equal_is_unknown(expression):
    with pytest.raises(Unknown):
        LAMPS.value(expression)


def test_a_resistor_with_a_wire_across_is_shorted():
    oracle = ORACLE(truth(R1=("resistor", "12", "2"), R2=("resistor", "20", "4"), wires=[(1, 2)]))
    assert oracle.value(("shorted", "R1")) == "yes"
    assert oracle.value(("current", "R2")) == "3"


def test_places():
    assert MIXED.where(("symbol", "R1")) == (6, 0)
    assert MIXED.where(("point", "P")) == (12, 0)
    assert MIXED.where(("positive_pole", "E")) == (2.5, 0)
    assert MIXED.where(("negative_pole", "E")) == (1.5, 0)
    with pytest.raises(Unknown):
        MIXED.where(("positive_pole", "R1"))
