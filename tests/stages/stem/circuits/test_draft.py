from random import Random

from vlcorpus.stages.stem.circuits.draft import EXTRAS, draft
from vlcorpus.stages.stem.circuits.network import LOADS, parts


def test_names_are_given_once_and_all_extras_are_met():
    steps = set()
    for seed in range(200):
        network, made = draft(Random(seed))
        names = [part.name for part in parts(network)]
        assert len(set(names)) == len(names)
        steps.update(made.steps)
    assert steps == {*EXTRAS, "in_series", "in_parallel", "resistors", "lamps_alike"}


def test_lamps_that_are_alike_have_no_value_and_no_resistor_beside_them():
    for seed in range(100):
        network, made = draft(Random(seed))
        loads = [part for part in parts(network) if part.kind in LOADS]
        assert all((part.value is None) == made.is_alike for part in loads)
        if made.is_alike:
            assert {part.kind for part in loads} == {"lamp"}
