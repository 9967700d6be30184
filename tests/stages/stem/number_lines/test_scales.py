from random import Random

import pytest

from vlcorpus.stages.stem.number_lines.scales import SCALES, draw_line


def test_all_scales_are_drawn_and_tell_what_a_tick_is():
    names = set()
    for seed in range(300):
        made = draw_line(Random(f"scales {seed}"))
        names.update(made.steps)
        assert len(made.labels) >= 3
        assert set(made.labels) <= set(made.ticks)
        assert all(made.can_write(tick) for tick in made.ticks)
    assert names == set(SCALES)


@pytest.mark.parametrize("name", SCALES)
def test_a_label_is_on_each_so_many_ticks(name):
    _, step, apart = SCALES[name]
    assert step > 0
    assert min(apart) >= 1
