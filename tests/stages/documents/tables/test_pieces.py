"""Lines are cut where cells stand side by side in them, and joined where a file holds word by word."""

import pytest

from tests.stages.documents.tables.drawing import line, lines, text_line
from vlcorpus.stages.documents.page.lines import Line
from vlcorpus.stages.documents.tables.pieces import (
    TablePiece,
    baselines,
    cell_text,
    is_numeric,
    pieces_of,
    words_of,
)


@pytest.mark.parametrize(
    "text",
    ["12", "1,234.5", "-3", "−0.5", "+260", "$9,594", "12%", "(1.2)", "*–0.5", "2018–19", "–", "n/a", "NA",
     "(X)", "***", "10,000 (1)", "3 ± 1", "< 0.01"],
)  # fmt: skip
def test_numbers_and_what_stands_for_one(text):
    assert is_numeric(text)


@pytest.mark.parametrize("text", ["", "Total", "12 apples", "r0c1", "1" * 25])
def test_what_is_no_number(text):
    assert not is_numeric(text)


def made(text, raw=None):
    made = line(100, 100, text)
    return [piece.text for piece in pieces_of([made], [raw] if raw else ())]


def test_a_line_is_one_piece():
    assert made("two words") == ["two words"]


def test_numbers_on_one_line_are_cells():
    assert made("0.06 N/A 0.15") == ["0.06", "N/A", "0.15"]


@pytest.mark.parametrize("text", ["12 345 678", "5 (12)", "3 ± 1", "12 apples"])
def test_one_number_of_several_words_is_one_piece(text):
    assert made(text) == [text]


def raw_line(text):
    raw = text_line(100, 100, text)
    box = raw.box
    joined = " ".join(text.split())
    return Line(*box, text=joined, size=16, bold=False, italic=False, mono=False, box=box), raw


def test_wide_spaces_of_the_file_part_cells():
    found, raw = raw_line("Staff travel     94,000")
    assert [piece.text for piece in pieces_of([found], [raw])] == ["Staff travel", "94,000"]


def test_spaces_at_the_ends_of_a_line_take_no_room():
    found, raw = raw_line("94,000      ")
    (piece,) = pieces_of([found], [raw])
    assert piece.x2 - piece.x1 < 0.75 * (raw.box.x2 - raw.box.x1)


def test_words_that_the_file_holds_apart_are_joined():
    assert [
        p.text for p in pieces_of([line(100, 100, "word"), line(144, 100, "by"), line(168, 100, "word")])
    ] == ["word by word"]


def test_cells_and_numbers_side_by_side_are_not_joined():
    assert len(pieces_of([line(100, 100, "word"), line(150, 100, "cell")])) == 2
    assert len(pieces_of([line(100, 100, "12"), line(124, 100, "13")])) == 2


def test_words_have_their_places():
    (piece,) = pieces_of([line(100, 100, "nnnn oooo")])
    (first, x1, x2), (second, x3, x4) = words_of(piece)
    assert (first, second) == ("nnnn", "oooo")
    assert x1 == 100 < x2 < x3 < x4 == pytest.approx(190)


@pytest.mark.parametrize(("offset", "n"), [(5, 1), (6, 2)])
def test_pieces_of_one_height_are_a_baseline(offset, n):
    rows = baselines(pieces_of([line(300, 100, "right"), line(100, 100 + offset, "left")]))
    assert len(rows) == n
    assert n == 2 or [piece.text for piece in rows[0]] == ["left", "right"]


def test_the_text_of_a_cell_is_read_line_by_line():
    found = pieces_of(lines({100: "a broken", 300: "b"}, {100: "hy-"}, {100: "phen"}))
    assert cell_text(found) == "a broken b hyphen"
    assert isinstance(found[0], TablePiece)


def test_a_line_of_dashes_is_no_text():
    assert pieces_of([line(100, 100, "------ --------"), line(100, 120, "key")])[0].text == "key"


def test_letters_of_typewriter_type_are_equally_wide():
    raw = text_line(100, 100, "iiii  mmmm")
    raw = raw._replace(spans=(raw.spans[0]._replace(mono=True),))
    found = pieces_of([line(100, 100, "iiii  mmmm")], [raw])
    assert [(piece.x1, piece.x2) for piece in found] == [(100, 140), (160, 200)]
