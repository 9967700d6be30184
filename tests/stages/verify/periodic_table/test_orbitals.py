import pytest

from tests.stages.verify.periodic_table.pictures import CARBON, NITROGEN, boxes
from vlcorpus.stages.verify.periodic_table.picture import read_picture


def drawn(truth):
    return read_picture(truth).boxes("A")


def test_electrons():
    carbon = drawn(CARBON)
    assert carbon.electrons == 6
    assert carbon.boxes == ["ud", "ud", "u", "u", ""]
    assert carbon.electrons_in("2p") == 2
    assert drawn(NITROGEN).obeyed == {"Pauli": True, "Hund": True, "aufbau": True}


@pytest.mark.parametrize(
    ("truth", "broken"),
    [
        (boxes(s1="uu", s2="ud"), ["Pauli"]),
        (boxes(s1="ud", s2="ud", p2="ud _ _"), ["Hund"]),
        (boxes(s1="ud", s2="ud", p2="u d _"), ["Hund"]),
        (boxes(s1="ud", s2="ud", p2="ud u u"), []),
        (boxes(s1="ud", s2="u", p2="u _ _"), ["aufbau"]),
        (boxes(s1="ud", s2="ud", p2="ud ud ud", s3="ud", p3="ud ud ud", d3="u _ _ _ _"), ["aufbau"]),
        (boxes(s1="ud", s2="ud", p2="ud ud ud", s3="ud", p3="ud ud ud", s4="ud", d3="u _ _ _ _"), []),
        (boxes(s1="ud", s2="u", p2="u d _"), ["Hund", "aufbau"]),
    ],
)
def test_rules_that_are_broken(truth, broken):
    assert [rule for rule, is_obeyed in drawn(truth).obeyed.items() if not is_obeyed] == broken
