import pytest

from tests.stages.verify.circuits.circuits import truth
from tests.stages.verify.circuits.problems.posed import BRIDGE, MIXED
from vlcorpus.schemas.scenes.claims import Claim
from vlcorpus.stages.verify.circuits.problems.judge import JUDGE
from vlcorpus.stages.verify.oracle import Unknown

SHORTED = truth(
    R1=("resistor", (1, 2), "2"),
    R2=("resistor", (2, 0), "2"),
    S1=("switch", (2, 0), "closed"),
)


def tells(told, *expression):
    return JUDGE(told).holds(Claim(expression, "yes"))


@pytest.mark.parametrize(
    ("told", "expression", "holds"),
    [
        (MIXED, ("connected", ("series", "R1", ("parallel", "R2", "R3"))), True),
        (MIXED, ("connected", ("series", ("parallel", "R3", "R2"), "R1")), True),
        (MIXED, ("connected", ("parallel", "R2", "R3")), False),  # and R1?
        (SHORTED, ("connected", "R1"), True),
        (MIXED, ("cut_off", "R4", "S1"), True),
        (MIXED, ("bridged", "R4", "S1"), False),
        (MIXED, ("cut_off", "R1", "S1"), False),
        (SHORTED, ("bridged", "R2", "S1"), True),
        (SHORTED, ("cut_off", "R2", "S1"), False),
    ],
)
def test_how_a_circuit_is_connected(told, expression, holds):
    assert tells(told, *expression) is holds


@pytest.mark.parametrize(
    ("told", "expression"),
    [
        (MIXED, ("connected", ("series", "R1", "R2", "R3"))),
        (MIXED, ("connected", ("parallel", "R1", ("series", "R2", "R3")))),
        (MIXED, ("connected", ("series", "R1", "R1"))),
        (MIXED, ("connected", ("series", "R1"))),
        (MIXED, ("connected", ("beside", "R1", "R2"))),
        (BRIDGE, ("connected", ("series", "R1", "R2", "R3", "R4", "R5"))),
        (MIXED, ("cut_off", "R4", "R1")),
        (MIXED, ("cut_off", "R4")),
        (MIXED, ("bridged", "R9", "R1", "R2")),
    ],
)
def test_what_is_no_connection(told, expression):
    with pytest.raises(Unknown):
        tells(told, *expression)
