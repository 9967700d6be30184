"""Two oracles that share only the contract, asked the same of the same figures."""

import pytest

from bench.plane_geometry_audit import SympyPlaneGeometry, exact
from tests.stages.verify.plane_geometry.figures import UNKNOWN, answer, expressions, random_truth, truth
from vlcorpus.stages.verify.plane_geometry.oracle import OPERATIONS, PlaneGeometry

# An equilateral triangle with its incircle and its circumscribed one, an altitude, and every sort of mark.
MARKED = truth(
    "A 0 0, B 4 0, C 2 2*sqrt(3), D 2 0, O 2 2*sqrt(3)/3",
    polygons="ABC",
    segments="CD",
    helpers="AO",
    circles={
        "in": ("2", "2*sqrt(3)/3", "4/3"),
        "around": ("2", "2*sqrt(3)/3", "16/3"),
        "far": ("9", "0", "1"),
    },
    centers={"in": "O"},
    right_marks="CDA",
    arcs={"ABC": 1, "BAC": 1, "ACD": 2},
    ticks={"AD": 1, "DB": 1},
)


def test_there_is_an_audit_of_every_operation():
    audited = {name.removeprefix("say_") for name in dir(SympyPlaneGeometry) if name.startswith("say_")}
    assert audited == set(OPERATIONS)


def both(figure, expression):
    return answer(PlaneGeometry(figure), expression), answer(SympyPlaneGeometry(figure), expression)


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        (("kind", "ABC"), "equilateral"),
        (("kind", "ADC"), "right"),
        (("touches", "in", "ABC"), "yes"),
        (("inscribed", "ABC", "around"), "yes"),
        (("circles", "in", "around"), "concentric"),
        (("circles", "in", "far"), "separate"),
        (("center", "in"), "O"),
        (("center", "around"), "O"),
        (("role", "AB", "in"), "tangent"),
        (("role", "AO", "around"), "radius"),
        (("midpoint", "AB"), "D"),
        (("arcs", "ABC"), "1"),
        (("arcs", "DCA"), "2"),
        (("arcs", "ACB"), UNKNOWN),
        (("ticks", "BD"), "1"),
        (("ticks", "AB"), UNKNOWN),
        (("longest_side", "ADC"), "CA"),
        (("largest_angle", "ADC"), "D"),
        (("on", "O", "CD"), "yes"),
        (("count", "segments"), "5"),
        (("count", "arcs"), "3"),
        (("count", "right_marks"), "1"),
    ],
)
def test_both_say_what_is_known(expression, value):
    assert both(MARKED, expression) == (value, value)


@pytest.mark.parametrize("seed", range(6))
def test_both_say_the_same_of_figures_by_chance(seed):
    figure = random_truth(seed)
    one, other = PlaneGeometry(figure), SympyPlaneGeometry(figure)
    asked = expressions(figure, seed, 1)
    assert [answer(one, expression) for expression in asked] == [answer(other, e) for e in asked]


@pytest.mark.parametrize("text", ["x", "__import__('os')", "sqrt(2);1", "0.5", "sqrt[2]"])
def test_nothing_but_a_number_comes_near_eval(text):
    with pytest.raises(ValueError, match="is no exact number"):
        exact(text)
