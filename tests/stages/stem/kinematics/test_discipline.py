from fractions import Fraction
from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.schemas.stem.kinematics import QUANTITIES
from vlcorpus.stages.stem.kinematics.discipline import compose_scene


def test_the_truth_is_as_its_contract_says():
    quantities = set()
    for seed in range(80):
        try:
            truth = compose_scene(Random(f"truth {seed}")).truth
        except Unfit:
            continue
        quantities.add(truth["quantity"])
        for body in truth["bodies"].values():
            times = [(Fraction(piece["from"]), Fraction(piece["to"])) for piece in body["pieces"]]
            assert all(a < b for a, b in times)
            assert [end for _, end in times[:-1]] == [start for start, _ in times[1:]]
            assert all(len(piece["coefficients"]) == 3 for piece in body["pieces"])
    assert quantities == set(QUANTITIES)
