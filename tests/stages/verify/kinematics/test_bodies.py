import pytest

from tests.stages.verify.kinematics.motions import PUSH, THROW, WALK, graph
from vlcorpus.stages.verify.oracle import Unknown

TURN = graph("position", colors={"A": "red"}, A=[(0, 4, "0 4 -1"), (4, 6, "0 0")])


@pytest.mark.parametrize(
    ("oracle", "expression", "value"),
    [
        (WALK, ("quantity", "graph"), "position"),
        (WALK, ("end", "time"), "9 s"),
        (WALK, ("count", "bodies"), "1"),
        (WALK, ("stages", "A"), "3"),
        (WALK, ("rest_time", "A"), "3 s"),
        (THROW, ("rest_time", "A"), "0 s"),
        (THROW, ("turning_time", "A"), "2 s"),
        (TURN, ("turning_time", "A"), "2 s"),
        (TURN, ("color", "A"), "red"),
        (TURN, ("highest", "A"), "4 m"),
        (TURN, ("lowest", "A"), "0 m"),
        (TURN, ("reaches", "A", "4 m"), "2 s"),
        (TURN, ("returns", "A"), "yes"),
        (THROW, ("returns", "A"), "no"),
        (THROW, ("highest", "A"), "4 m/s"),
        (THROW, ("reaches", "A", "2 m/s"), "1 s"),
        (PUSH, ("highest", "A"), "3 m/s²"),
        (WALK, ("fastest_span", "A"), "0-2 s"),
        (THROW, ("steepest_span", "A"), "0-5 s"),
    ],
)
def test_values(oracle, expression, value):
    assert oracle.value(expression) == value


@pytest.mark.parametrize(
    ("oracle", "expression"),
    [
        (WALK, ("quantity", "time")),
        (WALK, ("end", "graph")),
        (WALK, ("count", "stages")),
        (WALK, ("color", "A")),
        (WALK, ("turning_time", "A")),  # it rests where it turns
        (WALK, ("reaches", "A", "7 m")),
        (WALK, ("reaches", "A", "3 m")),  # at a third of a second
        (WALK, ("steepest_span", "A")),
        (TURN, ("reaches", "A", "3 m")),  # twice
        (TURN, ("fastest_span", "A")),
        (PUSH, ("reaches", "A", "3 m/s²")),
        (PUSH, ("turning_time", "A")),
    ],
)
def test_what_has_no_value(oracle, expression):
    with pytest.raises(Unknown):
        oracle.value(expression)


def test_of_two_turns_there_is_no_only_one():
    oracle = graph("velocity", A=[(0, 2, "1 -1"), (2, 4, "-1 1")])
    with pytest.raises(Unknown):
        oracle.value(("turning_time", "A"))
