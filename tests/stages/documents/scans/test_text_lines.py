import pytest

from tests.stages.ocr.scans import line
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.stages.documents.scans.text_lines import Placement, text_lines
from vlcorpus.stages.ocr.engine import OcrReading, OcrWord

SAME = Placement(1000, 500, 1000, 500, 0)


def lines(*read, place=SAME):
    return text_lines(OcrReading(read), place)


def test_lines_of_one_size_are_equally_high_whatever_their_letters():
    low, high = lines(line("sea arms", y=100), line("Sky", y=140, size=20))
    assert low.box.y2 - low.box.y1 == pytest.approx(high.box.y2 - high.box.y1)
    assert [span.text for span in low.spans] == ["sea arms"]
    assert not low.spans[0].bold


def test_a_wide_gap_starts_another_line():
    row = line("Name", x=10, y=50)
    far = row._replace(words=(*row.words, *line("Value", x=400, y=50).words), box=BoxPx(10, 50, 460, 70))
    assert [(piece.text, piece.box.x1) for piece in lines(far)] == [("Name", 10), ("Value", 400)]


def test_ideographs_are_joined_and_words_are_not():
    words = tuple(OcrWord(char, BoxPx(20 * i, 0, 20 * i + 19, 20), 0.9) for i, char in enumerate("河水A"))
    (found,) = lines(line("x")._replace(words=words))
    assert found.text == "河水 A"


def test_boxes_are_in_px_of_the_page_image():
    (found,) = lines(line("Bold", x=100, y=100), place=Placement(1000, 500, 500, 250, 0))
    assert (found.box.x1, found.box.x2) == (50, 70)
    assert found.spans[0].size_px == pytest.approx(10)


@pytest.mark.parametrize(
    ("turn", "corner"),
    [(0, (100, 50)), (1, (500 - 50, 100)), (2, (1000 - 100, 500 - 50)), (3, (50, 1000 - 100))],
)
def test_a_page_shown_turned_has_its_boxes_turned(turn, corner):
    width, height = (1000, 500) if turn % 2 == 0 else (500, 1000)
    place = Placement(1000, 500, width, height, turn)
    box = place.box(BoxPx(100, 50, 100, 50))
    assert (box.x1, box.y1) == corner
    (found,) = lines(line("Bold", x=300, y=100), place=place)
    assert found.turn == turn
    assert place.scale == 1


def test_a_slanted_baseline_is_followed():
    left, right = line("Left", x=0, y=100), line("Hill", x=800, y=116)
    slanted = left._replace(words=(*left.words, *right.words), slope=0.02)
    a, b = lines(slanted)
    assert b.box.y1 - a.box.y1 == pytest.approx(16)


def test_lines_of_two_columns_that_an_engine_joined_keep_their_heights_and_sizes():
    left, right = line("Left", x=0, y=100), line("Hill", x=800, y=106, size=30)
    joined = left._replace(words=(*left.words, *right.words), baseline_px=120)
    a, b = lines(joined)
    assert (a.spans[0].size_px, b.spans[0].size_px) == pytest.approx((20, 30))
    assert a.box.y1 == pytest.approx(100 + (0.69 - 0.75) * 20)
    assert b.box.y1 == pytest.approx(106 + (0.69 - 0.75) * 30)


def test_a_line_of_descenders_stands_where_the_engine_says():
    (found,) = lines(line("gypsy", x=0, y=100, baseline_px=115))
    assert found.box.y2 == pytest.approx(115 + 0.22 * 20)
