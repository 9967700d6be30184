from random import Random

import pytest

from tests.stages.stem.plane_geometry.figures import figure_of, with_circle
from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.plane_geometry.compose import compose
from vlcorpus.stages.stem.plane_geometry.facts import claims

RIGHT = {"A": (0, 0), "B": (8, 0), "C": (0, 6)}


def said(figure):
    return {str(claim) for claim in claims(figure)}


def test_a_right_triangle_with_a_median():
    figure = figure_of(RIGHT, M=(4, 3))
    figure.draw("A", "M")
    assert {
        "kind(ABC) = right",
        "largest_angle(ABC) = A",
        "longest_side(ABC) = BC",
        "angle_kind(CAB) = right",
        "angle_kind(ABC) = acute",
        "on(M, BC) = yes",
        "on(M, AB) = no",
        "midpoint(BC) = M",
        "perpendicular(CA, AB) = yes",
        "longer(CA, AB) = AB",
        "count(points) = 4",
        "count(circles) = 0",
    } <= said(figure)


def test_lines_that_cross_in_a_named_point():
    figure = figure_of({"A": (0, 0), "B": (6, 0), "C": (6, 4), "D": (0, 4)}, O=(3, 2))
    figure.draw("A", "C")
    figure.draw("B", "D")
    found = said(figure)
    assert {
        "kind(ABCD) = rectangle",
        "meet(AC, BD) = O",
        "equal(AC, BD) = yes",
        "parallel(DA, BC) = yes",
    } <= found
    assert not any(claim.startswith("meet(DA") for claim in found)


def test_lines_on_one_line_are_not_called_parallel():
    figure = figure_of(RIGHT, D=(12, 0))
    figure.draw("B", "D")
    assert not any(claim.startswith("parallel(AB, BD)") for claim in said(figure))


def test_a_circle_and_what_lies_on_it():
    figure = with_circle(
        figure_of({"A": (-5, 0), "B": (5, 0), "C": (3, 4)}, O=(0, 0), P=(-5, 5)), "circle O", (0, 0), 25
    )
    figure.centers["circle O"] = "O"
    figure.draw("O", "C")
    figure.draw("A", "P")
    assert {
        "role(AB, circle O) = diameter",
        "role(BC, circle O) = chord",
        "role(OC, circle O) = radius",
        "role(AP, circle O) = tangent",
        "position(C, circle O) = on",
        "position(P, circle O) = outside",
        "inscribed(ABC, circle O) = yes",
        "angle_kind(BCA) = right",
    } <= said(figure)


def test_what_a_name_says_or_nobody_doubts_is_not_said():
    figure = with_circle(figure_of(RIGHT, O=(3, 3)), "circle O", (3, 3), 4)
    figure.centers["circle O"] = "O"
    found = said(figure)
    assert not any(
        claim.startswith(("center(circle O)", "position(O", "parallel(AB, BC)")) for claim in found
    )
    figure.circles["the larger circle"] = figure.circles.pop("circle O")
    figure.centers = {"the larger circle": "O"}
    assert "center(the larger circle) = O" in said(figure)


def test_an_inner_circle_touches_the_sides():
    figure = with_circle(figure_of({"A": (0, 0), "B": (4, 0), "C": (0, 3)}), "circle", (1, 1), 1)
    found = said(figure)
    assert "touches(circle, ABC) = yes" in found
    assert "inscribed(ABC, circle) = no" in found
    assert "role(AB, circle) = tangent" in found


@pytest.mark.parametrize(
    ("distance", "radius", "how"),
    [
        (3, 2, "intersecting"),
        (0, 3, "concentric"),
        (9, 2, "separate"),
        (1, 4, "nested"),
        (5, 3, "tangent"),  # from outside
        (2, 4, "tangent"),  # from inside
    ],
)
def test_two_circles(distance, radius, how):
    figure = figure_of({}, P=(7, 7))
    with_circle(figure, "circle A", (0, 0), 2**2)
    with_circle(figure, "circle B", (distance, 0), radius**2)
    assert f"circles(circle A, circle B) = {how}" in said(figure)


def test_marks_are_told():
    figure = figure_of(RIGHT, M=(4, 3))
    figure.arcs = [(("A", "B", "C"), 2)]
    figure.ticks = [(("B", "M"), 1)]
    assert {"arcs(ABC) = 2", "ticks(BM) = 1", "count(arcs) = 1"} <= said(figure)


def test_rivals_are_wrong():
    """No value that is offered as wrong is the right one, or stands there twice."""
    n = 0
    for number in range(150):
        try:
            found = claims(compose(Random(number)))
        except Unfit:
            continue
        n += 1
        for claim in found:
            assert claim.value not in claim.rivals
            assert len(set(claim.rivals)) == len(claim.rivals)
    assert n > 75
