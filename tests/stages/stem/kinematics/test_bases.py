from itertools import pairwise
from random import Random

import pytest

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.kinematics.bases import BASES, LAST, TOP


@pytest.mark.parametrize("name", BASES)
def test_motions_of_a_kind_vary_and_do_not_jump(name):
    quantity, build = BASES[name]
    found = []
    for seed in range(60):
        try:
            found.append(build(Random(f"{name} {seed}")))
        except Unfit:
            continue
    assert len({repr(motions) for motions in found}) > 3
    for motion in (motion for motions in found for motion in motions):
        assert motion.quantity == quantity
        assert 0 == motion.start < motion.end <= LAST
        for before, after in pairwise(motion.pieces):
            assert before.end == after.start
            assert quantity == "acceleration" or before.at(before.end) == after.at(after.start)
        assert all(abs(piece.at(time)) <= TOP for piece in motion.pieces for time in (piece.start, piece.end))


def test_bodies_begin_and_end_together():
    for name in ("two_meet", "one_overtakes", "one_waits", "chase"):
        for seed in range(60):
            try:
                one, other = BASES[name][1](Random(f"{name} {seed}"))
            except Unfit:
                continue
            assert (one.start, one.end) == (other.start, other.end)
