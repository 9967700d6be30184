from fractions import Fraction
from random import Random

import pytest

from vlcorpus.stages.stem.apparatus import lying
from vlcorpus.stages.stem.apparatus.part import box_of


def test_a_bar_lies_between_two_lines_of_its_ruler():
    for seed in range(20):
        one = lying.ruler(Random(seed))
        first, last = map(Fraction, one.told["object"])
        left, _, right, _ = box_of(one.shapes[1].path)
        assert {first, last} <= set(one.scale.lines)
        assert one.reading == last - first > 0
        assert (left, right) == pytest.approx((float(one.mark(first)[0]), float(one.mark(last)[0])))


def test_one_line_of_a_vernier_meets_one_of_the_main_scale():
    for seed in range(20):
        one = lying.vernier_caliper(Random(seed))
        upper, lower = (
            [points[0][0] for letter, points in shape.path.commands if letter == "M"]
            for shape in one.shapes[2:]
        )
        meets = [n for n, x in enumerate(lower) if min(abs(x - other) for other in upper) < 0.1]
        k = int(one.told["vernier"])
        assert meets == ([0, 10] if k == 0 else [k])
        assert one.reading == int(one.told["main"]) + Fraction(k, 10)


def test_a_micrometer_shows_what_its_parts_show():
    for seed in range(20):
        one = lying.micrometer(Random(seed))
        assert one.reading == Fraction(one.told["sleeve"]) + Fraction(int(one.told["thimble"]), 100)
        edge = box_of(one.shapes[0].path)[2]
        halves = [points[0][0] for letter, points in one.shapes[2].path.commands if letter == "M"]
        assert max(halves) < edge
        assert len(halves) == 2 * Fraction(one.told["sleeve"]) + 1


def test_riders_stand_at_what_is_summed():
    for seed in range(10):
        one = lying.triple_beam(Random(seed))
        assert one.reading == sum(map(Fraction, one.told["riders"].values()))
