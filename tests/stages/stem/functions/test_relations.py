from tests.stages.stem.functions.plots import plot, said
from vlcorpus.stages.stem.functions.plot import Region
from vlcorpus.stages.stem.functions.relations import relations


def test_two_lines():
    found = said(relations(plot(("linear", 2, 1), ("linear", "-1/2", 1))))
    assert found["perpendicular", "f", "g"] == "yes"
    assert found["parallel", "f", "g"] == "no"
    assert found["steeper", "f", "g"] == "f"
    assert found["intersections", "f", "g"] == "(0, 1)"
    assert found["greater", "f", "g", "2"] == "f"
    assert found["greater", "f", "g", "-2"] == "g"


def test_axes_with_different_units_show_no_right_angles():
    found = said(relations(plot(("linear", 2, 1), ("linear", "-1/2", 1), unit=2)))
    assert not any(expression[0] in ("perpendicular", "distance") for expression in found)


def test_common_points_are_told_where_all_are_on_the_grid():
    found = said(relations(plot(("quadratic", 1, 0, 0), ("linear", 1, 2))))
    assert found["intersections", "f", "g"] == "(-1, 1), (2, 4)"
    assert found["intersection_count", "f", "g"] == "2"
    apart = said(relations(plot(("quadratic", 1, 0, 0), ("linear", 0, 2))))
    assert not any(expression[0].startswith("intersection") for expression in apart)


def test_points():
    found = said(relations(plot(("linear", 1, 0), points={"A": (2, 3), "B": (-2, -3), "C": (0, -4)})))
    assert found["coordinates", "A"] == "(2, 3)"
    assert found["location", "A"] == "quadrant 1"
    assert found["location", "B"] == "quadrant 3"
    assert found["location", "C"] == "y-axis"
    assert found["position", "A", "f"] == "above"
    assert found["distance", "A", "B"] == "2*sqrt(13)"
    assert found["midpoint", "A", "B"] == "(0, 0)"
    assert found["slope_between", "A", "B"] == "3/2"
    assert found["mirrored", "A", "B"] == "origin"
    assert ("mirrored", "A", "C") not in found


def test_points_of_a_boundary_are_inside_where_it_belongs_to_the_region():
    made = plot(("linear", 1, 0), points={"A": (2, 2), "B": (2, 3)})
    for boundary, side in (("included", "inside"), ("excluded", "outside")):
        made.regions["R"] = Region("f", "above", boundary)
        found = said(relations(made))
        assert found["position", "A", "R"] == side
        assert found["position", "B", "R"] == "inside"


def test_vectors():
    found = said(relations(plot(vectors=[((0, 0), 3, 4), ((2, -2), -4, 3)])))
    assert found["components", "u"] == "(3, 4)"
    assert found["magnitude", "u"] == "5"
    assert found["sum", "u", "v"] == "(-1, 7)"
    assert found["difference", "u", "v"] == "(7, 1)"
    assert found["dot", "u", "v"] == "0"
    assert found["perpendicular", "u", "v"] == "yes"
    assert found["parallel", "u", "v"] == found["equal", "u", "v"] == "no"
    assert ("longer", "u", "v") not in found
