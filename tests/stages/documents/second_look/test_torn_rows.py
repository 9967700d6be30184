"""Columns of numbers that a parse reads apart from their rows."""

import pytest

from tests.stages.documents.pages import block
from tests.stages.documents.second_look.words import lines
from vlcorpus.schemas.page import PageTree
from vlcorpus.stages.documents.second_look.torn_rows import torn_rows

ITEMS = (100, 90, 300, 200), "Flour Butter Sugar"
PRICES = (400, 90, 500, 200), "1.20 3.50 0.99"


def printed(*prices):
    names = ("Flour of wheat", "Butter, salted", "Sugar, brown")
    placed = [(110, 100 + 30 * n, name) for n, name in enumerate(names)]
    return lines(*placed, *((410, 100 + 30 * n, price) for n, price in enumerate(prices)))


def torn(found, *kinds):
    blocks = [block(kind, *what) for kind, what in zip(kinds, (ITEMS, PRICES), strict=True)]
    tree = PageTree(tuple(one for one, _ in blocks))
    return [line.text for line in torn_rows(tree, [box for _, box in blocks], found)]


@pytest.mark.parametrize(
    "prices", [("1.20", "3.50", "0.99"), ("EUR 1,20", "(3,50)", "0,99 €"), ("5 %", "$1,200.00", "-7")]
)
def test_prices_apart_from_their_items_are_torn(prices):
    assert torn(printed(*prices), "text", "footnote") == list(prices)


@pytest.mark.parametrize("beside", [("1.20", "3.50"), ("one", "two", "three"), ("1.20", "3.50", "and more")])
def test_two_numbers_and_words_are_no_column_of_numbers(beside):
    assert torn(printed(*beside), "text", "text") == []


def test_cells_of_a_table_are_not_torn():
    assert torn(printed("1.20", "3.50", "0.99"), "text", "table") == []


def test_a_number_that_is_read_right_before_its_words_is_not_torn():
    found = printed("1.20", "3.50", "0.99")
    numbers = [("text", (400, 90 + 30 * n, 500, 112 + 30 * n), f"{n}") for n in range(3)]
    words = [("text", (100, 90 + 30 * n, 300, 112 + 30 * n), f"word {n}") for n in range(3)]

    def torn_in(order):
        blocks = [block(*what) for what in order]
        return torn_rows(PageTree(tuple(one for one, _ in blocks)), [box for _, box in blocks], found)

    assert torn_in([part for pair in zip(numbers, words, strict=True) for part in pair]) == []
    assert len(torn_in([*numbers, *words])) == 3
