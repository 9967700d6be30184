import re
from random import Random

import pytest

from tests.stages.stem.circuits.problems.posed import posed
from vlcorpus.schemas.scenes.claims import YES, Claim
from vlcorpus.schemas.scenes.problem import Given, Problem, Step
from vlcorpus.schemas.stem.circuits_problems import LAWS
from vlcorpus.stages.generate.tell_problem import read_words, tell_problem
from vlcorpus.stages.stem.circuits.problems.posing import POSING
from vlcorpus.stages.stem.circuits.problems.wording import CircuitWording

WORDING = CircuitWording()
CONNECTED = Claim(("connected", ("series", "R1", ("parallel", "R2", "R3"))), YES)


@pytest.mark.parametrize(
    ("operation", "value", "latex"),
    [
        ("current", "1/2", r"0.5\,\mathrm{A}"),
        ("resistance", "4/3", r"\frac{4}{3}\,\Omega"),
        ("energy", "1200", r"1200\,\mathrm{J}"),
    ],
)
def test_values_have_their_unit(operation, value, latex):
    assert WORDING.value(operation, value) == latex


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_no_slot_is_left_and_sentences_end(lang):
    for n, scene in enumerate(posed()):
        said = tell_problem(POSING, scene.problem, lang, Random(n))
        for text in (said.text, said.answer):
            assert not re.search(r"<\w|\{(x|it|value|connected|load|switch)\}", text)
            assert text.count("$") % 2 == 0
            assert "  " not in text
        assert said.text[-1] in ".?。？"
        assert all(line[-1] in ".。" for line in said.answer.splitlines())
        assert said.answer.count(r"\boxed") == 1


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_all_that_is_given_is_told_or_shown(lang):
    for n, scene in enumerate(posed()):
        problem = scene.problem
        said = tell_problem(POSING, problem, lang, Random(n))
        for given in problem.givens:
            stated = WORDING.value(given.claim.operation, given.claim.value)
            assert stated in (said.text if given.is_told else said.answer)


def problem_of(inputs, step):
    givens = tuple(Given(claim, is_drawn=True, is_told=False) for claim in inputs)
    return Problem(
        givens,
        step.claim.expression,
        step.claim.value,
        (step,),
        "image",
        text_solvable=False,
        depth=1,
        tellings=(CONNECTED,),
    )


@pytest.mark.parametrize(
    ("law", "inputs", "conclusion", "ends"),
    [
        (
            "sum_of_voltages/part",
            [Claim(("voltage", "E"), "12"), Claim(("voltage", "R1"), "5")],
            Claim(("voltage", "R2", "R3"), "7"),
            r"$12\,\mathrm{V} - 5\,\mathrm{V} = 7\,\mathrm{V}$.",
        ),
        (
            "voltage_division",
            [
                Claim(("voltage", "R1"), "6"),
                Claim(("resistance", "R1"), "2"),
                Claim(("resistance", "R2", "R3"), "4"),
            ],
            Claim(("voltage", "R2", "R3"), "12"),
            r"$6\,\mathrm{V} \times \frac{4\,\Omega}{2\,\Omega} = 12\,\mathrm{V}$.",
        ),
        (
            "parallel_resistance/part",
            [Claim(("resistance", "R2"), "3"), Claim(("resistance", "R2", "R3"), "2")],
            Claim(("resistance", "R3"), "6"),
            r"$\frac{1}{R} = \frac{1}{2\,\Omega} - \frac{1}{3\,\Omega}$, and the resistance of R3 is"
            r" $R = 6\,\Omega$.",
        ),
    ],
)
def test_a_step_has_its_values_where_the_law_has_them(law, inputs, conclusion, ends):
    step = Step(law, tuple(range(len(inputs))), conclusion)
    said = WORDING.step(read_words(POSING.rules)[law]["en"][0], problem_of(inputs, step), step, "en")
    assert said.endswith(ends)
    assert said[0].isupper()


def test_every_law_has_words():
    assert read_words(POSING.rules).keys() == set(LAWS)
