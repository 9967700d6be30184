import pytest

from tests.stages.verify.circuits.circuits import truth
from vlcorpus.stages.verify.circuits.circuit import read_circuit
from vlcorpus.stages.verify.circuits.network import solve
from vlcorpus.stages.verify.oracle import Unknown


def network(**told):
    return solve(read_circuit(truth(**told)))[0]


def test_ohm_and_kirchhoff():
    found = network(R1=("resistor", "12", "2"), R2=("resistor", "20", "4"))
    assert found.current("R1") == 2
    assert found.voltage("R2") == 8
    assert found.power("R2") == 16
    bridge = network(R1=("resistor", "12", "4"), R2=("resistor", "20", "2"), R3=("resistor", "20", "2"))
    assert abs(bridge.current("E")) == pytest.approx(2.4)


def test_a_diode_conducts_one_way():
    assert network(D1=("diode", "12"), R1=("resistor", "20", "4")).conducting == {"D1"}
    assert network(D1=("diode", "21"), R1=("resistor", "20", "4")).conducting == frozenset()


def test_a_short_circuit_has_no_solution():
    with pytest.raises(Unknown, match="short"):
        network(S1=("switch", "10", "closed"))


def test_a_part_without_battery_has_no_potential_of_its_own():
    found = network(R1=("resistor", "10", "4"), R2=("resistor", "34", "4"))
    assert found.current("R2") == found.voltage("R2") == 0
    with pytest.raises(Unknown):
        network(R1=("resistor", "10", "4"), V1=("voltmeter", "13")).voltage("V1")


def test_what_is_told_is_tried_once_and_what_is_not_several_times():
    assert len(solve(read_circuit(truth(R1=("resistor", "10", "4"))))) == 1
    assert len(solve(read_circuit(truth(L1=("lamp", "10"))))) == 4
