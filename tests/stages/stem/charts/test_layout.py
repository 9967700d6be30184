from tests.stages.stem.charts.charts import SCALE, lone, several
from vlcorpus.schemas.scenes.scene import Role
from vlcorpus.stages.stem.charts.layout import category_axis, legend, legend_width, names_below, value_axis


def test_each_tick_of_a_value_axis_has_its_number():
    axis = value_axis(SCALE)
    assert [text for _, text in axis.labels] == [str(n) for n in range(11)]


def test_categories_are_at_integers():
    axis = category_axis(lone(1, 2, 3))
    assert (float(axis.low), float(axis.high)) == (-0.75, 2.75)


def test_names_share_their_room():
    tags = names_below(("A", "B"), [(0, 0), (2, 0)], 2.0, 0.5)
    assert {tag.room[0] for tag in tags} == {2.0 * 0.92}
    assert tags[1].at == (2, -0.5)


def test_a_legend_tells_each_colour_beside_the_chart():
    chart = several(x=(1, 2), y=(3, 4))
    found = legend(chart, 10.0, 8.0)
    assert [thing.shapes[0].hue for thing in found] == ["red", "blue"]
    assert all(x > 10 for thing in found for x, _ in thing.shapes[0].path.points())
    assert legend(chart, 10.0, 8.0, as_line=True)[0].shapes[0].role == Role.LINE
    assert legend_width(lone(1, 2)) == 0 < legend_width(chart)
