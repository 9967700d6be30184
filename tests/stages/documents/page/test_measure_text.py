"""What a text layer says of itself: characters without meaning, words that are none, hidden text."""

import pytest

from vlcorpus.schemas.documents.document import Span, TextLine
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.stages.documents.page.measure_text import count_garbled, is_odd_word, measure_text

BOX = BoxPx(0, 0, 100, 10)
SPAN = Span(text="", box=BOX, size_px=10.0, font="Helvetica")


def line(text: str, **changes) -> TextLine:
    return TextLine(box=BOX, spans=(SPAN._replace(text=text, **changes),), turn=0, slanted=False)


def measured(*lines: TextLine, images=(), n_drawings: int = 0):
    return measure_text(lines, list(images), n_drawings, 100, 100)


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("plain text", 0),
        ("(cid:7) a", 7),
        ("a\ufffdb", 1),
        ("\ue001\ue002", 2),  # private
        ("a\u0001", 1),  # control
        ("é\tü\n", 0),
        ("ااأل", 3),  # an article whose ligature was taken apart
        ("الأ", 0),
    ],
)
def test_characters_without_meaning_are_counted(text, n):
    assert count_garbled(text) == n


@pytest.mark.parametrize(
    ("word", "odd"),
    [
        ("river", False),
        ("a+b=c", False),
        ("@#$%a", True),
        ("----", False),
        ("рiver", True),  # its first letter is Cyrillic
        ("река", False),
        ("naïve", False),
        ("中文abc", False),
    ],
)
def test_what_is_no_word(word, odd):
    assert is_odd_word(word) is odd


def test_characters_are_counted_without_spaces_and_apart_where_they_leave_no_ink():
    found = measured(line("two words"), line("hidden", visible=False))
    assert (found.n_chars, found.n_invisible_chars) == (8, 6)


def test_fractions_are_of_the_visible_characters():
    found = measured(line("ab(cid:1)", visible=False), line("\ufffdabc"), line("xyzw", font="CMMI10"))
    assert (found.garbled_fraction, found.math_fraction) == (1 / 8, 4 / 8)


def test_a_bullet_in_a_font_of_signs_needs_no_meaning():
    assert measured(line("\uf0b7", font="Wingdings")).garbled_fraction == 0
    assert measured(line("\uf0b7")).garbled_fraction == 1


def test_odd_words_are_a_share_of_the_long_ones():
    assert measured(line("a b c @#$% river")).odd_word_fraction == 1 / 2
    assert measured(line("a b c")).odd_word_fraction == 0


def test_areas_are_of_the_page_and_no_more_than_all_of_it():
    found = measured(line("a"), line("b"), images=[BoxPx(0, 0, 50, 50)], n_drawings=3)
    assert (found.text_area_fraction, found.image_area_fraction, found.n_drawings) == (0.2, 0.25, 3)
    assert measured(images=[BoxPx(0, 0, 100, 100)] * 2).image_area_fraction == 1


def test_an_empty_page_has_no_fractions():
    found = measured()
    assert (found.n_chars, found.garbled_fraction, found.odd_word_fraction, found.math_fraction) == (
        0,
        0,
        0,
        0,
    )
