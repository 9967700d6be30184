from fractions import Fraction

import pytest

from tests.stages.stem.mechanics.parts import drawn, parts, value
from vlcorpus.stages.stem.mechanics.tackle import tackle

PARTS = parts(tackle, 100)


@pytest.mark.parametrize("n", range(1, 7))
def test_so_many_strands_are_drawn_to_what_is_lifted(n):
    """Counted between the pulleys, without the free end."""
    found = [part for part in PARTS if part.truth["strands"] == n]
    assert found
    for part in found:
        rope = [shape for shape in drawn(part)["rope tackle"].shapes if len(shape.path.commands) == 2]
        upright = {
            start[0]
            for start, end in (tuple(shape.path.points()) for shape in rope)
            if min(start[1], end[1]) < -3 < max(start[1], end[1])
        }
        assert len(upright) == n
        assert len([name for name in drawn(part) if name.startswith("movable")]) == n // 2


def test_strands_share_the_load():
    for part in PARTS:
        if part.masses:
            weight = 10 * part.masses[part.truth["load"]]
            assert Fraction(value(part, "pull", "tackle")) == Fraction(weight, part.truth["strands"])


def test_the_arrow_points_where_it_is_told_to():
    for part in PARTS:
        name, way = part.truth["pull"]
        start, tip = drawn(part)[f"arrow {name}"].shapes[0].path.points()
        assert (tip[1] < start[1]) == (way == "down")
        assert value(part, "direction", name) == way
