from dataclasses import replace

import pytest

from tests.stages.verify.circuits.circuits import truth
from tests.stages.verify.circuits.problems.posed import BRIDGE, MIXED, claim
from vlcorpus.schemas.scenes.problem import Step
from vlcorpus.stages.verify.circuits.oracle import ORACLE
from vlcorpus.stages.verify.circuits.problems.judge import JUDGE
from vlcorpus.stages.verify.oracle import Contradiction, Unknown

SERIES = truth(R1=("resistor", (1, 2), "2"), R2=("resistor", (2, 0), "4"))


def claims(*texts):
    return [claim(text) for text in texts]


@pytest.mark.parametrize("told", [MIXED, BRIDGE, SERIES])
def test_what_holds_is_what_the_oracle_of_circuits_says(told):
    oracle, judge = ORACLE(told), JUDGE(told)
    asked = [("voltage", name, ("voltage", name)) for name in told["components"] if name[0] in "RL"]
    asked += [("current", name, ("current", name)) for name in told["components"] if name[0] in "RE"]
    asked += [("reads", "A1", ("current", "A1")), ("reads", "V1", ("voltage", "V1"))] * (told is MIXED)
    asked.append(("total_resistance", "E", ("resistance", "E")))
    for operation, name, expression in asked:
        if name != "R4" or told is not MIXED:  # which is idle
            value = oracle.value((operation, name))
            assert judge.holds(claim(f"{' '.join(expression)} = {value}"))
            assert not judge.holds(claim(f"{' '.join(expression)} = {value}1"))


@pytest.mark.parametrize(
    "text",
    [
        "current R4 = 0",  # idle
        "current V1 = 0",
        "voltage A1 = 0",
        "resistance R1 R2 = 5",  # no group: R3 is beside R2
        "resistance R3 R2 = 2",  # not in order
        "resistance R1 R2 R3 = 4",  # the whole
        "voltage S1 = 12",
        "brightness R3 = 1",
        "time R1 = 10",
        "voltage = 12",
    ],
)
def test_of_what_nothing_is_claimed(text):
    with pytest.raises(Unknown):
        JUDGE(MIXED).holds(claim(text))


def test_of_no_time_nothing_is_claimed():
    with pytest.raises(Unknown, match="time"):
        JUDGE(SERIES).holds(claim("charge R1 = 20"))


@pytest.mark.parametrize(
    ("asked", "givens", "follows"),
    [
        (
            "current R3 = 1",
            ["voltage E = 12", "resistance R1 = 2", "resistance R2 = 3", "resistance R3 = 6"],
            True,
        ),
        ("current R3 = 1", ["voltage E = 12", "resistance R1 = 2", "resistance R2 = 3"], False),
        ("current R3 = 1", ["current A1 = 3", "voltage V1 = 6", "resistance R2 = 3"], True),
        ("energy R1 = 180", ["charge R1 = 30", "voltage E = 12", "voltage V1 = 6"], True),
        ("energy R1 = 180", ["current R1 = 3", "voltage E = 12", "voltage V1 = 6"], False),
        ("time = 10", [], False),
    ],
)
def test_what_follows_holds_in_other_circuits(asked, givens, follows):
    judge = JUDGE(MIXED)
    assert judge.follows(claim(asked), claims(*givens)) is follows


def test_a_second_root_leaves_the_answer_open():
    """R2 of 4 Ω takes the voltage that makes R1 of 2 Ω, and of 8 Ω, give 8 W."""
    judge, asked = JUDGE(SERIES), claim("resistance R1 = 2")
    givens = claims("voltage E = 12", "resistance R2 = 4", "power R1 = 8")
    assert not judge.follows(asked, givens)
    assert not judge.is_needless(claim("current E = 2"), asked, givens)
    assert judge.follows(asked, [*givens, claim("current E = 2")])


def test_a_given_is_needless_where_the_others_are_enough():
    judge, asked = JUDGE(MIXED), claim("current R3 = 1")
    enough = claims("voltage E = 12", "resistance R1 = 2", "resistance R2 = 3", "resistance R3 = 6")
    assert judge.is_needless(claim("resistance E = 4"), asked, enough)
    for n, given in enumerate(enough):
        assert not judge.is_needless(given, asked, enough[:n] + enough[n + 1 :])


def test_a_bridge_is_solved_too():
    """It has no part that is in series or in parallel: only by Kirchhoff's laws does its answer follow."""
    judge = JUDGE(BRIDGE)
    value = ORACLE(BRIDGE).value(("current", "R5"))
    givens = claims("voltage E = 12", *(f"resistance R{n} = {n}" for n in range(1, 6)))
    assert judge.follows(claim(f"current R5 = {value}"), givens)
    assert not judge.follows(claim(f"current R5 = {value}"), givens[:-1])


def test_a_step_has_no_letters_of_its_own():
    step = Step("equal_current", (0,), claim("current R1 = 3"))
    judge, inputs = JUDGE(MIXED), claims("current E = 3")
    assert judge.fault_of(step, inputs) is None
    assert judge.fault_of(replace(step, numbers={"I": "3"}), inputs)


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({}, "no circuit"),
        (MIXED | {"time": "0"}, "time"),
        (MIXED | {"time": 10}, "time"),
        (truth(R1=("resistor", (1, 2), "2")), "no current"),
        (truth(R1=("resistor", (1, 0))), "value"),
        (truth(C1=("capacitor", (1, 0))), "capacitor"),
        (truth(wires=[(0, 1)], R1=("resistor", (1, 0), "2")), "short-circuited"),
        (
            BRIDGE
            | {"components": BRIDGE["components"] | {"R4": BRIDGE["components"]["R4"] | {"value": "6"}}},
            "balanced",
        ),
    ],
)
def test_a_truth_that_cannot_be(told, why):
    with pytest.raises(Contradiction, match=why):
        JUDGE(told)
