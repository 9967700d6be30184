from fractions import Fraction
from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.charts.discipline import compose_scene


def test_the_truth_is_as_its_contract_says():
    for seed in range(80):
        try:
            truth = compose_scene(Random(f"truth {seed}")).truth
        except Unfit:
            continue
        for series in truth["series"]:
            assert len(series["values"]) == len(truth["categories"])
            assert all(isinstance(Fraction(value), Fraction) for value in series["values"])
        if axis := truth["value_axis"]:
            assert Fraction(axis["low"]) < Fraction(axis["high"])
        assert (truth["chart"] == "scatter") == bool(truth["points"])
        assert (truth["chart"] == "box") == bool(truth["boxes"])
        assert (truth["chart"] == "histogram") == bool(truth["edges"])
