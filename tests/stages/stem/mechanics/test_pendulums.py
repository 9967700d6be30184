from fractions import Fraction

from tests.stages.stem.mechanics.parts import parts, value
from vlcorpus.stages.stem.mechanics.pendulums import pendulums


def test_the_longest_swings_slowest():
    for part in parts(pendulums):
        bobs = {name: Fraction(length) for name, length in part.truth["bobs"].items()}
        assert value(part, "longest_period", "pendulums") == max(bobs, key=bobs.get)
        assert {name: -y for name, (_, y) in part.at.items()} == bobs
