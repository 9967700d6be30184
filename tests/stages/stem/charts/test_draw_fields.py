import pytest

from tests.stages.stem.charts.charts import SIZE, lone, several
from vlcorpus.schemas.scenes.scene import Role
from vlcorpus.stages.stem.charts.draw_fields import draw_dot_plot, draw_heat_map, draw_pie


def named(drawn):
    return {thing.name: thing for thing in drawn.things}


def test_slices_have_their_value_outside():
    found = named(draw_pie(lone(1, 3, kind="pie", hues=("red", "blue")), SIZE))
    (tag,) = [tag for tag in found["value A"].tags if tag.text == "A: 1"]
    assert tag.side[0] > 0 < tag.side[1]
    assert found["value B"].shapes[0].hue == "blue"


def test_cells_are_the_stronger_the_larger_their_number():
    found = named(draw_heat_map(several("heat map", x=(1, 9), y=(5, 5)), SIZE))
    strengths = [found[f"value x, {c}"].shapes[0].strength for c in "AB"]
    assert strengths[0] < found["value y, A"].shapes[0].strength < strengths[1]
    assert found["value x, A"].shapes[0].role == Role.SHADE


def test_columns_have_as_many_dots_as_their_value_takes():
    drawn = draw_dot_plot(lone(4, 0, 6, kind="dot plot", key=2), SIZE)
    found = named(drawn)
    assert len(found["value C"].shapes) == 3
    assert "value B" not in found
    assert found["key"].tags[0].text == "= 2"
    assert found["value C"].shapes[-1].at == pytest.approx(drawn.at((2, 3)))
