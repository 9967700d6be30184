"""Glyphs are scripts by their size and baseline, not by what they are."""

from dataclasses import replace

import pytest

from tests.filters.documents.test_page import page
from vlcorpus.schemas.documents.document import Glyph, Span, TextLine
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.stages.documents.inline.scripts import by_line, mark_scripts, script_sides
from vlcorpus.stages.documents.page.lines import page_lines

BOX = BoxPx(0, 0, 400, 24)
EM = 20.0


def set_line(*pieces: tuple[str, float, float], gap: float = 0) -> tuple[TextLine, list[Glyph]]:
    """Set pieces (text, size in em, raised by em) after each other; glyphs are half an em wide."""
    x, spans, glyphs = 0.0, [], []
    for text, size, raised in pieces:
        start = x
        for char in text:
            box = BoxPx(x, 0, x + size * EM / 2, 24)
            if char != " ":
                glyphs.append(Glyph(char, box, size * EM, 18 - raised * EM, "Times", BOX))
            x = box.x2
        spans.append(Span(text, BoxPx(start, 0, x, 24), size * EM, "Times"))
        x += gap * EM
    return TextLine(BOX, tuple(spans)), glyphs


def text_of(line: TextLine) -> str:
    (read,), _ = page_lines(replace(page(), lines=[line]))
    return read.text.replace("\ufdd0", "^(").replace("\ufdd1", "_(").replace("\ufdd3", ")")


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        ([("10", 1, 0), ("−", 0.7, 0.4), ("16", 0.6, 0.4), (" erg", 1, 0)], "10^(−16) erg"),
        ([("H", 1, 0), ("2", 0.7, -0.15), ("O", 1, 0)], "H_(2)O"),
        ([("x", 1, 0), ("i", 0.7, -0.2), ("2", 0.7, 0.4)], "x_(i)^(2)"),
        ([("the 2", 1, 0), ("nd", 0.6, 0.35), (" of", 1, 0)], "the 2^(nd) of"),
        ([("1", 0.6, 0.4), (" See there.", 1, 0)], "^(1) See there."),  # the mark of a footnote
        ([("3", 1, 0), ("1", 0.6, 0.4), ("/", 1, 0), ("2", 0.6, 0), (" in", 1, 0)], "3^(1)/_(2) in"),
        ([("N", 1, 0), ("ASA", 0.7, 0)], "NASA"),  # small capitals
        ([("f", 1, 0), ("′", 0.7, 0.4), (" and", 1, 0)], "f′ and"),
        ([("a", 1, 0), ("b", 0.9, 0.4)], "ab"),  # as large as the text
        ([("a", 1, 0), ("b", 0.7, 0.9)], "ab"),  # of the line above
    ],
)
def test_scripts_are_small_and_off_the_baseline(pieces, text):
    line, glyphs = set_line(*pieces)
    assert text_of(mark_scripts(line, glyphs)) == text


def test_an_overlapping_letter_of_a_logo_is_no_script():
    line, glyphs = set_line(("L", 1, 0), ("A", 0.7, 0.2), ("TEX", 1, 0), gap=-0.36)
    assert script_sides(glyphs) == [0] * 5
    assert mark_scripts(line, glyphs) is line


@pytest.mark.parametrize(("gap", "text"), [(0.1, "word^(1)"), (0.3, "word ^(1)")])
def test_a_space_before_a_script_is_one_that_is_seen(gap, text):
    line, glyphs = set_line(("word ", 1, 0), ("1", 0.6, 0.4))
    moved = [*glyphs[:-1], glyphs[-1]._replace(box=BoxPx(40 + gap * EM, 0, 46 + gap * EM, 24))]
    spans = (line.spans[0]._replace(box=BoxPx(0, 0, 40, 24)), line.spans[1]._replace(box=moved[-1].box))
    assert text_of(mark_scripts(line._replace(spans=spans), moved)) == text


def test_a_line_whose_glyphs_are_not_all_known_is_left_alone():
    line, glyphs = set_line(("10", 1, 0), ("6", 0.6, 0.4))
    assert mark_scripts(line, glyphs[:-1]) is line
    assert by_line(glyphs) == {BOX: glyphs}
