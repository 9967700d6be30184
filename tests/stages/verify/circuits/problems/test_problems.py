"""Whole problems, right and corrupted."""

import json
from dataclasses import replace
from functools import lru_cache

import pytest

from tests.stages.generate.scenes import maker, numbers, scenes
from tests.stages.verify.circuits.problems.posed import MIXED, claim, problem
from vlcorpus.schemas.scenes.claims import Claim
from vlcorpus.schemas.scenes.problem import Given, problem_to_json
from vlcorpus.schemas.scenes.rows import SaidScene
from vlcorpus.stages.generate.say_scenes import SayScenes
from vlcorpus.stages.verify.check_problems import CheckProblems

BY_RESISTANCES = problem(
    "voltage E = 12, resistance R1 = 2, resistance R2 = 3, resistance R3 = 6",
    "parallel_resistance 2 3: resistance R2 R3 = 2; series_resistance 1 4: resistance E = 4; "
    "ohm/current 0 5: current E = 3; equal_current 6: current R2 R3 = 3; "
    "current_division 7 4 3: current R3 = 1",
)
BY_METERS = problem(
    "current A1 = 3, voltage V1 = 6, resistance R2 = 3",
    "voltmeter 1: voltage R2 = 6; ohm/current 3 2: current R2 = 2; ammeter 0: current R2 R3 = 3; "
    "sum_of_currents/part 5 4: current R3 = 1",
)
IN_A_TIME = problem(
    "voltage E = 12, voltage V1 = 6, resistance R1 = 2, time = 10",
    "voltmeter 1: voltage R2 R3 = 6; sum_of_voltages/part 0 4: voltage R1 = 6; "
    "ohm/current 5 2: current R1 = 3; joule 6 2 3: energy R1 = 180",
)
RIGHT = [BY_RESISTANCES, BY_METERS, IN_A_TIME]


@lru_cache
def row():
    (said,) = SayScenes()(scenes(1, "circuits"))
    return replace(said, truth=json.dumps(MIXED), said=[])


def verdict(posed):
    return next(iter(CheckProblems()([replace(row(), problem=problem_to_json(posed))])))


def with_step(posed, n, **changes):
    steps = list(posed.steps)
    steps[n] = replace(steps[n], **changes)
    return replace(posed, steps=tuple(steps))


def test_what_is_posed_is_right():
    posed = list(SayScenes()(maker("circuits", problems=1.0)(numbers(12, seed=14))))
    assert len(posed) == 12
    assert all(isinstance(checked, SaidScene) for checked in CheckProblems()(posed))


@pytest.mark.parametrize("posed", RIGHT)
def test_what_is_right_goes_on(posed):
    assert isinstance(verdict(posed), SaidScene)


@pytest.mark.parametrize("posed", RIGHT)
def test_no_number_may_be_another(posed):
    for n, given in enumerate(posed.givens):
        changed = replace(given, claim=replace(given.claim, value=f"{given.claim.value}/7"))
        wrong = replace(posed, givens=(*posed.givens[:n], changed, *posed.givens[n + 1 :]))
        assert verdict(wrong).reason == "claim_wrong"
    for n, step in enumerate(posed.steps):
        wrong = with_step(posed, n, claim=replace(step.claim, value=f"{step.claim.value}1"))
        assert verdict(wrong).reason == "claim_wrong"
    assert verdict(replace(posed, answer="7/3")).reason == "claim_wrong"


@pytest.mark.parametrize("posed", RIGHT)
def test_no_premise_may_be_another(posed):
    for n, step in enumerate(posed.steps):
        for k, earlier in enumerate(step.inputs):
            for other in set(range(len(posed.givens) + n)) - {earlier}:
                inputs = (*step.inputs[:k], other, *step.inputs[k + 1 :])
                assert verdict(with_step(posed, n, inputs=inputs)).reason == "step_unsound"


@pytest.mark.parametrize("posed", RIGHT)
def test_no_step_may_be_missing(posed):
    for n in range(len(posed.steps)):
        gone = len(posed.givens) + n
        rest = tuple(
            replace(step, inputs=tuple(k - (k > gone) for k in step.inputs if k != gone))
            for step in (*posed.steps[:n], *posed.steps[n + 1 :])
        )
        assert verdict(replace(posed, steps=rest)).reason == "step_unsound"


@pytest.mark.parametrize("posed", RIGHT)
def test_no_given_may_be_missing_or_idle(posed):
    for gone in range(len(posed.givens)):
        rest = tuple(
            replace(step, inputs=tuple(k - (k > gone) for k in step.inputs if k != gone))
            for step in posed.steps
        )
        less = replace(posed, givens=(*posed.givens[:gone], *posed.givens[gone + 1 :]), steps=rest)
        assert verdict(less).reason == "step_unsound"
    shift = len(posed.givens)
    later = tuple(replace(step, inputs=tuple(k + (k >= shift) for k in step.inputs)) for step in posed.steps)
    idle = Given(claim("power R1 = 18"), is_drawn=False, is_told=True)
    assert verdict(replace(posed, givens=(*posed.givens, idle), steps=later)).reason == "step_unsound"


def test_a_given_that_others_imply_is_needless():
    """The voltage of the battery is its current times the whole resistance."""
    implied = problem(
        "voltage E = 12, current E = 3, resistance E = 4, resistance R1 = 2",
        "voltage_division 0 2 3: voltage R1 = 6; equal_current 1: current R1 = 3; power 4 5: power R1 = 18",
    )
    assert verdict(implied).reason == "given_needless"


def test_a_step_that_leads_back_to_a_given_is_needless():
    detour = problem(
        "voltage E = 12, resistance E = 4, resistance R1 = 2",
        "ohm/current 0 1: current E = 3; ohm/voltage 3 1: voltage E = 12; "
        "voltage_division 4 1 2: voltage R1 = 6",
    )
    assert verdict(detour).reason == "step_needless"
    straight = replace(detour, steps=(replace(detour.steps[2], inputs=(0, 1, 2)),))
    assert isinstance(verdict(straight), SaidScene)


@pytest.mark.parametrize(
    "told",
    [
        Claim(("connected", ("series", "R1", "R2", "R3")), "yes"),
        Claim(("bridged", "R4", "S1"), "yes"),
        Claim(("cut_off", "R4", "S1"), "no"),
    ],
)
def test_what_is_told_of_connections_is_true(told):
    right = Claim(("connected", ("series", "R1", ("parallel", "R2", "R3"))), "yes")
    assert isinstance(verdict(replace(BY_METERS, tellings=(right,))), SaidScene)
    assert verdict(replace(BY_METERS, tellings=(right, told))).reason == "claim_wrong"
