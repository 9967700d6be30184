from fractions import Fraction
from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.schemas.stem.functions import KINDS
from vlcorpus.stages.stem.functions.discipline import compose_scene


def test_the_truth_is_as_its_contract_says():
    kinds = set()
    for seed in range(60):
        try:
            scene = compose_scene(Random(f"truth {seed}"))
        except Unfit:
            continue
        truth = scene.truth
        assert set(truth) == {"axes", "graphs", "points", "vectors", "regions"}
        for axis in truth["axes"].values():
            low, high, step = (Fraction(axis[name]) for name in ("low", "high", "step"))
            assert low < high
            assert all((Fraction(label) / step).denominator == 1 for label in axis["labels"])
        kinds |= {graph["kind"] for graph in truth["graphs"].values()}
        for exact in scene.places.values():
            assert all(isinstance(Fraction(number), Fraction) for number in exact.exact)
    assert kinds <= set(KINDS)
    assert len(kinds) > 6
