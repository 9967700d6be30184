"""A cell reaches over the rows beside which it stands centred, if nothing parts them."""

from tests.stages.documents.tables.drawing import across, line, lines, spans
from tests.stages.documents.tables.test_structure import grid

RULES = [across(y, 100, 460) for y in (90, 122, 170, 218)]  # around the head, and around each pair of rows


def pairs(key_y):
    """Return a head and two pairs of rows, with a key of each pair at `key_y` px below its first row."""
    head = lines({100: "Key", 200: "Kind", 300: "One", 400: "Two"}, top=98)
    rows = []
    for top, key in ((126, "6"), (174, "4")):
        rows += lines({200: "html", 300: "1.5", 400: "2.5"}, {200: "otsl", 300: "3.5", 400: "4.5"}, top=top)
        rows.append(line(100, top + key_y, key))
    return [*head, *rows]


def test_a_text_between_two_rows_is_a_cell_of_both():
    assert spans(grid(pairs(12), *RULES)) == {"6": (2, 1), "4": (2, 1)}


def test_a_text_in_line_with_a_row_is_a_cell_of_that_row():
    assert spans(grid(pairs(0), *RULES)) == {}


def test_two_texts_of_the_column_are_two_cells():
    found = pairs(0)
    assert spans(grid([*found, line(100, 150, "5")], *RULES)) == {}
