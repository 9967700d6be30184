from vlcorpus.stages.render.hues import HUES as SHADES
from vlcorpus.stages.stem.charts.kinds import HUES, scale_to


def test_a_scale_begins_at_0():
    made = scale_to("Books", 5, 6)
    assert (made.low, made.high, made.step) == (0, 30, 5)


def test_all_hues_have_shades():
    assert set(HUES) <= set(SHADES)
