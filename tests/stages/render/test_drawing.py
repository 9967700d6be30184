import pytest

from tests.stages.render.drawings import drawing, label, square
from vlcorpus.stages.render.drawing import seen_from


def test_labels_can_be_left_out_and_objects_drawn_alone():
    whole = drawing(square(1, 0, 0, 5), square(2, 0, 0, 5), label(3, "A", (5, 5)))
    assert [item.object for item in whole.without_labels().items] == [1, 2]
    assert [item.object for item in whole.of([2, 3]).items] == [2, 3]


@pytest.mark.parametrize(
    ("view", "point", "seen"),
    [
        (None, (3, 4), (3, 4)),
        ((1, 0, 10, 0, 1, -2, 0, 0, 1), (3, 4), (13, 2)),
        ((2, 0, 0, 0, 2, 0, 0, 0, 2), (3, 4), (3, 4)),
        ((1, 0, 0, 0, 1, 0, 0, 0.25, 1), (4, 4), (2, 2)),
    ],
)
def test_a_point_is_seen_through_the_view(view, point, seen):
    assert seen_from(view, point) == pytest.approx(seen)
