"""Formulas within a line become spans with LaTeX; those in doubt are unread, flat ones stay text."""

import pytest

from tests.stages.documents.formulas.drawing import glyph
from vlcorpus.schemas.documents.document import Span, TextLine
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.stages.documents.inline.inline_formulas import is_flat, mark_formulas
from vlcorpus.stages.documents.inline.scripts import mark_scripts

BOX = BoxPx(0, 0, 600, 30)


def line_of(*pieces: tuple[str, str] | tuple[str, str, float]):
    """Set (text, font) or (text, font, raised by px) after each other: scripts are those that are raised."""
    x, spans, glyphs = 0.0, [], []
    for text, font, *raised in pieces:
        size = 14.0 if raised else 20.0
        start = x
        for char in text:
            if char != " ":
                sign = glyph(char, x, 20 - (raised[0] if raised else 0), size=size, font=font)
                glyphs.append(sign._replace(line=BOX))
            x += size / 2
        spans.append(Span(text, BoxPx(start, 0, x, 30), size, font))
    line = TextLine(BOX, tuple(spans))
    return mark_scripts(line, glyphs), glyphs


def read(*pieces, marks=()):
    line, glyphs = line_of(*pieces)
    return mark_formulas(line, glyphs, list(marks), [])


def test_a_formula_is_a_span_of_its_own_and_the_text_around_it_stays():
    line = read(("for all ", "Times"), ("x", "CMMI10"), ("2", "CMR7", 7), (" there is", "Times"))
    assert [(span.text, span.latex) for span in line.spans] == [
        ("for all ", ""),
        ("x2", "x^{2}"),
        (" there is", ""),
    ]


def test_a_stroke_is_of_the_sign_that_it_is_drawn_on():
    stroke = glyph("\u0338", 10, 20, font="CMSY10")._replace(line=BOX)
    line = read(("x", "CMMI10"), ("=", "CMR10"), ("y", "CMMI10"), marks=[stroke])
    assert [span.latex for span in line.spans] == [r"x\neq y"]


def test_a_doubt_about_scripts_is_unread():
    line = read(("so ", "Times"), ("x", "CMMI10"), ("=", "CMR10"), ("2", "CMR7", 7), ("y", "CMMI10"))
    assert [span.text for span in line.spans if span.unread] == ["x=2y"]


def test_a_doubt_on_one_baseline_is_text():
    line = read(("so ", "Times"), ("Ĳ", "CMMI10"), (" is", "Times"))
    assert "".join(span.text for span in line.spans) == "so Ĳ is"
    assert not any(span.unread or span.latex for span in line.spans)


def test_a_line_without_formulas_is_left_alone():
    line, glyphs = line_of(("10", "Times"), ("6", "Times", 7), (" m", "Times"))
    assert mark_formulas(line, glyphs, [], []) is line


@pytest.mark.parametrize(
    ("signs", "flat"),
    [
        ([glyph("x"), glyph("y", 20)], True),
        ([glyph("x"), glyph("2", 10, -7, size=14)], False),
        ([glyph("x"), glyph("y", 20, 5)], False),
        ([glyph("√")], False),
    ],
)
def test_what_plain_text_says_is_flat(signs, flat):
    assert is_flat(signs) == flat
