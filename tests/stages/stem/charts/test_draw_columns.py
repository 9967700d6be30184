import pytest

from tests.stages.stem.charts.charts import SIZE, histogram, lone, several
from vlcorpus.stages.stem.charts.draw_columns import draw_columns


def bar(chart, name):
    (found,) = (thing for thing in draw_columns(chart, SIZE).things if thing.name == name)
    xs, ys = zip(*found.shapes[0].path.points(), strict=True)
    return (min(xs), min(ys), max(xs), max(ys)), found


def test_bars_begin_at_the_axis_and_are_as_high_as_their_value():
    (left, low, right, high), _ = bar(lone(5, 10), "value B")
    assert (low, high) == pytest.approx((0, SIZE[1]))
    assert right - left == pytest.approx(0.6 * SIZE[0] / 2.5)


def test_lying_bars_grow_to_the_right_and_the_first_is_on_top():
    (left, low, right, _), _ = bar(lone(5, 10, kind="horizontal bar"), "value A")
    assert (left, right) == pytest.approx((0, SIZE[0] / 2))
    assert low > SIZE[1] / 2


def test_parts_of_a_stack_stand_on_each_other():
    chart = several("stacked bar", x=(2, 1), y=(3, 4))
    assert bar(chart, "value x, A")[0][3] == pytest.approx(bar(chart, "value y, A")[0][1])


def test_bins_touch_each_other():
    chart = histogram(1, 4)
    assert bar(chart, "value 0-10")[0][2] == pytest.approx(bar(chart, "value 10-20")[0][0])


def test_written_values_stand_at_the_ends():
    _, thing = bar(lone(5, 10, labelled=True), "value A")
    assert [(tag.text, tag.side) for tag in thing.tags] == [("5", (0, 1))]
    assert not bar(lone(5, 10), "value A")[1].tags
