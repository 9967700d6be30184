from fractions import Fraction

import pytest

from tests.stages.verify.charts.charts import AXIS, chart, series
from vlcorpus.stages.verify.charts.chart import nth, read, write
from vlcorpus.stages.verify.oracle import Contradiction, Unknown


def test_numbers_are_decimals_of_three_places():
    assert write(Fraction(7, 2)) == "3.5"
    assert read("0.125") == Fraction(1, 8)
    with pytest.raises(Unknown):
        write(Fraction(1, 10_000))
    with pytest.raises(Unknown):
        read("1/2")


def test_names_are_counted_from_one():
    assert nth("abc", "2") == "b"
    for number in ("0", "4", "-1", "x"):
        with pytest.raises(Unknown):
            nth("abc", number)


@pytest.mark.parametrize(
    ("kind", "changes"),
    [
        ("radar", {}),
        ("bar", {"categories": ["Anna", "Anna", "Cleo", "Dan"]}),
        ("bar", {"series": [series("values", "1")]}),
        ("bar", {"value_axis": AXIS | {"step": "15"}}),
        ("bar", {"series": [series("Anna", "1", "2", "3", "4")]}),
        ("histogram", {"edges": ["0", "10"]}),
        ("box", {"series": [], "boxes": {"Anna": ["5", "4", "6", "7", "8"]}, "categories": ["Anna"]}),
        ("box", {"series": [], "boxes": {}}),
        ("dot plot", {"key": "5"}),
        ("bar", {"series": None}),
    ],
)
def test_a_chart_that_cannot_be(kind, changes):
    with pytest.raises(Contradiction):
        chart(kind, **changes)
