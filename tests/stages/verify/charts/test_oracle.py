import re

import pytest

from tests.stages.verify.charts.charts import boxes, chart, cloud
from vlcorpus.schemas.stem import charts as contract
from vlcorpus.stages.verify.charts.oracle import OPERATIONS, PLACES
from vlcorpus.stages.verify.operations import n_arguments
from vlcorpus.stages.verify.oracle import Unknown


def test_every_operation_of_the_contract_is_there_and_no_other():
    values, places = str(contract.__doc__).split("Places.")
    for listed, tables in ((values, OPERATIONS), (places, PLACES)):
        found = re.findall(r'\("(\w+)", (.*?)\)', listed)
        assert {(name, len(arguments.split(", "))) for name, arguments in found} == {
            (name, length) for length, table in tables.items() for name in table
        }
        for length, table in tables.items():
            assert all(n_arguments(function) == length for function in table.values())


def test_what_is_said_of_charts_and_of_their_parts_goes_by_one_name():
    assert chart("bar").value(("range", "chart")) == "24"
    assert boxes().value(("range", "Ben")) == "11"
    assert boxes().value(("extreme", "maximum", "largest")) == "Ben"
    assert cloud(A=["1", "2"], B=["3", "1"]).value(("extreme", "x", "largest")) == "B"


@pytest.mark.parametrize("expression", ["chart", ("value",), ("value", "a", "b", "c"), ("unheard", "of")])
def test_what_is_no_operation(expression):
    with pytest.raises(Unknown):
        chart("bar").value(expression)


@pytest.mark.parametrize(
    ("kind", "also", "wrong"),
    [
        ("horizontal bar", "bar", "grouped bar"),
        ("bar", "horizontal bar", "histogram"),
        ("line", "line", "bar"),
    ],
)
def test_bars_that_lie_are_bars_too(kind, also, wrong):
    oracle = chart(kind)
    assert not oracle.is_wrong(("type", "chart"), also)
    assert oracle.is_wrong(("type", "chart"), wrong)
    assert oracle.is_wrong(("value", "Anna"), "977")
