import pytest

from tests.stages.verify.circuits.problems.posed import MIXED
from vlcorpus.schemas.scenes.claims import Claim
from vlcorpus.stages.verify.circuits.problems.things import Ammeter, Things, Voltmeter, name_of
from vlcorpus.stages.verify.circuits.problems.wiring import read_wiring
from vlcorpus.stages.verify.oracle import Unknown

THINGS = Things(read_wiring(MIXED))


def test_parts_and_meters():
    assert THINGS.find(("R1",)).loads == {"R1"}
    assert set(THINGS.find(("R2", "R3")).ends) == set(THINGS.find(("R2",)).ends)
    assert THINGS.find(("E",)).loads == {"R1", "R2", "R3"}
    assert isinstance(THINGS.find(("A1",)), Ammeter)
    assert isinstance(THINGS.find(("V1",)), Voltmeter)


def test_a_part_is_found_by_its_loads():
    assert THINGS.of_loads(frozenset({"R3", "R2"})) == THINGS.find(("R2", "R3"))
    assert THINGS.of_loads(frozenset({"R1", "R2", "R3"})) == THINGS.find(("E",))


@pytest.mark.parametrize(
    "name", [("R1", "R2"), ("R2", "R2"), ("R3", "R2"), ("R1", "R2", "R3"), ("R4",), ("X",)]
)
def test_what_is_nothing(name):
    with pytest.raises(Unknown):
        THINGS.find(name)


def test_what_is_no_part():
    with pytest.raises(Unknown, match="meter"):
        THINGS.part(("A1",))


def test_a_claim_names_what_it_is_of():
    assert name_of(Claim(("voltage", "R2", "R3"), "6")) == ("R2", "R3")
    assert name_of(Claim(("time",), "6")) == ()
    with pytest.raises(Unknown):
        name_of(Claim(("voltage", ("point", "P")), "6"))
