import pytest

from vlcorpus.stages.verify.optics.grid import OPERATIONS, PLACES, read_grid
from vlcorpus.stages.verify.oracle import Contradiction, Unknown


def told(**changes):
    """In from the left in row 0, up at M1, to the left at M2, out at A."""
    plain = {
        "size": 4,
        "mirrors": {"M1": [2, 0, "/"], "M2": [2, 3, "\\"], "M3": [3, 1, "/"]},
        "enters": ["left", 0],
        "exits": {"A": ["left", 3], "B": ["top", 2]},
    }
    return plain | changes


GRID = read_grid(told())


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        (("exit",), "A"),
        (("hits", "M2"), "yes"),
        (("hits", "M3"), "no"),
        (("first_mirror",), "M1"),
        (("last_mirror",), "M2"),
        (("next_mirror", "M1"), "M2"),
        (("count", "reflections"), "2"),
        (("count", "untouched"), "1"),
        (("leaves",), "left"),
        (("twice", "M1"), "no"),
    ],
)
def test_values(expression, value):
    operation, *arguments = expression
    assert OPERATIONS[operation](GRID, *arguments) == value


def test_a_ray_may_meet_a_mirror_twice():
    mirrors = {"M1": [1, 1, "/"], "M2": [1, 3, "/"], "M3": [3, 3, "\\"], "M4": [3, 1, "/"]}
    crossed = read_grid(told(mirrors=mirrors, enters=["left", 1], exits={"A": ["bottom", 1]}))
    assert crossed.met == ("M1", "M2", "M3", "M4", "M1")
    assert OPERATIONS["twice"](crossed, "M1") == "yes"
    assert OPERATIONS["next_mirror"](crossed, "M1") == "M2"


@pytest.mark.parametrize(
    ("enters", "exits"),
    [(["right", 2], ["left", 2]), (["top", 0], ["bottom", 0]), (["bottom", 1], ["top", 1])],
)
def test_without_mirrors_light_goes_straight(enters, exits):
    plain = read_grid(told(mirrors={}, enters=enters, exits={"A": exits}))
    assert plain.exit == "A"
    with pytest.raises(Unknown):
        OPERATIONS["first_mirror"](plain)


def test_places():
    assert PLACES["mirror"](GRID, "M1") == (2.5, 0.5)
    assert PLACES["entry"](GRID) == (0, 0.5)
    assert PLACES["way_out"](GRID) == (0, 3.5)


@pytest.mark.parametrize(
    "changes",
    [
        {"exits": {"B": ["top", 2]}},
        {"enters": ["left", 4]},
        {"mirrors": {"M1": [4, 0, "/"]}},
        {"mirrors": {"M1": [2, 0, "/"], "M2": [2, 0, "/"]}},
    ],
)
def test_what_cannot_be_contradicts(changes):
    with pytest.raises(Contradiction):
        read_grid(told(**changes))
