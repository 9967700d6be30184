from random import Random

import pytest

from vlcorpus.stages.stem.apparatus import straight
from vlcorpus.stages.stem.apparatus.part import box_of

MAKES = [straight.cylinder, straight.burette, straight.syringe, straight.thermometer, straight.spring_balance]


@pytest.mark.parametrize("make", MAKES, ids=lambda make: make.__name__)
def test_what_is_shown_stands_at_its_line(make):
    """Some edge of what is drawn is at the height of the reading."""
    for seed in range(15):
        one = make(Random(seed))
        height = float(one.mark(one.reading)[1])
        edges = [y for shape in one.shapes if len(shape.path.commands) < 20 for _, y in shape.path.points()]
        assert min(abs(y - height) for y in edges) < 1e-6


@pytest.mark.parametrize("make", MAKES, ids=lambda make: make.__name__)
def test_the_truth_tells_the_scale(make):
    one = make(Random(1))
    assert one.reading in one.scale.lines
    assert one.truth()["scale"]["written"] == [
        tag.text.replace("−", "-") for tag in one.tags[: len(one.scale.written)]
    ]


def test_burettes_and_spring_balances_are_numbered_from_the_top():
    for make in (straight.burette, straight.spring_balance):
        low, high = make(Random(0)).ends
        assert low[1] > high[1]


def test_an_instrument_at_another_time_has_the_same_scale():
    before = straight.cylinder(Random(0), share=(0.2, 0.4))
    after = straight.cylinder(Random(1), before, (0.6, 0.9))
    assert after.scale == before.scale
    assert after.reading > before.reading


def test_a_manometer_shows_the_difference_of_its_levels():
    for seed in range(10):
        one = straight.manometer(Random(seed))
        levels = [float(one.shows["level", side]) for side in ("left", "right")]
        tops = [box_of(shape.path)[3] for shape in one.shapes[:2]]
        assert float(one.reading) == pytest.approx(abs(levels[0] - levels[1]))
        assert (tops[0] > tops[1]) == (one.shows["higher",] == "left")
