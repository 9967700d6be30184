from fractions import Fraction
from random import Random

from vlcorpus.schemas.stem.number_lines import NOTATIONS
from vlcorpus.stages.stem.number_lines.discipline import compose_scene


def test_the_truth_is_as_its_contract_says():
    notations = set()
    for seed in range(60):
        truth = compose_scene(Random(f"truth {seed}")).truth
        notations.add(truth["notation"])
        low, high, step = (Fraction(truth[name]) for name in ("low", "high", "step"))
        ticks = {low + n * step for n in range(int((high - low) / step) + 1)}
        assert high in ticks
        assert {Fraction(number) for number in (*truth["labels"], *truth["blanks"].values())} <= ticks
        for interval in truth["intervals"].values():
            assert interval["left"] is not None or not interval["left_closed"]
    assert notations == set(NOTATIONS)
