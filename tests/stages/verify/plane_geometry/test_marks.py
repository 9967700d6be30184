import pytest

from tests.stages.verify.plane_geometry.figures import UNKNOWN, say, truth
from vlcorpus.schemas.stem.plane_geometry import COUNTED
from vlcorpus.stages.verify.oracle import Contradiction
from vlcorpus.stages.verify.plane_geometry.oracle import PlaneGeometry

# An isosceles triangle with its altitude, whose foot D halves BC; E on AB.
PLACES = "A 0 2, B -2 0, C 2 0, D 0 0, E -1 1"
FIGURE = truth(
    PLACES,
    polygons="ABC",
    segments="AD",
    right_marks="ADB",
    arcs={"ABC": 1, "ACB": 1, "BAC": 2},
    ticks={"AB": 1, "CA": 1, "BD": 2, "DC": 2},
)


@pytest.mark.parametrize(
    ("angle", "value"),
    [
        ("ABC", "1"),
        ("CBA", "1"),
        ("EBD", "1"),  # by other points on its arms
        ("BAC", "2"),
        ("EAC", "2"),
        ("BAD", UNKNOWN),  # the arcs of BAC run through it
        ("ADB", "0"),  # a right mark is no arc
        ("ADC", "0"),
        ("BDC", UNKNOWN),  # straight
        ("EDB", UNKNOWN),  # an arm is not drawn
        ("ABX", UNKNOWN),
    ],
)
def test_arcs(angle, value):
    assert say(FIGURE, "arcs", angle) == value


def test_arcs_of_neighbours_and_of_what_is_inside():
    halves = truth(PLACES, polygons="ABC", segments="AD", arcs={"BAD": 1})
    assert [say(halves, "arcs", name) for name in ("BAD", "DAE", "DAC", "BAC")] == ["1", "1", "0", UNKNOWN]
    both = truth(PLACES, polygons="ABC", segments="AD", arcs={"BAD": 1, "BAC": 3})
    assert [say(both, "arcs", name) for name in ("BAD", "DAC", "BAC")] == ["1", UNKNOWN, "3"]
    crossed = truth("O 0 0, A 2 0, B 1 2, C -1 2, D -2 0", segments="OA OB OC OD", arcs={"AOC": 1})
    assert [say(crossed, "arcs", name) for name in ("AOC", "BOD", "COD")] == ["1", UNKNOWN, "0"]


@pytest.mark.parametrize(
    ("segment", "value"),
    [
        ("AB", "1"),
        ("AC", "1"),
        ("DB", "2"),
        ("AD", "0"),
        ("AE", UNKNOWN),  # the tick of AB may stand on it
        ("BC", UNKNOWN),  # its halves have two each
        ("CE", UNKNOWN),  # not drawn
    ],
)
def test_ticks(segment, value):
    assert say(FIGURE, "ticks", segment) == value


def test_what_is_marked_twice_and_otherwise_has_no_count():
    figure = truth(PLACES, polygons="ABC")
    figure["ticks"] = [[["A", "B"], 1], [["B", "A"], 2]]
    figure["arcs"] = [[["A", "B", "C"], 1], [["C", "B", "E"], 2]]
    assert say(figure, "ticks", "AB") == say(figure, "arcs", "ABC") == UNKNOWN
    assert say(figure, "count", "arcs") == "1"  # one corner


def test_count():
    circles = {"c": ("0", "0", "1"), "d": ("0", "0", "2")}
    figure = FIGURE | {"circles": truth("A 0 0", circles=circles)["circles"], "helpers": [["D", "E"]]}
    counted = {what: say(figure, "count", what) for what in COUNTED}
    assert counted == {"points": "5", "segments": "5", "circles": "2", "right_marks": "1", "arcs": "3"}
    assert say(figure, "count", "elephants") == UNKNOWN


def test_nothing_is_counted_as_nothing():
    figure = truth("A 0 0")
    assert [say(figure, "count", what) for what in COUNTED] == ["1", "0", "0", "0", "0"]


@pytest.mark.parametrize(
    ("polygons", "segments", "helpers", "value"),
    [
        ("ABC", "", "", "3"),
        ("ABC", "AB BA", "AB", "3"),  # drawn again
        ("ABC", "AD", "", "4"),
        ("ABC", "AD", "DE", "5"),
        ("ABC ACX", "", "", "5"),  # a shared side
        ("ABC", "BD", "", UNKNOWN),  # drawn over a part of a side
        ("ABC", "", "CY", UNKNOWN),  # goes on from a side
        ("", "BD DC", "", UNKNOWN),  # one line in two pieces
        ("", "BD CY", "", "2"),  # one line with a gap
    ],
)
def test_segments_that_run_into_each_other_are_not_counted(polygons, segments, helpers, value):
    figure = truth(f"{PLACES}, X 3 3, Y 4 0", polygons=polygons, segments=segments, helpers=helpers)
    assert say(figure, "count", "segments") == value


def test_a_corner_marked_twice_is_one():
    figure = truth(PLACES, polygons="ABC", segments="AD", right_marks="ADB BDA ADC")
    assert say(figure, "count", "right_marks") == "2"


@pytest.mark.parametrize(
    ("marks", "message"),
    [
        ({"right_marks": "ABC"}, "marked as right is not"),
        ({"arcs": {"ABC": 1, "BAC": 1}}, "angles that are marked"),
        ({"ticks": {"AB": 2, "BC": 2}}, "segments that are marked"),
        ({"ticks": {"AB": 1, "AC": 2}}, None),  # other marks say nothing
        ({"arcs": {"ABC": 1, "ACB": 2}}, None),
        ({"right_marks": "BAC"}, None),
    ],
)
def test_a_false_mark_is_refused(marks, message):
    figure = truth(PLACES, polygons="ABC", **marks)
    if message is None:
        assert say(figure, "kind", "ABC") == "right isosceles"
    else:
        with pytest.raises(Contradiction, match=message):
            PlaneGeometry(figure)
