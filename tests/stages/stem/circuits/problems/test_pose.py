import os
import subprocess
import sys
from fractions import Fraction
from random import Random

from tests.stages.stem.circuits.problems.posed import posed
from vlcorpus.schemas.scenes.problem import IN_BOTH, IN_IMAGE, IN_TEXT
from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.schemas.stem.circuits_problems import LAWS, TIME, UNITS
from vlcorpus.stages.stem.circuits.problems.compose import FAMILIES
from vlcorpus.stages.stem.circuits.problems.pose import pose
from vlcorpus.stages.stem.circuits.problems.written import decimal
from vlcorpus.stages.verify.circuits.oracle import ORACLE


def test_a_scene_is_of_a_family_that_is_asked_for():
    for seed in range(8):
        try:
            assert pose(Random(seed), FAMILIES[3:5]).family in FAMILIES[3:5]
        except Unfit:
            continue


def test_every_given_is_told_or_drawn_as_the_variant_says():
    assert {scene.problem.variant for scene in posed()} == {IN_IMAGE, IN_TEXT, IN_BOTH}
    for scene in posed():
        problem = scene.problem
        for given in problem.givens:
            assert given.is_told or given.is_drawn
            if problem.variant == IN_IMAGE:
                assert not given.is_told
            if problem.variant == IN_TEXT:
                assert not given.is_drawn
            if problem.variant == IN_BOTH:
                assert given.is_told


def test_each_drawn_given_is_a_label_and_no_other_number_is_written():
    for scene in posed():
        labels = [tag.text for thing in scene.things for tag in thing.tags if " " in tag.text]
        drawn = [given.claim for given in scene.problem.givens if given.is_drawn]
        assert len(labels) == len(drawn)
        for claim in drawn:
            amount = f"{decimal(Fraction(claim.value))} {UNITS[claim.operation]}"
            assert any(label.removeprefix("U = ").endswith(amount) for label in labels)


def test_a_problem_with_a_meter_takes_the_image():
    for scene in posed():
        problem = scene.problem
        names = {name for claim in problem.claims for name in claim.arguments}
        has_meter = any(name[0] in "AV" for name in names)
        assert problem.text_solvable is (problem.variant == IN_TEXT and not has_meter)


def test_the_time_is_told_where_the_problem_speaks_of_it():
    for scene in posed():
        speaks = any(claim.operation in ("time", "charge", "energy") for claim in scene.problem.claims)
        assert ("time" in scene.truth) is speaks
        for claim in scene.problem.claims:
            if claim.expression == TIME:
                assert claim.value == scene.truth["time"]


def test_steps_are_by_the_laws_and_rest_on_what_stands_before_them():
    for scene in posed():
        problem = scene.problem
        for n, step in enumerate(problem.steps, len(problem.givens)):
            assert step.rule in LAWS
            assert all(earlier < n for earlier in step.inputs)
        last = problem.steps[-1].claim
        assert (last.expression, last.value) == (problem.asked, problem.answer)
        assert problem.asked not in [given.claim.expression for given in problem.givens]


def test_the_oracle_of_circuits_finds_the_same_currents_and_voltages():
    """It shares no code with what poses; of loads it evaluates these two, and the resistance of the whole."""
    n_checked = 0
    for scene in posed():
        oracle = ORACLE(scene.truth)
        for claim in scene.problem.claims:
            operation, *names = claim.expression
            if len(names) == 1 and names[0][0] in "RL" and operation in ("current", "voltage"):
                assert oracle.value(claim.expression) == claim.value
                n_checked += 1
            if claim.expression == ("resistance", "E"):
                assert oracle.value(("total_resistance", "E")) == claim.value
                n_checked += 1
    assert n_checked > 50


def test_a_problem_is_the_same_in_another_process():
    """Where sets of texts are walked through, an order comes of the process's own seed of hashes."""
    code = (
        "from tests.stages.stem.circuits.problems.posed import posed;"
        "from hashlib import sha256; print(sha256(repr(posed(12)).encode()).hexdigest())"
    )
    made = {
        subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(made) == 1
