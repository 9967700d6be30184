import numpy as np
import pytest

from tests.stages.verify.plane_geometry.problems.truths import CIRCLE, TRIANGLE
from vlcorpus.schemas.scenes.claims import YES, Claim
from vlcorpus.stages.verify.oracle import Unknown
from vlcorpus.stages.verify.plane_geometry.problems.figure import Figure
from vlcorpus.stages.verify.plane_geometry.problems.measure import Measure, number

SQUARE = {
    "points": {"A": ["xy", "0", "0"], "B": ["xy", "2", "0"], "C": ["xy", "2", "2"], "D": ["xy", "0", "2"]}
    | {"E": ["xy", "1", "sqrt(3)"], "O": ["xy", "1", "1"], "F": ["xy", "1", "0"]},
    "lines": ["AFB", "BC", "CD", "DA", "AE", "EB", "AOC"],
    "circles": {"O": "F"},
}
TRUE = [
    (TRIANGLE, "length", "AD", "12/5"),
    (TRIANGLE, "angle", "BDA", "90"),
    (TRIANGLE, "area", "ABC", "6"),
    (TRIANGLE, "perimeter", "ABC", "12"),
    (TRIANGLE, "similar", "ABC", "DAC", YES),
    (CIRCLE, "radius", "O", "5"),
    (CIRCLE, "circumference", "O", "10*pi"),
    (CIRCLE, "disc", "O", "25*pi"),
    (CIRCLE, "arc", "AC", "O", "100"),
    (CIRCLE, "arc_length", "AC", "O", "25*pi/9"),
    (CIRCLE, "sector", "BC", "O", "50*pi/9"),
    (CIRCLE, "midpoint", "M", "AC", YES),
    (CIRCLE, "tangent", "PA", "O", YES),
    (CIRCLE, "bisector", "OM", "AOC", YES),
    (CIRCLE, "equal", "OC", "OA", YES),
    (CIRCLE, "equal_angles", "OAC", "OCA", YES),
    (CIRCLE, "congruent", "OAM", "OCM", YES),
    (SQUARE, "length", "AC", "2*sqrt(2)"),
    (SQUARE, "parallel", "AB", "CD", YES),
    (SQUARE, "square", "ABCD", YES),
    (SQUARE, "rhombus", "ABCD", YES),
    (SQUARE, "rectangle", "ABCD", YES),
    (SQUARE, "parallelogram", "ABCD", YES),
    (SQUARE, "equilateral", "ABE", YES),
]
FALSE = [
    (TRIANGLE, "length", "AD", "11/5"),
    (TRIANGLE, "similar", "ABC", "DCA", YES),
    (CIRCLE, "disc", "O", "25"),
    (CIRCLE, "arc", "AC", "O", "260"),
    (CIRCLE, "tangent", "BA", "O", YES),
    (CIRCLE, "bisector", "OC", "AOM", YES),
    (CIRCLE, "midpoint", "O", "AC", YES),
    (SQUARE, "parallel", "AB", "AC", YES),
    (SQUARE, "congruent", "ABE", "ABC", YES),
    (SQUARE, "incircle", "O", "ABC", YES),
]


def error(truth, *claim):
    figure = Figure(truth)
    *expression, value = claim
    return float(np.abs(Measure(figure).error(Claim(tuple(expression), value), figure.at)).max())


@pytest.mark.parametrize("claim", TRUE, ids=str)
def test_what_is_true_has_no_error(claim):
    assert error(*claim) < 1e-9


@pytest.mark.parametrize("claim", FALSE, ids=str)
def test_what_is_false_has_one(claim):
    assert error(*claim) > 1e-3


@pytest.mark.parametrize(
    "claim",
    [
        ("length", "AZ", "1"),
        ("colour", "AB", "1"),
        ("length", "AB", "yes"),
        ("parallel", "AB", "CD", "no"),
        ("angle", "AB", "1"),
    ],
)
def test_what_is_no_claim_about_the_figure_is_told(claim):
    with pytest.raises(Unknown):
        error(TRIANGLE, *claim)


def test_many_figures_are_measured_at_once():
    figure = Figure(TRIANGLE)
    claim = Claim(("length", "AB"), "4")
    figures = np.stack([figure.at, 2 * figure.at, 3 * figure.at])
    errors = Measure(figure).error(claim, figures)[:, 0] * figure.size
    assert errors.tolist() == pytest.approx([0, 4, 8])


@pytest.mark.parametrize(
    ("text", "value"), [("pi", np.pi), ("5*pi/2", 2.5 * np.pi), ("(1+sqrt(5))/2", (1 + 5**0.5) / 2), ("7", 7)]
)
def test_numbers_of_claims(text, value):
    assert number(text) == pytest.approx(value)


def test_a_figure_errs_where_its_lines_bend_and_its_circles_are_not_round():
    figure = Figure(CIRCLE)
    measure = Measure(figure)
    assert np.abs(measure.seen(figure.at)).max() < 1e-9
    bent = figure.at.copy()
    bent[figure.index["M"]] += 0.1
    assert np.abs(measure.seen(bent)).max() > 0.01
