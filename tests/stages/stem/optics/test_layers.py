from fractions import Fraction
from itertools import pairwise
from random import Random

import pytest

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.optics.layers import Layers, layers, tangent

GLASS = Layers({"A": Fraction(1), "B": Fraction(4, 3)}, {"A": Fraction(4, 5), "B": Fraction(3, 5)}, False)


def scenes():
    for seed in range(80):
        try:
            yield layers(Random(seed))
        except Unfit:
            continue


def test_a_ray_goes_on_by_its_tangents():
    assert tangent(Fraction(3, 5)) == Fraction(3, 4)
    assert GLASS.corners() == [(0, 0), (Fraction(8, 3), -2), (Fraction(25, 6), -4)]


def test_a_ray_that_is_reflected_comes_up_again():
    corners = Layers({"A": Fraction(3, 2), "B": Fraction(1)}, {"A": Fraction(4, 5)}, True).corners()
    assert corners == [(0, 0), (Fraction(8, 3), -2), (Fraction(16, 3), 0)]


def test_snells_law_holds():
    reflected = 0
    for scene in scenes():
        told = scene.truth["layers"]
        indices = {name: Fraction(index) for name, index in told["media"]}
        invariant = Fraction(told["sine"]) * next(iter(indices.values()))
        claims = {claim.operation: claim.value for claim in scene.claims}
        names = list(indices)
        entered = names[: names.index(claims["last_medium"]) + 1]
        assert all(invariant < indices[name] for name in entered)
        if claims["total_reflection"] == "yes":
            reflected += 1
            assert invariant > indices[names[len(entered)]]
            assert claims["reflected_at"] == names[len(entered) - 1] + names[len(entered)]
        else:
            assert entered == names
    assert reflected > 5


def test_bends_are_claimed_of_neighbours():
    for scene in scenes():
        names = [name for name, _ in scene.truth["layers"]["media"]]
        bends = {claim.expression[1:] for claim in scene.claims if claim.operation == "bends"}
        assert bends <= set(pairwise(names))


@pytest.mark.parametrize("sine", ["5/13", "8/17", "20/29"])
def test_tangents_are_exact(sine):
    s = Fraction(sine)
    assert tangent(s) ** 2 == s**2 / (1 - s**2)
