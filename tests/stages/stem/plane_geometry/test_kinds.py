import pytest

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.plane_geometry.exact import xy
from vlcorpus.stages.stem.plane_geometry.kinds import kind_of_angle, kind_of_polygon, wrong_kinds
from vlcorpus.stages.stem.surd import root


def polygon(*corners):
    return [xy(*corner) for corner in corners]


@pytest.mark.parametrize(
    ("corners", "kind"),
    [
        (polygon((0, 0), (2, 0), (1, root(3))), "equilateral"),
        (polygon((0, 0), (2, 0), (0, 2)), "right isosceles"),
        (polygon((0, 0), (4, 0), (0, 3)), "right"),
        (polygon((0, 0), (4, 0), (2, 6)), "isosceles"),
        (polygon((0, 0), (9, 0), (2, 4)), "scalene"),
        (polygon((0, 0), (3, 0), (3, 3), (0, 3)), "square"),
        (polygon((0, 0), (5, 0), (5, 3), (0, 3)), "rectangle"),
        (polygon((0, 0), (3, 4), (8, 4), (5, 0)), "rhombus"),
        (polygon((0, 0), (7, 0), (9, 4), (2, 4)), "parallelogram"),
        (polygon((-2, 0), (0, -5), (2, 0), (0, 2)), "kite"),
        (polygon((0, 0), (8, 0), (6, 4), (2, 4)), "isosceles trapezoid"),
        (polygon((0, 0), (8, 0), (4, 3), (0, 3)), "right trapezoid"),
        (polygon((0, 0), (9, 0), (6, 4), (1, 4)), "trapezoid"),
        (polygon((0, 0), (9, 1), (6, 7), (1, 4)), "irregular quadrilateral"),
        (polygon((2, 0), (8, 0), (10, 6), (5, 10), (0, 6)), "pentagon"),
        (
            polygon((2, 0), (1, root(3)), (-1, root(3)), (-2, 0), (-1, -root(3)), (1, -root(3))),
            "regular hexagon",
        ),
    ],
)
def test_a_polygon_has_its_most_special_name(corners, kind):
    for turn in range(len(corners)):
        assert kind_of_polygon(corners[turn:] + corners[:turn]) == kind
    assert kind_of_polygon(corners[::-1]) == kind


def test_sides_that_are_almost_equal_have_no_kind():
    with pytest.raises(Unfit, match="almost equal"):
        kind_of_polygon(polygon((0, 0), (100, 0), (0, 104)))


@pytest.mark.parametrize(("end", "kind"), [((0, 5), "right"), ((3, 5), "acute"), ((-3, 5), "obtuse")])
def test_angles(end, kind):
    assert kind_of_angle(xy(5, 0), xy(0, 0), xy(*end)) == kind


def test_what_a_square_is_as_well_is_not_wrong():
    assert set(wrong_kinds("square", 4)) == {"irregular quadrilateral"}
    assert "isosceles" not in wrong_kinds("equilateral", 3)
    assert set(wrong_kinds("right isosceles", 3)) == {"equilateral", "scalene"}
    assert wrong_kinds("pentagon", 5) == ()
