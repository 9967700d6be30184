"""Lines beside a small drawn dot are items."""

import pytest

from tests.stages.documents.tables.drawing import SIZE, line
from vlcorpus.schemas.documents.document import Drawing
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.stages.documents.layout.drawn_bullets import with_bullets
from vlcorpus.stages.documents.page.lines import Frame

FRAME = Frame(0, False, 600, 800)
ITEM = line(100, 200, "water under the bridge")
MIDDLE = (ITEM.y1 + ITEM.y2) / 2


def texts(*lines, side=0.4, x=100 - 0.7 * SIZE, y=MIDDLE, stroked=False, rect=False):
    half = side * SIZE / 2
    mark = Drawing(BoxPx(x - half, y - half, x + half, y + half), stroked, rect, 0.0)
    return [line.text for line in with_bullets(list(lines or [ITEM]), [mark], [], FRAME)]


def test_a_dot_before_a_line_is_its_bullet():
    assert texts() == ["• water under the bridge"]
    assert texts(rect=True) == ["• water under the bridge"]


def test_an_item_begins_at_its_bullet():
    dot = BoxPx(85, MIDDLE - 3, 91, MIDDLE + 3)
    (item,) = with_bullets([ITEM], [], [dot], FRAME)
    assert item.x1 < 91 < ITEM.x1


def test_the_box_of_an_outlined_circle_is_larger_than_the_circle():
    assert texts(side=1.9, stroked=True) == ["• water under the bridge"]
    assert texts(side=1.9) == [ITEM.text]


def test_an_outlined_square_is_a_box_to_be_checked():
    assert texts(stroked=True, rect=True) == [ITEM.text]


@pytest.mark.parametrize(
    "changes", [{"x": 100 - 2 * SIZE}, {"x": 105}, {"y": MIDDLE + 0.5 * SIZE}, {"side": 0.1}]
)
def test_a_dot_elsewhere_is_none(changes):
    assert texts(**changes) == [ITEM.text]


@pytest.mark.parametrize("text", ["• water", "1. water", "17"])
def test_items_and_numbers_get_none(text):
    assert texts(line(100, 200, text)) == [text]
