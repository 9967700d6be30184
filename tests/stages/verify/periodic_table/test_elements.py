from decimal import ROUND_HALF_UP, Decimal

import pytest
from rdkit.Chem import GetPeriodicTable

from vlcorpus.schemas.stem import elements as told
from vlcorpus.stages.verify.periodic_table.elements import BY_NUMBER, BY_PLACE, BY_SYMBOL, ELEMENTS


def test_there_are_all_but_the_lanthanides():
    assert [element.number for element in ELEMENTS] == [*range(1, 57), *range(72, 87)]
    assert len(BY_SYMBOL) == len(BY_NUMBER) == len(BY_PLACE) == len(ELEMENTS)


@pytest.mark.parametrize("element", ELEMENTS, ids=lambda element: element.symbol)
def test_two_who_wrote_them_down_agree(element):
    """With what pictures show, and with RDKit, whose masses are older."""
    shown, rdkit = told.BY_SYMBOL[element.symbol], GetPeriodicTable()
    assert (shown.number, shown.group, shown.period) == (element.number, element.group, element.period)
    assert rdkit.GetElementSymbol(element.number) == element.symbol
    assert rdkit.GetRow(element.number) == element.period
    rounded = Decimal(element.mass).quantize(Decimal("0.01"), ROUND_HALF_UP)
    assert Decimal(shown.mass.strip("[]")) in (rounded, Decimal(element.mass))
    if not shown.mass.startswith("["):
        assert rdkit.GetAtomicWeight(element.number) == pytest.approx(float(element.mass), abs=0.03)


@pytest.mark.parametrize(
    ("symbol", "group", "period"),
    [("H", 1, 1), ("He", 18, 1), ("B", 13, 2), ("Ca", 2, 4), ("Sc", 3, 4), ("Hf", 4, 6), ("Tl", 13, 6)],
)
def test_places(symbol, group, period):
    assert BY_PLACE[group, period].symbol == symbol
