import numpy as np

from tests.stages.verify.circuits.problems.posed import MIXED, claim
from vlcorpus.stages.verify.circuits.problems.alike import Alike
from vlcorpus.stages.verify.circuits.problems.wiring import read_wiring

ALIKE = Alike(read_wiring(MIXED))


def have_same(operation, *names):
    return ALIKE.have_same(operation, [ALIKE.things.find(name) for name in names])


def test_what_is_always_the_same():
    assert have_same("current", ("R1",), ("R2", "R3"), ("E",), ("A1",))
    assert have_same("voltage", ("R2",), ("R3",), ("R2", "R3"), ("V1",))
    assert not have_same("current", ("R2",), ("R3",))
    assert not have_same("voltage", ("R1",), ("R2",))  # but they are the same in this circuit


def test_many_circuits_by_the_logarithms_of_their_values():
    assert ALIKE.names == ["E", "R1", "R2", "R3", "time"]
    flow = ALIKE.flow(np.log([[12, 2, 3, 6, 10], [6, 2, 4, 4, 5]]))
    assert np.allclose(ALIKE.value(claim("current E = 3"), flow), [3, 1.5])
    assert np.allclose(ALIKE.value(claim("time = 10"), flow), [10, 5])
