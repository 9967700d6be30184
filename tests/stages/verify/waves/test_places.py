import pytest

from tests.stages.verify.waves.pictures import SNAPSHOT, STRINGS
from vlcorpus.stages.verify.oracle import Unknown
from vlcorpus.stages.verify.waves.oracle import Waves


@pytest.mark.parametrize(
    ("truth", "expression", "place"),
    [
        (SNAPSHOT, ("point", "P"), (2, 3)),
        (SNAPSHOT, ("point", "T"), (5.5, 3 / 2**0.5)),
        (SNAPSHOT, ("crest", "W1", "2"), (6, 3)),
        (SNAPSHOT, ("trough", "W1", "1"), (4, -3)),
        (SNAPSHOT, ("zero", "W1", "2"), (3, 0)),
        (STRINGS, ("node", "S2", "2"), (4, -1)),
        (STRINGS, ("antinode", "S3", "2"), (6, -2)),
    ],
)
def test_a_place(truth, expression, place):
    assert Waves(truth).where(expression) == pytest.approx(place)


@pytest.mark.parametrize(
    "expression", [("crest", "W1", "4"), ("crest", "W1", "0"), ("node", "W1", "1"), ("point", "Z")]
)
def test_what_is_no_place(expression):
    with pytest.raises(Unknown):
        Waves(SNAPSHOT).where(expression)
