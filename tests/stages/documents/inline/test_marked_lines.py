"""A page's lines say scripts and formulas, and what of them is in doubt."""

from dataclasses import replace

from tests.filters.documents.test_page import page
from tests.stages.documents.inline.test_inline_formulas import line_of
from vlcorpus.stages.documents.inline.marked_lines import marked_lines


def text_of(*pieces) -> tuple[str, int, float]:
    line, glyphs = line_of(*pieces)
    _, (read,), _ = marked_lines(replace(page(), lines=[line], glyphs=glyphs))
    return read.text, read.unread, read.math


def test_a_line_says_its_scripts_and_its_formulas():
    pieces = [("m", "Times"), ("2", "Times", 7), (" of ", "Times"), ("x", "CMMI10"), ("2", "CMR7", 7)]
    text, unread, math = text_of(*pieces)
    assert text == "m\ufdd02\ufdd3 of \ufdd2x^{2}\ufdd3"
    assert unread == 0
    assert math < 0.5


def test_what_is_in_doubt_is_counted():
    pieces = [("so ", "Times"), ("x", "CMMI10"), ("=", "CMR10"), ("2", "CMR7", 7), ("y", "CMMI10")]
    assert text_of(*pieces)[1] == len("x=2y")


def test_a_line_of_nothing_but_a_formula_is_one_in_any_font():
    assert text_of(("f", "Times-Italic"), ("0", "Times", -3), (" = ", "Times"))[2] == 1.0
