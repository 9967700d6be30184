import pytest

from tests.stages.verify.periodic_table.pictures import NITROGEN, SHELLS, TABLE
from vlcorpus.stages.verify.oracle import Contradiction, Unknown
from vlcorpus.stages.verify.periodic_table.oracle import ORACLE


def test_it_evaluates_operations_and_places():
    assert ORACLE(TABLE).value(("family", "G")) == "noble gas"
    assert ORACLE(TABLE).value(("count", "letters")) == "2"
    assert ORACLE(TABLE).where(("cell", "Fe")) == (800, -400)
    assert ORACLE(SHELLS).value(("count", "atoms")) == "3"
    assert ORACLE(SHELLS).where(("nucleus", "B")) == (1000, 0)
    assert ORACLE(NITROGEN).value(("element", "A")) == "N"


@pytest.mark.parametrize("expression", ["group", ("group",), ("radius", "Li"), ("count", "atoms")])
def test_what_it_does_not_know(expression):
    with pytest.raises(Unknown):
        ORACLE(TABLE).value(expression)


def test_a_table_that_cannot_be():
    with pytest.raises(Contradiction):
        ORACLE(TABLE | {"picture": "shells"})
