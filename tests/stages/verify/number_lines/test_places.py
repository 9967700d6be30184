import pytest

from tests.stages.verify.number_lines.lines import interval, line
from vlcorpus.stages.verify.oracle import Unknown

SOME = line(
    points={"A": "3", "B": "0"},
    blanks={"p": "-2"},
    intervals={"I": interval("-2", "3", "[)", level="1"), "J": interval("1", None, "[)")},
    jumps=[["0", "4"]],
)


@pytest.mark.parametrize(
    ("place", "where"),
    [
        (("point", "A"), (3, 0)),
        (("spot", "4"), (4, 0)),
        (("blank", "p"), (-2, 0)),
        (("halfway", "A", "B"), (1.5, 0)),
        (("opposite", "A"), (-3, 0)),
        (("end", "I", "right"), (3, 1)),
        (("middle", "I"), (0.5, 1)),
        (("landing", "1"), (4, 0)),
    ],
)
def test_where_places_are(place, where):
    assert SOME.where(place) == where


@pytest.mark.parametrize(
    "place", [("spot", "6"), ("point", "Z"), ("blank", "q"), ("middle", "J"), ("end", "J", "right")]
)
def test_what_is_nowhere(place):
    with pytest.raises(Unknown):
        SOME.where(place)
