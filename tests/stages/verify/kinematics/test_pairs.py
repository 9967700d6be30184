import pytest

from tests.stages.verify.kinematics.motions import graph
from vlcorpus.stages.verify.oracle import Unknown

RACE = graph("position", A=[(0, 6, "0 2")], B=[(0, 3, "6 0"), (3, 6, "6 1")])
CARS = graph("velocity", {"A": {"position": "0"}}, A=[(0, 6, "0 1")], B=[(0, 6, "4")])


@pytest.mark.parametrize(
    ("oracle", "expression", "value"),
    [
        (RACE, ("faster", "A", "B", "5 s"), "A"),
        (RACE, ("ahead", "A", "B", "1 s"), "B"),
        (RACE, ("gap", "A", "B", "1 s"), "4 m"),
        (RACE, ("meet_time", "A", "B"), "3 s"),
        (RACE, ("meet_position", "A", "B"), "6 m"),
        (RACE, ("farther", "A", "B"), "A"),
        (CARS, ("equal_velocity_time", "A", "B"), "4 s"),
        (CARS, ("faster", "A", "B", "5 s"), "A"),
        (CARS, ("farther", "A", "B"), "B"),
    ],
)
def test_values(oracle, expression, value):
    assert oracle.value(expression) == value


@pytest.mark.parametrize(
    ("oracle", "expression"),
    [
        (RACE, ("faster", "A", "A", "5 s")),
        (RACE, ("faster", "A", "B", "3 s")),
        (RACE, ("ahead", "A", "B", "3 s")),
        (RACE, ("equal_velocity_time", "A", "B")),
        (CARS, ("faster", "A", "B", "4 s")),
        (CARS, ("ahead", "A", "B", "1 s")),  # nothing tells where B is
        (CARS, ("meet_time", "A", "B")),
    ],
)
def test_what_has_no_value(oracle, expression):
    with pytest.raises(Unknown):
        oracle.value(expression)


def test_bodies_that_begin_together_meet_there():
    oracle = graph("position", A=[(0, 4, "0 2")], B=[(0, 4, "0 1")])
    assert oracle.value(("meet_time", "A", "B")) == "0 s"
