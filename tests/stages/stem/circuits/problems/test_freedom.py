import pytest

from tests.stages.stem.circuits.problems.circuits import mixed
from vlcorpus.stages.stem.circuits.problems.freedom import Freedom

OHMS = [("resistance", name) for name in ("R1", "R2", "R3")]


@pytest.mark.parametrize(
    ("target", "givens", "is_determined"),
    [
        (("resistance", "E"), OHMS, True),
        (("resistance", "E"), OHMS[1:], False),
        (("current", "E"), [("voltage", "E"), *OHMS], True),
        (("current", "E"), OHMS, False),
        (("current", "E"), [("current", "A1")], True),
        (("energy", "R1"), [("power", "R1")], False),
        (("energy", "R1"), [("power", "R1"), ("time",)], True),
        (("power", "R1"), [("voltage", "E"), ("voltage", "R2"), ("resistance", "R1")], True),
        (("power", "R1"), [], False),
    ],
)
def test_what_can_move_while_the_givens_hold_is_not_determined(target, givens, is_determined):
    assert Freedom(mixed()).is_determined(target, givens) is is_determined
