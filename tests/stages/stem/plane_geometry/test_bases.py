from random import Random

import pytest

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.plane_geometry.bases import BASES
from vlcorpus.stages.stem.plane_geometry.figure import Figure
from vlcorpus.stages.stem.plane_geometry.kinds import kind_of_polygon

# What the polygon of a base is; other words where what is drawn at random may be more special.
KINDS = {
    "isosceles_triangle": {"isosceles", "right isosceles"},
    "equilateral_triangle": {"equilateral"},
    "right_triangle": {"right", "right isosceles"},
    "heronian_triangle": {"scalene", "right", "isosceles"},
    "square": {"square"},
    "rectangle": {"rectangle"},
    "parallelogram": {"parallelogram", "rhombus"},
    "rhombus": {"rhombus"},
    "kite": {"kite"},
    "trapezoid": {"trapezoid", "isosceles trapezoid", "parallelogram", "right trapezoid"},
    "isosceles_trapezoid": {"isosceles trapezoid"},
    "right_trapezoid": {"right trapezoid"},
    "pentagon": {"pentagon"},
    "regular_hexagon": {"regular hexagon"},
    "triangle_on_diameter": {"right", "right isosceles"},
}


def figures(name, n=40):
    """Return figures of one base, of seeds that make one."""
    found = []
    for seed in range(n):
        figure = Figure.empty(Random(seed))
        try:
            BASES[name](figure)
        except Unfit:
            continue
        found.append(figure)
    return found


@pytest.mark.parametrize("name", BASES)
def test_a_base_makes_figures_that_differ(name):
    made = figures(name)
    assert len(made) > 8
    assert len({tuple(figure.points.items()) for figure in made}) > 4
    for figure in made:
        assert len(set(figure.points.values())) == len(figure.points)
        assert figure.circles.keys() >= figure.centers.keys()
        for circle, center in figure.centers.items():
            assert figure.circles[circle].center == figure.points[center]


@pytest.mark.parametrize("name", KINDS)
def test_its_polygon_is_what_it_is_called(name):
    seen = set()
    for figure in figures(name):
        (polygon,) = figure.polygons
        try:
            seen.add(kind_of_polygon([figure.points[corner] for corner in polygon]))
        except Unfit:  # two of its sides are almost equal: it is not drawn
            continue
    assert seen
    assert seen <= KINDS[name]


@pytest.mark.parametrize("name", ["inscribed_triangle", "inscribed_quadrilateral", "circumscribed_triangle"])
def test_corners_lie_on_the_circle(name):
    for figure in figures(name):
        (circle,) = figure.circles.values()
        assert all(circle.holds(figure.points[corner]) for corner in figure.polygons[0])


def test_right_angles_are_marked_where_they_are():
    for name in ("right_triangle", "right_trapezoid"):
        for figure in figures(name):
            ((arm, vertex, other),) = figure.right_marks
            a, v, b = (figure.points[letter] for letter in (arm, vertex, other))
            assert (a - v).dot(b - v).sign == 0
