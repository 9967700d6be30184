"""Marks within text are well-formed, and taken out again."""

import pytest

from vlcorpus.schemas.inline import Inline, blank_formulas, check_marks, has_marks, marked, parts_of, unmarked

ALPHA = marked(Inline.FORMULA, r"\alpha")
SQUARE = "m" + marked(Inline.SUPERSCRIPT, "2")


def test_parts_are_told_from_plain_text():
    text = f"{SQUARE} of {ALPHA}"
    assert list(parts_of(text)) == [
        (None, "m"),
        (Inline.SUPERSCRIPT, "2"),
        (None, " of "),
        (Inline.FORMULA, r"\alpha"),
    ]
    assert unmarked(text) == r"m2 of \alpha"


def test_plain_text_is_one_part():
    assert list(parts_of("a $5 <sup>")) == [(None, "a $5 <sup>")]
    assert not has_marks("naïve")
    assert has_marks(SQUARE)


def test_formulas_are_hidden_from_rules_about_text_and_nothing_moves():
    text = SQUARE + marked(Inline.FORMULA, "a*b")
    hidden = blank_formulas(text)
    assert len(hidden) == len(text)
    assert hidden.startswith(SQUARE)
    assert "*" not in hidden


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Inline.SUPERSCRIPT, ""),
        (Inline.SUPERSCRIPT, " 2"),
        (Inline.SUBSCRIPT, "i\nj"),
        (Inline.SUBSCRIPT, SQUARE),
        (Inline.FORMULA, "a $ b"),
        (Inline.FORMULA, "a & b"),
        (Inline.FORMULA, r"a \\ b"),
    ],
)
def test_what_no_format_could_write_is_no_part(kind, text):
    with pytest.raises(ValueError, match=r"."):
        marked(kind, text)


@pytest.mark.parametrize("text", [SQUARE[:-1], SQUARE[2:], SQUARE[::-1]])
def test_a_mark_alone_is_refused(text):
    with pytest.raises(ValueError, match="a mark that opens or ends nothing"):
        check_marks(text)
