import pytest

from tests.stages.verify.kinematics.motions import PUSH, THROW, WALK, graph
from vlcorpus.stages.verify.oracle import Unknown


@pytest.mark.parametrize(
    ("oracle", "expression", "value"),
    [
        (WALK, ("position", "A", "1 s"), "4 m"),
        (WALK, ("velocity", "A", "1 s"), "3 m/s"),
        (WALK, ("velocity", "A", "0 s"), "3 m/s"),
        (WALK, ("acceleration", "A", "1 s"), "0 m/s²"),
        (WALK, ("displacement", "A", "0 s", "9 s"), "-2 m"),
        (WALK, ("distance", "A", "0 s", "9 s"), "14 m"),
        (WALK, ("average_velocity", "A", "0 s", "4 s"), "1.5 m/s"),
        (WALK, ("motion", "A", "2 s", "5 s"), "at rest"),
        (WALK, ("motion", "A", "0 s", "2 s"), "constant velocity"),
        (WALK, ("direction", "A", "6 s", "9 s"), "backward"),
        (THROW, ("position", "A", "2 s"), "9 m"),
        (THROW, ("velocity", "A", "3 s"), "-2 m/s"),
        (THROW, ("acceleration", "A", "3 s"), "-2 m/s²"),
        (THROW, ("displacement", "A", "0 s", "5 s"), "-5 m"),
        (THROW, ("distance", "A", "0 s", "5 s"), "13 m"),
        (THROW, ("average_speed", "A", "0 s", "4 s"), "2 m/s"),
        (THROW, ("velocity_change", "A", "1 s", "4 s"), "-6 m/s"),
        (THROW, ("motion", "A", "0 s", "2 s"), "slowing down"),
        (THROW, ("motion", "A", "2 s", "5 s"), "speeding up"),
        (THROW, ("direction", "A", "0 s", "2 s"), "forward"),
        (PUSH, ("velocity", "A", "2 s"), "7 m/s"),
        (PUSH, ("acceleration", "A", "1 s"), "3 m/s²"),
        (PUSH, ("displacement", "A", "0 s", "2 s"), "8 m"),
        (PUSH, ("velocity_change", "A", "0 s", "6 s"), "2 m/s"),
    ],
)
def test_values(oracle, expression, value):
    assert oracle.value(expression) == value


@pytest.mark.parametrize(
    ("oracle", "expression"),
    [
        (WALK, ("velocity", "A", "2 s")),
        (WALK, ("acceleration", "A", "2 s")),
        (WALK, ("velocity_change", "A", "0 s", "1 s")),
        (WALK, ("motion", "A", "1 s", "3 s")),
        (WALK, ("direction", "A", "1 s", "3 s")),
        (WALK, ("average_velocity", "A", "0 s", "6 s")),  # 5/6
        (WALK, ("displacement", "A", "3 s", "3 s")),
        (WALK, ("position", "B", "1 s")),
        (THROW, ("motion", "A", "1 s", "3 s")),
        (THROW, ("direction", "A", "1 s", "3 s")),
        (PUSH, ("acceleration", "A", "2 s")),
        (PUSH, ("position", "A", "2 s")),
    ],
)
def test_what_has_no_value(oracle, expression):
    with pytest.raises(Unknown):
        oracle.value(expression)


def test_without_a_start_only_changes_are_known():
    velocity = graph("velocity", A=[(0, 4, "2")])
    assert velocity.value(("displacement", "A", "0 s", "4 s")) == "8 m"
    acceleration = graph("acceleration", A=[(0, 4, "2")])
    assert acceleration.value(("velocity_change", "A", "0 s", "4 s")) == "8 m/s"
    for oracle, expression in (
        (velocity, ("position", "A", "1 s")),
        (acceleration, ("velocity", "A", "1 s")),
        (acceleration, ("displacement", "A", "0 s", "1 s")),
    ):
        with pytest.raises(Unknown):
            oracle.value(expression)


def test_a_body_that_stops_for_a_moment_does_not_go_on_in_one_direction():
    oracle = graph("velocity", A=[(0, 2, "2 -1"), (2, 4, "0 1")])
    with pytest.raises(Unknown):
        oracle.value(("direction", "A", "0 s", "4 s"))
    assert oracle.value(("direction", "A", "0 s", "2 s")) == "forward"
