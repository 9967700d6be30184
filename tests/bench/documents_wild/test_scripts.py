"""The count of flattened scripts sees what an answer says of a page."""

import pytest

from bench.documents_wild.scripts import flattened_scripts
from vlcorpus.stages.documents.pdf.pymupdf_engine import pymupdf


@pytest.fixture(scope="module")
def page():
    document = pymupdf.open()
    page = document.new_page()
    font = pymupdf.Font("helv")
    x = 72.0
    pieces = [("flux 10", 11, 0), ("-16", 7, 4), (" erg, H", 11, 0), ("2", 7, -2), ("O in 1016 B", 11, 0)]
    for text, size, raised in pieces:
        page.insert_text((x, 100 - raised), text, fontsize=size)
        x += font.text_length(text, size)
    return page


@pytest.mark.parametrize(
    ("answer", "n"),
    [
        ("flux 10-16 erg, H2O in 1016 B", 2),
        ("flux 10<sup>-16</sup> erg, H2O in 1016 B", 1),
        ("flux 10<sup>-16</sup> erg, H<sub>2</sub>O in 1016 B", 0),
        ("flux $10^{-16}$ erg, $H_{2}O$ in 1016 B", 0),
        ("nothing of it", 0),
    ],
)
def test_what_stands_on_the_line_in_the_answer_is_flattened(page, answer, n):
    assert flattened_scripts(page, answer) == n


def test_scripts_that_are_no_letters_do_not_count():
    document = pymupdf.open()
    page = document.new_page()
    page.insert_text((72, 100), "21", fontsize=11)
    page.insert_text((84.3, 96), "'", fontsize=7)
    assert flattened_scripts(page, "21'") == 0
