"""Setups for tests."""

from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.mechanics.part import Names


def parts(setup, n=60):
    """Return what a setup makes of some random streams."""
    found = []
    for seed in range(n):
        random = Random(seed)
        try:
            found.append(setup(random, Names.drawn(random)))
        except Unfit:
            continue
    assert len(found) > n / 5
    return found


def value(part, *expression):
    """Return the value of an expression; None where it is not claimed."""
    return next((claim.value for claim in part.claims if claim.expression == expression), None)


def drawn(part):
    return {thing.name: thing for thing in part.things}
