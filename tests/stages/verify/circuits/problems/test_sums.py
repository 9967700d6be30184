import pytest

from tests.stages.verify.circuits.circuits import truth
from tests.stages.verify.circuits.problems.posed import claim
from vlcorpus.stages.verify.circuits.problems.alike import Alike
from vlcorpus.stages.verify.circuits.problems.sums import by_sum
from vlcorpus.stages.verify.circuits.problems.wiring import read_wiring

# Three beside each other.
BESIDE = Alike(read_wiring(truth(**{f"R{n}": ("resistor", (1, 0), str(n)) for n in (2, 3, 6)})))


def ways(rule, concluded, *told):
    return {
        tuple(sorted(used)) for used in by_sum(rule, claim(concluded), [claim(text) for text in told], BESIDE)
    }


def test_parts_are_any_that_make_up_the_whole():
    told = ["current R2 = 6", "current R3 = 4", "current R6 = 2", "current R3 R6 = 6", "voltage E = 12"]
    assert ways("sum_of_currents", "current E = 12", *told) == {(0, 1, 2), (0, 3)}
    assert ways("sum_of_currents", "current R3 R6 = 6", *told) == {(1, 2)}
    assert ways("sum_of_currents/part", "current R3 = 4", *told) == {(2, 3)}


def test_reciprocals_of_resistances_are_summed_in_parallel():
    told = ["resistance R2 = 2", "resistance R3 R6 = 2"]
    assert ways("parallel_resistance", "resistance E = 1", *told) == {(0, 1)}
    assert not ways("series_resistance", "resistance E = 4", *told)


@pytest.mark.parametrize("rule", ["sum_of_currents", "sum_of_currents/part"])
def test_nothing_is_summed_of_what_is_no_part(rule):
    assert not ways(rule, "voltage E = 12", "current R2 = 6")
    assert not ways(rule, "current R2 = 6", "current R2 = 6")
