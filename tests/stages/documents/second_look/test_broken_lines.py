"""Lines of print that a parse holds, and those that it tears apart."""

import pytest

from tests.stages.documents.pages import block
from tests.stages.documents.second_look.words import lines
from vlcorpus.schemas.inline import Inline, marked
from vlcorpus.schemas.page import PageTree
from vlcorpus.stages.documents.second_look.broken_lines import broken_lines

PRINTED = lines(
    (100, 100, "The river rose in the night and the inter-"), (100, 124, "national bridge was closed")
)
BOX = (90, 90, 600, 150)


def broken(*blocks):
    found, n = broken_lines(PageTree(tuple(one for one, _ in blocks)), [box for _, box in blocks], PRINTED)
    return [line.text.split()[0] for line in found], n


def test_whole_lines_are_found_also_where_a_word_was_joined():
    text = "The river rose in the night and the international bridge was closed"
    assert broken(block("text", BOX, text)) == ([], 2)


@pytest.mark.parametrize(
    ("text", "torn"),
    [
        (
            "The river rose 12 in the night and the international bridge was closed",
            ["The"],
        ),  # a stranger's word
        ("The river rose in the night and the", ["The", "national"]),  # a line is lost, half a word with it
        (
            "national bridge was closed The river rose in the night and the inter-",
            [],
        ),  # whole, in another order
    ],
)
def test_a_line_that_is_torn_is_found(text, torn):
    assert broken(block("text", BOX, text)) == (torn, 2)


def test_a_line_in_a_block_elsewhere_is_broken():
    text = "The river rose in the night and the international bridge was closed"
    assert broken(block("text", (90, 300, 600, 360), text)) == (["The", "national"], 2)


@pytest.mark.parametrize("made", [block("table", BOX), block("image", BOX)])
def test_what_is_no_lines_of_print_is_not_looked_for(made):
    assert broken(made) == ([], 0)


def test_marks_of_scripts_are_no_text():
    rose = marked(Inline.SUPERSCRIPT, "rose")
    text = f"The river{rose} in the night and the international bridge was closed"
    assert broken(block("text", BOX, text)) == ([], 2)


@pytest.mark.parametrize(
    ("latex", "torn"),
    [
        (r"\mathrm{rose} x^{2}", []),  # a word of the line stands in the formula
        (r"x^{2}", []),  # one word of many is not there: names of functions may be written otherwise
    ],
)
def test_beside_a_formula_the_words_of_a_line_are_looked_for(latex, torn):
    text = f"The river {marked(Inline.FORMULA, latex)} in the night and the international bridge was closed"
    assert broken(block("text", BOX, text)) == (torn, 2)


def test_a_line_is_lost_beside_a_formula_too():
    text = f"The river rose in the night and the {marked(Inline.FORMULA, 'x^{2}')}"
    assert broken(block("text", BOX, text)) == (["national"], 2)
