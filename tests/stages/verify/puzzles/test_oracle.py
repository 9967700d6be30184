import pytest

from tests.stages.verify.puzzles.test_puzzle import BAR, CORNER, grids
from vlcorpus.stages.verify.oracle import Unknown
from vlcorpus.stages.verify.puzzles.oracle import OPERATIONS, ORACLE

AT = {"option A": [1, 2], "option B": [3, 4], "panel 1": [5, 6]}
MATCH = ORACLE(grids("match", [CORNER], A=BAR, B=CORNER) | {"at": AT})


def test_expressions_and_places():
    assert MATCH.value(("same", "1", ("answer", "match"))) == "yes"
    assert MATCH.where(("right", "puzzle")) == (3, 4)
    assert MATCH.where(("option", "A")) == (1, 2)
    assert MATCH.where(("panel", "1")) == (5, 6)
    for place in (("blank", "puzzle"), ("face", "a"), ("right", "match")):
        with pytest.raises(Unknown):
            MATCH.where(place)


@pytest.mark.parametrize("operation", OPERATIONS)
def test_nothing_is_said_of_what_is_not_there(operation):
    for arguments in ((), ("?",), ("?", "!"), ("?", "!", "#")):
        with pytest.raises(Unknown):
            MATCH.value((operation, *arguments))
