"""Lines are joined to paragraphs, and a turned page is read upright."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.filters.documents.test_page import page
from vlcorpus.schemas.documents.document import Span, TextLine
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.stages.documents.page.lines import (
    CAPTION,
    Frame,
    body_size,
    is_item,
    is_right_to_left,
    join_texts,
    page_lines,
    text_width,
)

SPAN = Span(text="", box=BoxPx(0, 0, 50, 10), size_px=10.0, font="Helvetica")


def line(*spans: Span, turn: int = 0, slanted: bool = False, y: float = 0) -> TextLine:
    return TextLine(box=BoxPx(0, y, 50, y + 10), spans=spans, turn=turn, slanted=slanted)


def words(text: str, **changes) -> Span:
    return SPAN._replace(text=text, **changes)


def read(*lines: TextLine):
    return page_lines(replace(page(), lines=list(lines)))


@pytest.mark.parametrize(
    ("texts", "joined"),
    [
        (["the water", "rose"], "the water rose"),
        (["over-", "flowed"], "overflowed"),
        (["over\u00ad", "flowed"], "overflowed"),
        (["FAA-", "approved"], "FAA-approved"),
        (["self-", "made"], "self-made"),
        (["2018–", "23"], "2018–23"),
        (["https://", "example.org"], "https://example.org"),
        (["Anglo-", "Saxon"], "Anglo-Saxon"),
        (["水在夜里", "涨了"], "水在夜里涨了"),
        (["水 IMF", "涨"], "水 IMF 涨"),
        (["a  b", "c"], "a b c"),
        ([], ""),
    ],
)
def test_lines_of_a_paragraph_are_joined(texts, joined):
    assert join_texts(texts) == joined


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("from e-", "commerce", "from e-commerce"),
        ("or n-", "tridecanal", "or n-tridecanal"),
        ("state-of-", "the-art", "state-of-the-art"),
        ("a mixture-", "of-experts", "a mixture-of-experts"),
        ("the anti-", "inflammatory", "the anti-inflammatory"),
        ("a first-", "professional", "a first-professional"),
        ("the mea-", "surements", "the measurements"),
        ("an ele-", "ment", "an element"),
        ("the in-", "formation", "the information"),
    ],
)
def test_a_compound_keeps_its_hyphen_at_a_lines_end(before, after, joined):
    assert join_texts([before, after]) == joined


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("• a river", True),
        ("- river", True),
        ("– ab", True),
        ("1. a river", True),
        ("(iv) a river", True),
        ("[12] a river", True),
        ("-5 degrees", False),
        ("1986 was dry", False),
        ("a river", False),
    ],
)
def test_what_opens_an_item(text, item):
    assert is_item(text) is item


@pytest.mark.parametrize(
    ("text", "caption"),
    [
        ("Figure 3: A river", True),
        ("Table 2.1 Rivers", True),
        ("图4：河流", True),
        ("Figure: rivers", True),
        ("Figure out the rest", False),
        ("Tables 3", False),
    ],
)
def test_what_opens_a_caption(text, caption):
    assert (CAPTION.match(text) is not None) is caption


@pytest.mark.parametrize(
    ("text", "rtl"),
    [
        ("river", False),
        ("نهر", True),
        ("נהר river x", False),
        ("12 345", False),
        ("نهر ab", True),
    ],
)
def test_right_to_left_is_told_by_most_letters(text, rtl):
    assert is_right_to_left(text) is rtl


@given(
    st.integers(0, 3),
    st.booleans(),
    st.tuples(*[st.integers(0, 100)] * 4),
)
def test_a_box_that_was_turned_comes_back(turn, mirrored, sides):
    x, y, w, h = sides
    box = BoxPx(x, y, x + w, y + h)
    frame = Frame(turn, mirrored, 800, 600)
    assert frame.back(BoxPx(*frame.of(box))) == box


def test_most_characters_say_which_way_the_page_is_turned():
    lines, frame = read(line(words("down the page"), turn=1), line(words("up"), turn=0, y=30))
    assert (frame.turn, frame.width, frame.height) == (1, 64, 64)
    assert [one.upright for one in lines] == [True, False]


def test_slanted_and_invisible_text_is_no_line():
    lines, _ = read(
        line(words("DRAFT"), slanted=True), line(words("hidden", visible=False)), line(words(" "))
    )
    assert lines == []


def test_hidden_lines_neither_turn_the_page_nor_mirror_it():
    hidden = line(words("מים" * 9, visible=False), turn=1)
    (found,), frame = read(line(words("river")), hidden)
    assert (found.text, frame.turn, frame.mirrored) == ("river", 0, False)


def test_a_line_that_is_printed_twice_to_make_it_bold_is_one():
    lines, _ = read(line(words("river")), line(words("river"), y=1), line(words("river"), y=40))
    assert len(lines) == 2


@pytest.mark.parametrize(("gap", "text"), [(1.5, "ab"), (1.6, "a b")])
def test_both_sides_of_the_gap_that_is_a_space(gap, text):
    first, second = words("a", box=BoxPx(0, 0, 5, 10)), words("b", box=BoxPx(5 + gap, 0, 10 + gap, 10))
    ((found,), _) = read(line(first, second))
    assert found.text == text


@pytest.mark.parametrize(("n_small", "size"), [(15, 10.0), (16, 8.0)])
def test_the_size_of_a_line_is_the_largest_of_a_fifth_of_it(n_small, size):
    ((found,), _) = read(line(words("R", size_px=12.0), words("IVER"), words("x" * n_small, size_px=8.0)))
    assert found.size == size


def test_a_sign_before_an_item_is_a_bullet():
    ((found,), _) = read(line(words("\uf0b7", font="Wingdings"), words("a river")))
    assert found.text == "• a river"


def test_code_keeps_its_indentation():
    ((found,), _) = read(line(words("  if x:  ", mono=True)))
    assert (found.text, found.mono) == ("  if x:", True)


def test_the_size_of_the_body_is_that_of_most_characters():
    lines, _ = read(
        line(words("Heading", size_px=20.0)),
        line(words("a long line of the body"), y=30),
        line(words("another that was scaled", size_px=10.3), y=60),
    )
    assert body_size(lines) in (10.0, 10.3)
    assert body_size([]) == 1.0


def test_a_chinese_character_is_as_wide_as_two():
    assert (text_width("river"), text_width("河流 a")) == (5, 6)
