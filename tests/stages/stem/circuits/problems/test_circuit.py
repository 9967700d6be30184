import pytest

from tests.stages.stem.circuits.problems.circuits import mixed


def test_groups_are_named_by_their_loads_and_the_whole_by_the_battery():
    assert [group.name for group in mixed().whole.all()] == [("E",), ("R1",), ("R2", "R3"), ("R2",), ("R3",)]


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        (("resistance", "E"), 4),
        (("resistance", "R2", "R3"), 2),
        (("current", "E"), 3),
        (("current", "R2"), 2),
        (("current", "R3"), 1),
        (("voltage", "R1"), 6),
        (("voltage", "R2", "R3"), 6),
        (("power", "E"), 36),
        (("power", "R3"), 6),
        (("charge", "R2"), 20),
        (("energy", "R3"), 60),
        (("current", "A1"), 3),
        (("voltage", "V1"), 6),
        (("time",), 10),
    ],
)
def test_quantities_are_those_of_the_circuit(expression, value):
    assert mixed().quantities[expression] == value
