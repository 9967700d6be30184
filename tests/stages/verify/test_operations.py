import pytest

from vlcorpus.stages.verify.operations import evaluate
from vlcorpus.stages.verify.oracle import Unknown

OPERATIONS = {"here": lambda scene: scene, "both": lambda scene, a, b: f"{scene} {a} {b}"}


def value(expression):
    return evaluate(OPERATIONS, "in a wood", expression, value)


def test_an_argument_may_be_an_operation():
    assert value(("both", "A", "B")) == "in a wood A B"
    assert value(("both", ("here",), ("both", "A", "B"))) == "in a wood in a wood in a wood A B"


@pytest.mark.parametrize(
    ("expression", "why"),
    [
        ("here", "no operation"),
        ((), "no operation"),
        ((("here",), "A"), "no operation"),
        (("there",), "no operation 'there'"),
        (("both", "A"), "takes 2 arguments, not 1"),
        (("both", "A", ("there",)), "no operation 'there'"),
    ],
)
def test_what_is_no_operation_is_unknown(expression, why):
    with pytest.raises(Unknown, match=why):
        value(expression)
