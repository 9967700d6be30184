import pytest

from tests.stages.stem.functions.plots import plot
from vlcorpus.schemas.scenes.scene import Role, Unfit
from vlcorpus.stages.stem.functions.draw import things
from vlcorpus.stages.stem.functions.plot import Region


def drawn(made):
    return {thing.name: thing for thing in things(made)}


def test_everything_is_drawn_with_its_name():
    found = drawn(plot(("linear", 1, 0), points={"A": (2, 4)}))
    assert {"grid", "x-axis", "y-axis", "graph f", "point A"} <= set(found)
    assert [tag.text for tag in found["graph f"].tags] == ["f"]


@pytest.mark.parametrize(("boundary", "role"), [("included", Role.LINE), ("excluded", Role.DASHED)])
def test_a_boundary_that_is_excluded_is_dashed(boundary, role):
    made = plot(("linear", 1, 0))
    made.regions["R"] = Region("f", "above", boundary)
    assert drawn(made)["graph f"].shapes[0].role == role


def test_a_region_lies_on_its_side_and_so_does_its_name():
    made = plot(("linear", 1, 0))
    made.regions["R"] = Region("f", "below", "included")
    region = drawn(made)["region R"]
    assert all(y <= x + 0.01 for x, y in region.shapes[0].path.points())
    x, y = region.tags[0].at
    assert y < x - 0.5


def test_numbers_of_crossing_axes_keep_off_what_is_drawn():
    made = plot(("linear", 0, "-1/2"))
    made.random.seed(1)  # the axes cross
    with pytest.raises(Unfit, match="few numbers"):
        things(made)
