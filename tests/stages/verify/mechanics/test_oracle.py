import pytest

from tests.stages.verify.mechanics.scenes import SETUPS, truth
from vlcorpus.stages.verify.mechanics.oracle import ORACLE
from vlcorpus.stages.verify.oracle import Contradiction, Unknown


def test_arguments_may_be_expressions():
    assert ORACLE(truth()).value(("mass", ("below", "A"))) == "2"
    assert ORACLE(truth()).where(("block_middle", ("below", "A"))) == (0, 0)


def test_what_is_no_operation_is_unknown():
    for expression in (("levitates", "A"), ("mass",), "A"):
        with pytest.raises(Unknown):
            ORACLE(truth()).value(expression)


def test_wheels_that_block_each_other_contradict():
    blocked = SETUPS[8] | {"meshes": [["W1", "W2"], ["W2", "W3"], ["W3", "W1"]], "belts": []}
    with pytest.raises(Contradiction):
        ORACLE(truth(setups=[blocked], masses={}))
