from fractions import Fraction

from tests.stages.stem.mechanics.parts import parts, value
from vlcorpus.stages.stem.mechanics.atwood import atwood


def test_the_heavier_side_falls_as_newton_says():
    met = set()
    for part in parts(atwood):
        left, right = (sum(part.masses[name] for name in part.truth[side]) for side in ("left", "right"))
        falls = value(part, "falls", "atwood")
        met.add(falls)
        assert falls == ("left" if left > right else "right" if right > left else "neither")
        acceleration = Fraction(value(part, "acceleration", "atwood"))
        tension = Fraction(value(part, "rope_tension", "atwood"))
        light, heavy = min(left, right), max(left, right)
        assert light * acceleration == tension - 10 * light
        assert heavy * acceleration == 10 * heavy - tension
    assert met == {"left", "right", "neither"}
