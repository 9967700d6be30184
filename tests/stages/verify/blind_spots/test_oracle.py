import pytest

from vlcorpus.stages.verify.blind_spots.oracle import OPERATIONS, ORACLE
from vlcorpus.stages.verify.oracle import Unknown

ROW = ORACLE({"circles": {"A": [0, 0, 50], "B": [60, 0, 40]}, "dots": {"P": [0, 0], "Q": [9, 9]}})


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        (("relation", "A", "B"), "overlapping"),
        (("contains", ("larger", "A", "B")), "2"),
        (("count", "overlaps"), "1"),
    ],
)
def test_expressions(expression, value):
    assert ROW.value(expression) == value


def test_places():
    assert ROW.where(("dot", ("nearest", "P"))) == (9, 9)


@pytest.mark.parametrize("operation", OPERATIONS)
def test_nothing_is_said_of_what_is_not_there(operation):
    for arguments in ((), ("?",), ("?", "!"), ("?", "!", "#")):
        with pytest.raises(Unknown):
            ROW.value((operation, *arguments))
