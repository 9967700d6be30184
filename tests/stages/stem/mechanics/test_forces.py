import math
from fractions import Fraction

from tests.stages.stem.mechanics.parts import parts, value
from vlcorpus.stages.stem.mechanics.forces import forces, row


def net(part):
    pulls = part.truth["pulls"].values()
    by_way = {
        way: sum(int(force) for one, force in pulls if one == way) for way in ("left", "right", "up", "down")
    }
    return by_way["right"] - by_way["left"], by_way["up"] - by_way["down"]


def test_each_rope_of_a_row_moves_what_it_pulls():
    for part in parts(row):
        blocks, pull = part.truth["blocks"], net(part)[0]
        whole = sum(part.masses.values())
        assert Fraction(value(part, "acceleration", "row")) == Fraction(abs(pull), whole)
        left = sum(int(force) for way, force in part.truth["pulls"].values() if way == "left")
        for n, name in enumerate(part.truth["ropes"], start=1):
            behind = sum(part.masses[block] for block in blocks[:n])
            tension = Fraction(value(part, "tension", name))
            assert tension > 0
            assert tension - left == behind * Fraction(pull, whole)


def test_all_forces_on_a_block_are_added():
    met = set()
    for part in parts(forces, 150):
        x, y = net(part)
        balanced = value(part, "balanced", "forces")
        met.add(balanced)
        assert balanced == ("yes" if x == y == 0 else "no")
        if (claimed := value(part, "net_force", "forces")) is not None:
            assert math.hypot(x, y) == int(claimed)
        if x and y:
            assert value(part, "net_direction", "forces") is None
    assert met == {"yes", "no"}
