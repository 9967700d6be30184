import pytest

from tests.stages.verify.circuits.circuits import truth
from vlcorpus.stages.verify.circuits.circuit import read_circuit
from vlcorpus.stages.verify.oracle import Contradiction


@pytest.mark.parametrize(
    "told",
    [
        truth(R1=("resistor", "19", "4")),
        truth(R1=("resistor", "10", "-4")),
        truth(R1=("reactor", "10", "4")),
        truth(S1=("switch", "10")),
        truth(R1=("resistor", "10", "4"), junctions=["n1"]),
        truth(points={"P": "n9"}),
        truth(B=("battery", "10", "4")),
    ],
)
def test_what_no_circuit_can_be_contradicts(told):
    with pytest.raises(Contradiction):
        read_circuit(told)


def test_a_switch_has_two_states():
    circuit = read_circuit(truth(S1=("switch", "10", "open")))
    assert circuit.switched("S1").components["S1"].state == "closed"
    assert circuit.components["S1"].state == "open"
