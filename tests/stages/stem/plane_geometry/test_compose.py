from collections import Counter
from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.plane_geometry.additions import ADDITIONS
from vlcorpus.stages.stem.plane_geometry.bases import BASES
from vlcorpus.stages.stem.plane_geometry.compose import MAX_ADDITIONS, MAX_POINTS, compose
from vlcorpus.stages.stem.plane_geometry.gates import check


def composed(n):
    found = []
    for seed in range(n):
        try:
            found.append(compose(Random(seed)))
        except Unfit:
            continue
    return found


def test_most_draws_make_a_clear_figure():
    made = composed(300)
    assert len(made) > 200
    for figure in made:
        check(figure)
        assert len(figure.points) <= MAX_POINTS
        assert 1 <= len(figure.steps) <= 1 + MAX_ADDITIONS
        assert figure.steps[0] in BASES
        assert set(figure.steps[1:]) <= ADDITIONS.keys()


def test_every_base_and_every_construction_comes():
    steps = Counter(step for figure in composed(1500) for step in figure.steps)
    assert steps.keys() == BASES.keys() | ADDITIONS.keys()


def test_a_figure_follows_its_seed():
    one, other = compose(Random(5)), compose(Random(5))
    assert (one.points, one.drawn, one.steps) == (other.points, other.drawn, other.steps)
