import pytest

from tests.stages.verify.kinematics.motions import THROW, graph, truth
from vlcorpus.stages.verify.kinematics.oracle import ORACLE
from vlcorpus.stages.verify.oracle import Contradiction, Unknown


@pytest.mark.parametrize(
    "changes",
    [
        {"quantity": "force"},
        {"bodies": {}},
        {"bodies": {"A": {"pieces": []}}},
        {"units": {}},
    ],
)
def test_a_graph_that_cannot_be(changes):
    with pytest.raises(Contradiction):
        ORACLE(truth("position", A=[(0, 2, "1")]) | changes)


@pytest.mark.parametrize(
    ("quantity", "bodies"),
    [
        ("position", {"A": [(0, 2, "1 1"), (2, 4, "5 1")]}),  # jumps
        ("velocity", {"A": [(0, 2, "1"), (3, 4, "1")]}),
        ("acceleration", {"A": [(0, 2, "1 1")]}),
        ("position", {"A": [(0, 2, "1")], "B": [(0, 3, "1")]}),
        ("position", {"A": [(2, 2, "1")]}),
        ("position", {"A": [(0, 2, "1 1 1 1")]}),
    ],
)
def test_pieces_that_cannot_be(quantity, bodies):
    with pytest.raises(Contradiction):
        graph(quantity, **bodies)


def test_an_acceleration_may_jump():
    graph("acceleration", A=[(0, 2, "1"), (2, 3, "5")])


@pytest.mark.parametrize("time", ["2", "2 m", "2.00 s", "9 s", "1/2 s"])
def test_times_have_their_unit_and_lie_in_the_graph(time):
    with pytest.raises(Unknown):
        THROW.value(("velocity", "A", time))


def test_units_follow_from_time_and_length():
    told = truth("velocity", A=[(0, 4, "60")]) | {"units": {"time": "h", "length": "km"}}
    assert ORACLE(told).value(("velocity", "A", "1.5 h")) == "60 km/h"
    assert ORACLE(told).value(("acceleration", "A", "1.5 h")) == "0 km/h²"
    assert ORACLE(told).value(("displacement", "A", "0 h", "2.5 h")) == "150 km"
