from random import Random

import pytest

from tests.stages.stem.number_lines.lines import line
from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.number_lines.additions import ADDITIONS
from vlcorpus.stages.stem.number_lines.intervals import overlap


def added(name):
    """Return what some draws make of a line."""
    found = []
    for seed in range(40):
        made = line()
        made.random = Random(f"{name} {seed}")
        try:
            ADDITIONS[name](made)
        except Unfit:
            continue
        found.append(made)
    return found


@pytest.mark.parametrize("name", [name for name in ADDITIONS if name != "point_between_ticks"])
def test_an_addition_marks_something_that_varies(name):
    looks = {repr((m.points, m.blanks, m.intervals, m.jumps)) for m in added(name)}
    assert len(looks) > 3


def test_a_line_of_integers_has_no_points_between_its_ticks():
    assert not added("point_between_ticks")


def test_marks_are_what_their_names_promise():
    for made in added("opposite_points"):
        assert sum(made.points.values()) == 0
    for made in added("point_halfway"):
        a, b, c = sorted(made.points.values())
        assert b - a == c - b
    for made in added("separate_intervals"):
        assert overlap(*made.intervals.values()) is None
    for made in added("overlapping_intervals"):
        assert overlap(*made.intervals.values()) is not None


@pytest.mark.parametrize("name", [name for name in ADDITIONS if "jump" in name])
def test_each_jump_begins_where_the_one_before_it_ended(name):
    for made in added(name):
        places = [made.jumps[0][0], *(end for _, end in made.jumps)]
        assert [start for start, _ in made.jumps] == places[:-1]
        assert len(set(places)) == len(places)
        assert all(made.holds(place) for place in places)
