import numpy as np
import pytest

from tests.stages.render.drawings import RED, WHITE, drawing, label, line, square
from vlcorpus.stages.render.canvas import ink_box, middle_of, paint, paint_objects
from vlcorpus.stages.render.drawing import BACKGROUND


def test_a_square_has_its_pixels_and_no_other():
    pixels = paint(drawing(square(1, 10, 20, 30)))
    assert pixels.shape == (80, 100, 3)
    assert (pixels[20:50, 10:40] == RED).all()
    assert (pixels == WHITE).all(axis=2).sum() == 100 * 80 - 900


def test_the_map_says_who_was_painted_last():
    objects = paint_objects(drawing(square(1, 10, 20, 30), square(200, 20, 30, 30)))
    assert objects[25, 15] == 1
    assert objects[45, 35] == 200
    assert objects[5, 5] == BACKGROUND
    assert set(np.unique(objects)) == {0, 1, 200}


def test_the_map_has_no_number_that_is_no_object():
    """Edges are not smoothed: a mixture of two numbers would be a third object."""
    crossing = drawing(line(7, (5, 5), (95, 70)), line(200, (5, 70), (95, 5)), label(90, "Ag&", (50, 40)))
    assert set(np.unique(paint_objects(crossing))) == {0, 7, 90, 200}
    assert len(np.unique(paint(crossing))) > 20


def test_image_and_map_agree():
    shown = drawing(line(1, (5, 5), (95, 70), 5.0), label(2, "R", (70, 20), 30.0), square(3, 10, 40, 20))
    inked = (paint(shown).astype(int) - 255).min(axis=2) < -128
    mapped = paint_objects(shown) != BACKGROUND
    assert (inked != mapped).mean() < 0.01


@pytest.mark.parametrize("number", [0, 256, -1])
def test_a_number_that_the_map_cannot_hold_is_refused(number):
    with pytest.raises(ValueError, match="1 to 255"):
        paint_objects(drawing(square(number, 1, 1, 5)))


@pytest.mark.parametrize("turn_deg", [0.0, 90.0, 30.0])
@pytest.mark.parametrize("text", ["A", "gj", "12.5", "—"])
def test_the_box_of_a_label_is_where_its_ink_is(text, turn_deg):
    shown = label(1, text, (50, 40), 24.0, turn_deg)
    left, top, right, bottom = ink_box(shown)
    rows, columns = np.nonzero(paint(drawing(shown)).min(axis=2) < 200)
    tight = turn_deg % 90 == 0
    assert columns.min() >= left - 1
    assert rows.min() >= top - 1
    assert columns.max() <= right
    assert rows.max() <= bottom
    if tight:
        assert columns.min() <= left + 1.5
        assert columns.max() >= right - 2.5


def test_a_view_moves_image_and_map_alike():
    half = (0.5, 0, 10, 0, 0.5, 5, 0, 0, 1)
    seen = drawing(square(1, 20, 20, 40), view=half)
    assert (paint(seen)[15:35, 20:40] == RED).all()
    rows, columns = np.nonzero(paint_objects(seen))
    assert (columns.min(), columns.max() + 1, rows.min(), rows.max() + 1) == (20, 40, 15, 35)


def test_an_index_is_set_below_the_letter_that_it_follows():
    plain, indexed = (ink_box(label(1, text, (50, 40), 30.0)) for text in ("H3", "H₃"))
    assert indexed[2] - indexed[0] < plain[2] - plain[0]
    assert indexed[3] - indexed[1] > plain[3] - plain[1]


@pytest.mark.parametrize("part", ["C", "H₃"])
def test_the_middle_of_a_part_is_where_it_is_painted(part):
    shown = label(1, "CH₃", (50, 40), 30.0)
    dx, dy = middle_of(part, shown)
    alone = label(2, part, (50 + dx, 40 + dy), 30.0)
    both = paint_objects(drawing(shown))
    assert (both[paint_objects(drawing(alone)) == 2] == 1).mean() > 0.97
