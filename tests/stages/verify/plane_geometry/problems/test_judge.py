import pytest

from tests.stages.verify.plane_geometry.problems.truths import CIRCLE, TRIANGLE
from vlcorpus.schemas.scenes.claims import YES, Claim
from vlcorpus.schemas.scenes.problem import Step
from vlcorpus.stages.verify.plane_geometry.problems.judge import JUDGE


def claim(*parts):
    return Claim(tuple(parts[:-1]), parts[-1])


RIGHT, AB, AC = claim("angle", "BAC", "90"), claim("length", "AB", "4"), claim("length", "AC", "3")
BC, AD = claim("length", "BC", "5"), claim("length", "AD", "12/5")
FOOT = claim("angle", "ADB", "90")


def test_true_claims_hold_and_false_ones_do_not():
    judge = JUDGE(TRIANGLE)
    assert judge.holds(BC)
    assert not judge.holds(claim("length", "BC", "5001/1000"))


@pytest.mark.parametrize(
    ("asked", "givens", "follows"),
    [
        (BC, [RIGHT, AB, AC], True),
        (BC, [AB, AC], False),
        (AD, [RIGHT, AB, AC], False),
        (AD, [RIGHT, AB, AC, FOOT], True),
        (claim("angle", "ABC", "90"), [], False),
    ],
)
def test_what_follows_follows_in_other_figures(asked, givens, follows):
    assert JUDGE(TRIANGLE).follows(asked, givens) is follows


def test_a_given_is_needless_where_the_others_are_enough():
    judge = JUDGE(TRIANGLE)
    assert judge.is_needless(BC, AD, [RIGHT, AB, AC, FOOT])
    assert not judge.is_needless(FOOT, AD, [RIGHT, AB, AC])


def test_a_step_must_be_what_its_rule_says_and_follow_from_its_inputs():
    judge = JUDGE(CIRCLE)
    points = {"A": "A", "B": "B", "C": "C", "O": "O"}
    thales = Step("thales", (), claim("angle", "ACB", "90"), points)
    assert judge.fault_of(thales, []) is None
    assert "no rule" in judge.fault_of(Step("magic", (), thales.claim, points), [])
    # Its equation holds by chance, but nothing that is said or seen makes it hold.
    chance = Step("vertical_angles", (0,), claim("angle", "OCB", "50"), {})
    assert judge.fault_of(chance, [claim("angle", "AOC", "100")]) is not None


def test_what_a_rule_leaves_out_is_found_by_other_figures():
    """`similar_by_crossing` asks for parallels. A rule that forgot to would be found out here."""
    judge = JUDGE(CIRCLE)
    assert judge.follows(claim("angle", "OMA", "90"), [claim("midpoint", "M", "AC", YES)])
    assert not judge.follows(claim("angle", "OMA", "90"), [])


def test_a_step_fits_its_rule_by_some_of_what_is_known():
    judge = JUDGE(TRIANGLE)
    pythagoras = Step("pythagoras", (), BC, {"A": "B", "B": "C", "C": "A"})
    assert judge.fits(pythagoras, [FOOT, RIGHT, AD, AC, AB])
    assert not judge.fits(pythagoras, [FOOT, RIGHT, AD, AC])
