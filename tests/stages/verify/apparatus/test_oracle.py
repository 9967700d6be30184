import pytest

from tests.stages.verify.apparatus.scenes import DISTILLATION, STONE
from vlcorpus.stages.verify.apparatus.oracle import ORACLE
from vlcorpus.stages.verify.oracle import Contradiction, Unknown


def test_setups_and_instruments_have_operations_of_their_own():
    still, stone = ORACLE(DISTILLATION), ORACLE(STONE)
    assert still.value(("count", "clamp")) == "2"
    assert stone.value(("count", "instruments")) == "2"
    assert still.where(("end", "A")) == (2, 0.5)
    assert stone.where(("mark", "A", "50")) == (2, 10)
    for oracle, expression in ((still, ("reading", "second", "A")), (stone, ("purpose", "setup"))):
        with pytest.raises(Unknown):
            oracle.value(expression)


def test_what_cannot_be():
    with pytest.raises(Contradiction):
        ORACLE(DISTILLATION | {"purpose": "cooking"})
