from fractions import Fraction

import pytest

from tests.stages.stem.functions.plots import plot
from vlcorpus.schemas.scenes.scene import Unfit


def test_heights_are_given_in_grid_lines():
    made = plot(("quadratic", 1, 2, -3), ("linear", 2, 1), ("segments", 0, 1, 2, 3), unit=10)
    assert [tuple(map(int, graph.parameters)) for graph in made.graphs.values()] == [
        (10, 2, -30),
        (20, 10),
        (0, 10, 2, 30),
    ]


def test_grid_points_are_where_grid_lines_cross_inside_the_window():
    assert plot(("quadratic", "1/2", 0, 0)).grid_points["f"] == [(-2, 2), (0, 0), (2, 2)]


def test_curves_end_at_the_window():
    (piece,) = plot(("linear", 2, 0)).curves["f"]
    assert piece[0] == pytest.approx((-3, -6))
    assert piece[-1] == pytest.approx((3, 6))
    assert len(plot(("reciprocal", 1, 0, 0)).curves["f"]) == 2


def test_no_graph_comes_twice_or_lies_on_the_axis():
    made = plot(("linear", 1, 0))
    with pytest.raises(Unfit, match="there already"):
        made.add_graph("linear", 1, 0)
    with pytest.raises(Unfit, match="on the axis"):
        made.add_graph("linear", 0, 0)


def test_points_have_letters_of_their_own_and_lie_inside():
    made = plot()
    names = [made.add_point(Fraction(x), Fraction(1)) for x in range(4)]
    assert len(set(names)) == 4
    with pytest.raises(Unfit, match="enough"):
        made.add_point(Fraction(5), Fraction(1))
    with pytest.raises(Unfit, match="taken"):
        plot(points={"A": (1, 1)}).add_point(Fraction(1), Fraction(1))
    with pytest.raises(Unfit, match="not on the grid"):
        plot().add_point(Fraction(6), Fraction(1))


def test_a_copy_grows_alone():
    made = plot(("linear", 1, 0))
    made.copy().add_graph("linear", 2, 0)
    assert list(made.graphs) == list(made.curves) == ["f"]
