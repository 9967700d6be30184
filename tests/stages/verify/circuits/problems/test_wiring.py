import pytest

from tests.stages.verify.circuits.circuits import truth
from tests.stages.verify.circuits.problems.posed import MIXED
from vlcorpus.stages.verify.circuits.problems.wiring import read_wiring
from vlcorpus.stages.verify.oracle import Unknown


def test_what_carries_no_current_is_idle():
    """R4 behind an open switch, R5 with a wire beside it, R6 on a way that ends."""
    told = truth(
        wires=[(2, 3)],
        R1=("resistor", (1, 2), "2"),
        R2=("resistor", (3, 0), "2"),
        S1=("switch", (1, 4), "open"),
        R4=("resistor", (4, 0), "2"),
        R5=("resistor", (2, 3), "2"),
        R6=("resistor", (3, 5), "2"),
    )
    wiring = read_wiring(told)
    assert wiring.loads.keys() == {"R1", "R2"}
    assert wiring.idle == {"R4", "R5", "R6"}
    assert wiring.loads["R1"][1] == wiring.loads["R2"][0]


def test_an_ammeter_that_is_bypassed_shows_nothing_that_is_known():
    wiring = read_wiring(MIXED)
    assert wiring.beside_ammeter("A1") == {"n2"}
    bypassed = read_wiring(MIXED | {"wires": [["n2", "n3"]]})
    with pytest.raises(Unknown, match="bypassed"):
        bypassed.beside_ammeter("A1")


def test_a_meter_is_found_by_its_name():
    wiring = read_wiring(MIXED)
    assert wiring.voltmeter("V1") == wiring.loads["R2"]
    with pytest.raises(Unknown):
        wiring.voltmeter("A1")
