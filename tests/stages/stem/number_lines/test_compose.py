from random import Random

import pytest

from tests.stages.stem.number_lines.lines import line
from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.number_lines.additions import ADDITIONS
from vlcorpus.stages.stem.number_lines.compose import check, compose
from vlcorpus.stages.stem.number_lines.scales import SCALES


def test_a_line_has_a_scale_and_something_on_it():
    steps = set()
    for seed in range(150):
        made = compose(Random(f"lines {seed}"))
        assert made.steps[0] in SCALES
        assert 1 <= len(made.steps[1:]) <= 3
        steps.update(made.steps[1:])
    assert steps == set(ADDITIONS)


@pytest.mark.parametrize(
    ("made", "why"),
    [
        (line(jumps=[(0, 2)], intervals=["[0, 2]"]), "for themselves"),
        (line(every=20), "few labels"),
        (line(points={"A": 1, "B": "3/2"}), "near each other"),
    ],
)
def test_what_is_not_clear_is_unfit(made, why):
    with pytest.raises(Unfit, match=why):
        check(made)


def test_points_on_the_line_and_intervals_on_it_hide_each_other():
    made = line(points={"A": 5}, intervals=["[0, 2]"])
    check(made)
    made.intervals = {"S": line(intervals=["[0, 2]"]).intervals["S"]}
    object.__setattr__(made.intervals["S"], "level", 0)
    with pytest.raises(Unfit, match="on the interval"):
        check(made)
