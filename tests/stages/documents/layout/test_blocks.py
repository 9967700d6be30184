"""Lines of a column become paragraphs, headings, lists, captions and code."""

import pytest

from tests.stages.documents.tables.drawing import SIZE, line
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.schemas.page import BlockKind
from vlcorpus.stages.documents.layout.blocks import confirm_captions, join_pieces, lay_blocks
from vlcorpus.stages.documents.layout.laid_block import LaidBlock
from vlcorpus.stages.documents.page.lines import Line

FULL = "words that fill the whole line of a column up to"
STEP = 18.0


def column(*texts: str, x: float = 100, top: float = 100, **changes) -> list[Line]:
    """Return lines set close, of a column as wide as FULL."""
    made = [line(x, top + STEP * i, text) for i, text in enumerate(texts)]
    for one in made:
        for name, value in changes.items():
            setattr(one, name, value)
    return made


def image(y: float) -> LaidBlock:
    return LaidBlock(BlockKind.IMAGE, 100, y, 500, y + 100, BoxPx(100, y, 500, y + 100))


def laid(*lines) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in lay_blocks(list(lines), SIZE)]


def test_lines_set_close_are_one_paragraph():
    assert laid(*column(FULL, "the edge.")) == [("text", f"{FULL} the edge.")]


@pytest.mark.parametrize(("white", "n"), [(0.3, 1), (0.5, 2)])
def test_more_white_than_usual_ends_a_paragraph(white, n):
    below = column(FULL.capitalize(), top=100 + STEP + 18 + white * SIZE)
    above = column(FULL, FULL[:-3] + "ok.")
    assert len(laid(*above, *below)) == n


def test_a_short_last_line_before_a_capital_ends_a_paragraph():
    assert laid(*column(FULL, "the end.", "Another begins here and goes on")) == [
        ("text", f"{FULL} the end."),
        ("text", "Another begins here and goes on"),
    ]


def test_pairs_of_a_label_and_a_value_keep_their_lines():
    assert laid(*column("Invoice no.: 4711", "Date: 18 April 2014", "Order: 12")) == [
        ("text", "Invoice no.: 4711\nDate: 18 April 2014\nOrder: 12")
    ]
    prose = column("Note: " + FULL, "the edge of the river.")
    assert laid(*prose) == [("text", f"Note: {FULL} the edge of the river.")]


def test_a_number_alone_goes_on_with_no_sentence_that_has_ended():
    assert laid(*column(FULL, "the edge.", "37")) == [("text", f"{FULL} the edge."), ("text", "37")]
    assert laid(*column(FULL, "37")) == [("text", f"{FULL} 37")]


def test_an_indented_line_begins_a_paragraph():
    lines = column(FULL, FULL, FULL)
    indented = line(130, 100 + STEP * 3, FULL)
    assert len(laid(*lines, indented)) == 2


def test_another_size_is_another_block():
    assert len(laid(*column(FULL), *column("small print", top=118, size=SIZE * 0.8))) == 2


def test_items_that_follow_each_other_are_one_list():
    items = column("• a river", "• a bridge", "• a train")
    assert laid(*items) == [("list", "• a river\n• a bridge\n• a train")]


def test_bullets_and_numbers_are_two_lists():
    assert [kind for kind, _ in laid(*column("• a river", "• a bridge", "1. a train", "2. a car"))] == [
        "list",
        "list",
    ]


def test_lines_in_one_fixed_width_are_code_with_its_indentation():
    code = [*column("if x:", mono=True), *column("return", x=140, top=118, mono=True)]
    assert laid(*code) == [("code", "if x:\n    return")]


def test_a_figure_stays_in_its_place_between_paragraphs():
    kinds = [kind for kind, _ in laid(*column("Above it."), image(130), *column("Below it.", top=250))]
    assert kinds == ["text", "image", "text"]


def test_pieces_of_a_line_are_joined_from_left_to_right():
    (joined,) = join_pieces([line(300, 100, "right"), line(100, 101, "left")])
    assert joined.text == "left right"
    assert joined.row  # far apart: a row of cells


def test_pieces_that_overlap_are_two_lines():
    assert len(join_pieces([line(100, 100, "one"), line(110, 104, "two")])) == 2


@pytest.mark.parametrize(
    ("text", "gap", "kind"),
    [
        ("Figure 3: A river.", 500, BlockKind.CAPTION),  # its sign makes it one anywhere
        ("Figure 3 A river.", 2.9 * SIZE, BlockKind.CAPTION),
        ("Figure 3 A river.", 3.1 * SIZE, BlockKind.TEXT),
    ],
)
def test_a_caption_without_a_sign_needs_a_figure_near_it(text, gap, kind):
    caption = LaidBlock.of(BlockKind.CAPTION, column(text, top=200 + gap), text)
    confirm_captions([image(100), caption], SIZE)
    assert caption.kind is kind


@pytest.mark.parametrize(("gap", "kind"), [(SIZE, BlockKind.CAPTION), (5 * SIZE, BlockKind.TEXT)])
def test_a_few_words_in_italics_at_a_figure_are_its_caption(gap, kind):
    slanted = LaidBlock.of(BlockKind.TEXT, column("A river in May", top=200 + gap, italic=True), "A river")
    confirm_captions([image(100), slanted], SIZE)
    assert slanted.kind is kind


def test_nested_bullets_are_a_list_of_their_own():
    outer, inner = column("1. First", x=100), column("• one", "• two", x=130, top=100 + STEP)
    assert laid(*outer, *inner, *column("2. Second", top=100 + 3 * STEP)) == [
        ("list", "1. First"),
        ("list", "• one\n• two"),
        ("list", "2. Second"),
    ]


def test_lines_with_stars_are_items_and_one_alone_is_a_remark():
    assert laid(*column("* Prices of May", "* Without tax")) == [("list", "* Prices of May\n* Without tax")]
    assert laid(*column("* Prices of May")) == [("text", "* Prices of May")]
