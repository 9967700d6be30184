import pytest

from vlcorpus.schemas.scenes.claims import Claim
from vlcorpus.schemas.scenes.problem import Given, Problem
from vlcorpus.schemas.scenes.rows import Said
from vlcorpus.stages.verify.problem_numbers import misnumbered

TOLD = {"12": True, "5/2": True, "5*sqrt(3)/2": True, "40": False}
TEXT = r"$R_1$ is 12 Ω, $R_{2}$ is 2.5 Ω, R3 is $\frac{5\sqrt{3}}{2}$ Ω. What is R4?"


def found(text=TEXT, answer=r"So it is 3.\nThe answer is $\boxed{\frac{7}{2}\,\Omega}$."):
    givens = [Given(Claim(("resistance", "R1"), value), not told, told) for value, told in TOLD.items()]
    problem = Problem(tuple(givens), ("resistance", "R4"), "7/2", (), "text", text_solvable=True, depth=1)
    return misnumbered(
        Said(kind="problem", style="text", lang="en", text=text, claims="[]", answer=answer), problem
    )


def test_numbers_may_be_written_in_more_than_one_way():
    assert found() is None
    assert found(answer=r"$\boxed{3.5\,\Omega}$") is None


@pytest.mark.parametrize(
    "text", [TEXT.replace("12", "21"), TEXT.replace("2.5", "0.5"), TEXT + " 40", TEXT.replace("is 12", "is")]
)
def test_a_text_has_the_numbers_of_what_it_tells(text):
    assert "the text has" in found(text)


@pytest.mark.parametrize("answer", ["3.5", r"\boxed{2.5}", r"\boxed{3.5} and 4", r"\boxed{3.5} \boxed{4}"])
def test_a_solution_ends_in_the_answer(answer):
    assert "ends in" in found(answer=answer)
