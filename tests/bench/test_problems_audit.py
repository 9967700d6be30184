import pytest

from bench.problems import n_wrong, posed
from bench.problems_audit import SympyProblem
from tests.stages.verify.plane_geometry.problems.test_measure import FALSE, TRUE
from vlcorpus.schemas.scenes.claims import Claim


@pytest.mark.parametrize(("claims", "holds"), [(TRUE, True), (FALSE, False)], ids=["true", "false"])
def test_sympy_says_what_the_judge_says(claims, holds):
    for truth, *expression, value in claims:
        claim = Claim(tuple(expression), value)
        assert SympyProblem(truth).holds(claim) is holds, claim


def test_problems_are_right_by_sympy():
    right, rejected = posed(4)
    assert len(right) + sum(rejected.values()) == 4
    assert [n_wrong(row) for row in right] == [0] * len(right)
