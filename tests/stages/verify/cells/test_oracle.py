import re
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.stages.verify.cells.drawings import BACTERIUM, PLANT
from vlcorpus.schemas.stem import cells as contract
from vlcorpus.stages.verify.cells.oracle import OPERATIONS, ORACLE, PLACES
from vlcorpus.stages.verify.operations import n_arguments
from vlcorpus.stages.verify.oracle import Contradiction, Unknown

PLACED = ORACLE(PLANT)
NAMES = st.sampled_from(["A", "B", "", "cell", "labels", "plant", "parts", *contract.FUNCTIONS, *OPERATIONS])
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 9) | st.floats() | NAMES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=8,
)
EXPRESSIONS = st.recursive(NAMES, lambda inner: st.lists(inner, max_size=4).map(tuple), max_leaves=8)


def test_every_operation_of_the_contract_is_there_and_no_other():
    text = Path(contract.__file__).read_text("utf-8")
    listed = re.findall(r'^    \("(\w+)", (.*?)\)', text, re.MULTILINE)
    assert {(name, len(names.split(", "))) for name, names in listed} == {
        (name, n_arguments(function)) for name, function in (OPERATIONS | PLACES).items()
    }


def test_an_argument_may_be_an_expression():
    assert PLACED.value(("label", ("part", "A"))) == "A"
    assert PLACED.value(("doing", ("function", "D"))) == "D"
    assert PLACED.where(("only", ("part", "A"))) == (20, 40)


def test_a_place_is_no_value_and_a_value_no_place():
    with pytest.raises(Unknown):
        PLACED.value(("end", "A"))
    with pytest.raises(Unknown):
        PLACED.where(("part", "A"))


@given(st.sampled_from(["cell", "parts", "labels"]), VALUES)
def test_a_truth_that_is_none_is_a_contradiction(key, value):
    for truth in (PLANT, BACTERIUM):
        with suppress(Contradiction):
            ORACLE(truth | {key: value})


@given(EXPRESSIONS)
def test_an_expression_that_is_none_is_unknown(expression):
    for ask in (PLACED.value, PLACED.where):
        with suppress(Unknown):
            ask(expression)
