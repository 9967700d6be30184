from dataclasses import replace

import pytest

from tests.stages.verify.plane_geometry.problems.truths import CIRCLE, TRIANGLE
from vlcorpus.schemas.scenes.claims import YES, Claim
from vlcorpus.schemas.scenes.problem import Step
from vlcorpus.stages.verify.plane_geometry.problems.figure import Figure
from vlcorpus.stages.verify.plane_geometry.problems.theorem import Misapplied, check_step


def claim(*parts):
    return Claim(tuple(parts[:-1]), parts[-1])


RIGHT, AB, AC = claim("angle", "CAB", "90"), claim("length", "BA", "4"), claim("length", "AC", "3")
PYTHAGORAS = Step("pythagoras", (0, 1, 2), claim("length", "BC", "5"), {"A": "B", "B": "C", "C": "A"})
CHORD = Step("midpoint_of_chord", (0,), claim("angle", "OMA", "90"), {"A": "A", "B": "C", "M": "M", "O": "O"})


def test_a_step_is_what_its_rule_says():
    check_step(PYTHAGORAS, [RIGHT, AB, AC], Figure(TRIANGLE))
    check_step(CHORD, [claim("midpoint", "M", "CA", YES)], Figure(CIRCLE))


@pytest.mark.parametrize(
    ("change", "inputs", "why"),
    [
        ({"claim": claim("length", "BC", "6")}, [RIGHT, AB, AC], "does not hold"),
        ({}, [AB, AC], "nothing is claimed of angle"),
        ({}, [RIGHT, AB], "nothing is claimed of length"),
        ({}, [RIGHT, AB, AC, claim("angle", "ABC", "37")], "says nothing of"),
        ({"rule": "pythagoras_of_old"}, [RIGHT, AB, AC], "no rule"),
        ({"points": {"A": "B", "B": "C"}}, [RIGHT, AB, AC], "no point"),
        ({"rule": "law_of_sines"}, [RIGHT, AB, AC], "nothing is claimed of"),
    ],
)
def test_a_step_that_is_not_is_told(change, inputs, why):
    with pytest.raises(Misapplied, match=why):
        check_step(replace(PYTHAGORAS, **change), inputs, Figure(TRIANGLE))


def test_what_must_be_seen_is_looked_up_in_the_figure():
    inscribed = Step(
        "central_angle/inscribed", (0,), claim("angle", "ABC", "50"), {"A": "A", "B": "C", "C": "B", "O": "O"}
    )
    central = claim("angle", "AOC", "100")
    check_step(inscribed, [central], Figure(CIRCLE))
    moved = CIRCLE | {"points": CIRCLE["points"] | {"B": ["polar", "O", "5", "130"]}, "lines": []}
    with pytest.raises(Misapplied, match="same_side"):
        check_step(inscribed, [central], Figure(moved))


def test_a_thing_is_known_by_any_of_its_names():
    by_other_points = replace(
        PYTHAGORAS, points={"A": "B", "B": "A", "C": "D"}, claim=claim("length", "AB", "4")
    )
    inputs = [claim("angle", "CDA", "90"), claim("length", "BD", "16/5"), claim("length", "DA", "12/5")]
    with pytest.raises(Misapplied):
        check_step(by_other_points, inputs, Figure(TRIANGLE))
    inputs[0] = claim("angle", "BDA", "90")
    check_step(by_other_points, inputs, Figure(TRIANGLE))
    half = Step("angle_sum", (0, 1), claim("angle", "ACB", "53"), {"A": "A", "B": "B", "C": "C"})
    check_step(half, [claim("angle", "BAC", "90"), claim("angle", "ABD", "37")], Figure(TRIANGLE))
