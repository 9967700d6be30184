"""Notes: small print with a mark at the foot of a column."""

from tests.stages.documents.tables.drawing import SIZE, line
from vlcorpus.schemas.page import BlockKind
from vlcorpus.stages.documents.layout.footnotes import mark_footnotes
from vlcorpus.stages.documents.layout.laid_block import LaidBlock


def block(x, y, text, size=1.0, n_lines=2):
    lines = [line(x, y + 20 * i, text) for i in range(n_lines)]
    for one in lines:
        one.size = size * SIZE
    return LaidBlock.of(BlockKind.TEXT, lines, text)


def notes(*blocks):
    return [b.text for b in mark_footnotes(list(blocks), SIZE, 1000.0) if b.kind is BlockKind.FOOTNOTE]


TEXT = block(100, 200, "water under the bridge")


def test_small_print_with_a_mark_is_a_note():
    assert notes(TEXT, block(100, 800, "1 A note", 0.9)) == ["1 A note"]


def test_it_is_small_up_to_a_limit():
    assert notes(TEXT, block(100, 800, "1 A note", 0.951)) == []
    assert notes(TEXT, block(100, 800, "1. Item", 0.881)) == []
    assert notes(TEXT, block(100, 800, "1. Note", 0.88)) == ["1. Note"]


def test_nothing_but_notes_stands_below_it():
    assert notes(TEXT, block(100, 700, "1 A note", 0.9), block(100, 800, "text again")) == []


def test_a_note_without_a_mark_goes_on_from_the_page_before():
    rest = "and so the note of the page before ends"
    assert notes(TEXT, block(100, 750, rest, 0.9)) == []
    assert notes(TEXT, block(100, 750, rest, 0.9), block(100, 800, "2 A note", 0.9)) == [rest, "2 A note"]


def test_notes_are_read_after_all_columns():
    left, right = block(100, 300, "left"), block(600, 300, "right")
    laid = mark_footnotes([left, block(100, 800, "1 A note", 0.9), right], SIZE, 1000.0)
    assert [b.text for b in laid] == ["left", "right", "1 A note"]
