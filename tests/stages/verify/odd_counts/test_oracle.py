import pytest

from tests.stages.verify.odd_counts.test_objects import dogs
from vlcorpus.stages.verify.odd_counts.oracle import ORACLE
from vlcorpus.stages.verify.oracle import Unknown

HERD = ORACLE(dogs(A=4, B=5, C=4))


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        (("count", "object"), "3"),
        (("count", "leg", "dog B"), "5"),
        (("compared", "leg", ("most", "leg")), "more"),
    ],
)
def test_expressions(expression, value):
    assert HERD.value(expression) == value


def test_places():
    assert HERD.where(("nth", "leg", "2", "dog A")) == (10, 0)


@pytest.mark.parametrize("expression", ["count", ("count",), ("count", "leg"), ("legs", "leg", "dog A")])
def test_what_is_no_expression_has_no_value(expression):
    with pytest.raises(Unknown):
        HERD.value(expression)
