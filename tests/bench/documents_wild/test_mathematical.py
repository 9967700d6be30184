"""The benchmark's notion of a mathematical page."""

import pymupdf
import pytest

from bench.documents_wild.mathematical import is_mathematical


@pytest.mark.parametrize(("n_symbols", "is_one"), [(0, False), (1, False), (40, True)])
def test_a_page_with_many_symbols_is_mathematical(n_symbols, is_one):
    page = pymupdf.open().new_page()
    page.insert_text((72, 72), "The rain fell all day upon the hills. " * 2, fontsize=8)
    page.insert_text((72, 92), "No one came by, and nothing was said. " * 2, fontsize=8)
    page.insert_text((72, 112), "a" * n_symbols, fontname="Symb")
    assert is_mathematical(page) is is_one


def test_a_page_of_a_few_symbols_alone_is_none():
    page = pymupdf.open().new_page()
    page.insert_text((72, 112), "abc", fontname="Symb")
    assert not is_mathematical(page)
