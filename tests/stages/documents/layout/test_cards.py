"""Texts on boxes side by side are read box by box."""

from tests.stages.documents.tables.drawing import SIZE, line
from vlcorpus.schemas.documents.document import Drawing
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.stages.documents.layout.cards import split_cards
from vlcorpus.stages.documents.page.lines import Frame

FRAME = Frame(0, False, 1000, 1000)
NAMES = ("Revenue", "Customers", "Margin")


def texts(n_rows=2, height=80, tops=(80, 80, 80)):
    """Return the texts of each card, and the lines outside of cards."""
    lines = [
        line(100 + 200 * n, 100 + 25 * row, f"{name} {row}")
        for row in range(n_rows)
        for n, name in enumerate(NAMES)
    ]
    panels = [
        Drawing(BoxPx(90 + 200 * n, top, 270 + 200 * n, top + height), False, True, 0.9)
        for n, top in enumerate(tops)
    ]
    rest, cards = split_cards(lines, [], panels, FRAME, SIZE)
    return [[block.text for block in card.inset] for card in cards], [one.text for one in rest]


def test_each_card_is_read_by_itself():
    assert texts() == ([[f"{name} 0", f"{name} 1"] for name in NAMES], [])


def test_boxes_around_one_row_are_no_cards():
    assert texts(n_rows=1)[0] == []


def test_a_box_with_none_beside_it_is_no_card():
    cards, rest = texts(tops=(80, 60, 95))
    assert cards == []
    assert len(rest) == 6


def test_a_box_out_of_which_text_reaches_is_no_card():
    long = line(100, 100, "a title that runs over all three of the boxes"), line(100, 125, "and more")
    panels = [Drawing(BoxPx(x, 80, x + 150, 160), False, True, 0.9) for x in (90, 290)]
    rest, cards = split_cards(list(long), [], panels, FRAME, SIZE)
    assert (rest, cards) == (list(long), [])
