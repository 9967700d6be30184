from fractions import Fraction

import pytest

from tests.stages.stem.charts.charts import lone, several
from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.charts.chart import written


def test_values_are_found_by_their_names():
    assert lone(1, 2).value("B") == 2
    assert several(x=(1, 2), y=(3, 4)).value("A", "y") == 3
    assert lone(1, 2).is_lone
    assert not several(x=(1, 2), y=(3, 4)).is_lone


def test_numbers_have_few_decimals():
    assert written(Fraction(5, 2)) == "2.5"
    with pytest.raises(Unfit):
        written(Fraction(1, 3))
