"""Levels of a head: by the rules below headings, and by headings over several columns."""

from tests.stages.documents.tables.drawing import SIZE, pieces
from vlcorpus.stages.documents.tables.header import centre, head_slots
from vlcorpus.stages.documents.tables.rows import separators
from vlcorpus.stages.documents.tables.rules import Rule

COLUMNS = [(100, 180), (200, 280), (300, 380), (400, 480)]


def column(x):
    return max(i for i, (x1, _) in enumerate(COLUMNS) if x1 <= x)


def head(*rows, rules=()):
    """Return row, column, rowspan and colspan of each cell by its text."""
    found = pieces(*rows)
    for piece in found:
        piece.first, piece.last = column(piece.x1), column(piece.x2 - 1)
    slots = head_slots(found, separators(list(rules), COLUMNS, SIZE), COLUMNS, SIZE)
    return {
        " ".join(piece.text for piece in s.pieces): (s.row, s.col, s.rowspan, s.colspan)
        for s in slots
        if s.pieces
    }


def test_one_level():
    found = head({100: "key", 200: "one"}, {200: "below", 300: "two", 400: "three"})
    assert found["one below"] == (0, 1, 1, 1)
    assert found["key"] == (0, 0, 1, 1)


def test_a_rule_below_columns_makes_a_heading_over_them():
    found = head(
        {220: "over"}, {100: "key", 200: "one", 300: "two", 400: "last"}, rules=[Rule(120, 200, 380)]
    )
    assert found["over"] == (0, 1, 1, 2)
    assert found["one"] == (1, 1, 1, 1)
    assert found["key"] == (0, 0, 2, 1)
    assert found["last"] == (0, 3, 2, 1)


def test_two_headings_share_one_rule():
    found = head(
        {120: "left", 330: "right"}, {100: "a", 200: "b", 300: "c", 400: "d"}, rules=[Rule(120, 100, 480)]
    )
    assert found["left"][3] + found["right"][3] == 4
    assert found["right"][1] == found["left"][3]


def test_five_headings_on_a_rule_are_the_heads_of_its_columns():
    found = head({100: "a", 200: "b", 300: "c", 400: "d"}, {100: "e"}, rules=[Rule(120, 100, 480)])
    assert [found[text][3] for text in "abcd"] == [1, 1, 1, 1]


def test_a_line_over_columns_is_a_heading_without_a_rule():
    found = head({210: "over two columns"}, {100: "key", 200: "one", 300: "two"})
    assert found["over two columns"] == (0, 1, 1, 2)
    assert found["key"] == (0, 0, 2, 1)


def test_a_line_over_columns_in_the_last_level_makes_no_level():
    found = head({100: "key"}, {210: "over two columns"})
    assert found["key"][2] == 1


def test_a_heading_widens_to_what_it_is_centred_on():
    (piece,) = pieces({320: "wide"})
    piece.first, piece.last = 2, 2
    centre(piece, [], COLUMNS)
    assert (piece.first, piece.last) == (2, 2)
    (piece,) = pieces({275: "a heading"})
    piece.first, piece.last = 2, 3
    centre(piece, [], COLUMNS)
    assert (piece.first, piece.last) == (1, 3)


def test_a_heading_does_not_widen_over_another():
    piece, other = pieces({275: "a heading", 205: "bb"})
    piece, other = (piece, other) if piece.text == "a heading" else (other, piece)
    piece.first, piece.last, other.first, other.last = 2, 3, 1, 1
    centre(piece, [other], COLUMNS)
    assert (piece.first, piece.last) == (2, 3)
