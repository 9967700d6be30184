import pytest

from tests.stages.stem.charts.charts import SIZE, boxes, lone, scatter, several
from vlcorpus.stages.stem.charts.draw_marks import draw_boxes, draw_lines, draw_scatter


def named(drawn):
    return {thing.name: thing for thing in drawn.things}


def test_a_line_goes_through_its_dots():
    found = named(draw_lines(lone(5, 10, kind="line"), SIZE))
    line = list(found["line values"].shapes[0].path.points())
    assert line == [found["value A"].shapes[0].at, found["value B"].shapes[0].at]


def test_lines_have_a_legend():
    found = named(draw_lines(several("line", x=(1, 2), y=(3, 4)), SIZE))
    assert found["line x"].shapes[0].hue == found["legend x"].shapes[0].hue == "red"


def test_points_with_and_without_letters():
    found = named(draw_scatter(scatter({"A": (5, 5)}, [(10, 10)]), SIZE))
    assert found["point A"].shapes[0].at == pytest.approx((5, 4))
    assert found["dot 1"].shapes[0].at == pytest.approx(SIZE)
    assert not found["dot 1"].tags


def test_a_box_reaches_from_quartile_to_quartile():
    drawn = draw_boxes(boxes(a=(1, 2, 4, 6, 9)), SIZE)
    shapes = named(drawn)["box a"].shapes
    ys = [y for _, y in shapes[4].path.points()]
    assert (min(ys), max(ys)) == pytest.approx((drawn.at((0, 2))[1], drawn.at((0, 6))[1]))
    assert [y for _, y in shapes[5].path.points()] == pytest.approx([drawn.at((0, 4))[1]] * 2)
