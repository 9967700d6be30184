import pytest

from tests.stages.verify.molecules.drawn import truth
from vlcorpus.stages.verify.molecules.oracle import ORACLE
from vlcorpus.stages.verify.oracle import Contradiction, Unknown

BOTH = ORACLE(truth("[CH3:1][CH2:2]O", "COC"))


def test_it_evaluates_operations_and_places():
    assert BOTH.value(("formula", "I")) == "C2H6O"
    assert BOTH.value(("relation", "I", "II")) == "isomers"
    assert BOTH.value(("bond", "atom 1", "atom 2")) == "single"
    assert BOTH.where(("atom", "atom 1")) == pytest.approx(truth("CCO")["atoms"][0]["at"])


@pytest.mark.parametrize("expression", ["formula", ("formula",), ("name", "I"), ("formula", "III")])
def test_what_it_does_not_know(expression):
    with pytest.raises(Unknown):
        BOTH.value(expression)


def test_a_molecule_that_cannot_be():
    with pytest.raises(Contradiction, match="two double bonds"):
        ORACLE(truth("C=C=C"))
