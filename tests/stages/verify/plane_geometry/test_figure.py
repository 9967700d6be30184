import pytest

from tests.stages.verify.plane_geometry.figures import truth
from vlcorpus.stages.verify.oracle import Contradiction, Unknown
from vlcorpus.stages.verify.plane_geometry.figure import Figure
from vlcorpus.stages.verify.radicals import read_number

# D and E on AB with A, D, E, B in this order; CD drawn; F off the triangle; BG goes on from AB.
FIGURE = Figure(
    truth("A 0 0, B 6 0, C 0 4, D 2 0, E 4 0, F 9 9, G 8 0", polygons="ABC", segments="CD", helpers="BG")
)


@pytest.mark.parametrize("name", ["AB", "BA", "AD", "DE", "ED", "EB", "CD", "BG", "AG", "DG", "CA"])
def test_drawn_segments_and_their_parts_are_segments(name):
    start, end = FIGURE.segment(name)
    assert (start, end) == (FIGURE.points[name[0]], FIGURE.points[name[1]])


@pytest.mark.parametrize("name", ["CE", "AF", "CG", "FG", "AA", "A", "ABC", "AX", "", "ab"])
def test_what_is_not_drawn_is_no_segment(name):
    with pytest.raises(Unknown):
        FIGURE.segment(name)


def test_a_gap_is_not_drawn():
    figure = Figure(truth("A 0 0, B 1 0, C 2 0, D 3 0", segments="AB CD"))
    for name in ("AD", "AC", "BC", "BD"):
        with pytest.raises(Unknown, match=f"{name} is not drawn"):
            figure.segment(name)


def test_pieces_that_overlap_draw_the_whole():
    figure = Figure(truth("A 0 0, B 1 0, C 3 0, D 5 0, E 6 0, F 10 0", segments="AE BC DF"))
    assert figure.segment("AF") == (figure.points["A"], figure.points["F"])


@pytest.mark.parametrize("name", ["ABC", "BCA", "CBA", "ADC", "DBC"])
def test_a_polygon_has_drawn_sides(name):
    assert FIGURE.polygon(name) == tuple(FIGURE.points[letter] for letter in name)


@pytest.mark.parametrize("name", ["AEC", "ABF", "AB", "A", "", "ADB", "ADBC", "ABA", "ABX", "GBC"])
def test_what_is_no_polygon(name):
    with pytest.raises(Unknown):
        FIGURE.polygon(name)


def test_a_polygon_named_across_its_diagonals_is_none():
    figure = Figure(truth("A 0 0, B 2 0, C 2 2, D 0 2", polygons="ABCD", segments="AC BD"))
    with pytest.raises(Unknown, match="crosses itself"):
        figure.polygon("ACBD")
    assert len(figure.polygon("DCBA")) == 4


@pytest.mark.parametrize("name", ["BAC", "CAE", "GAC", "ADC", "GDC", "ACD", "BCD", "GBC"])
def test_an_angle_has_drawn_arms(name):
    assert FIGURE.angle(name).vertex == FIGURE.points[name[1]]


@pytest.mark.parametrize("name", ["ADB", "ABD", "ACE", "AB", "ABCD", "ABF", "BAB", "XAC"])
def test_what_is_no_angle(name):
    with pytest.raises(Unknown):
        FIGURE.angle(name)


def test_places_are_made_whole_and_stay_in_proportion():
    figure = Figure(truth("A 1/2 sqrt(3)/6, B 0 0", circles={"c": ("0", "0", "1/5")}))
    scale = 30
    assert figure.points["A"].x == read_number("15")
    assert figure.points["A"].y == read_number("5*sqrt(3)")
    assert figure.circles["c"].radius_squared == read_number(str(scale**2 // 5))


def test_two_points_in_one_place_give_no_name():
    figure = Figure(truth("A 0 0, B 2 0, M 1 0, N 1 0", segments="AB"))
    with pytest.raises(Unknown, match="there are 2"):
        figure.name_at(2, 0)
    with pytest.raises(Unknown, match="names a place twice"):
        figure.segment("MN")
    assert figure.name_at(0, 0) == "A"


def test_a_figure_without_roots_has_integers():
    figure = Figure(truth("A 1/2 1/3, B 0 0", circles={"c": ("0", "0", "1/9")}))
    assert figure.points["A"] == (9, 6)
    assert figure.circles["c"].radius_squared == 36
    assert all(type(number) is int for point in figure.points.values() for number in point)


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ({"polygons": "ABX"}, "X has no coordinates"),
        ({"segments": "AX"}, "X has no coordinates"),
        ({"helpers": "AX"}, "X has no coordinates"),
        ({"polygons": "ABD"}, "ABD is no polygon"),
        ({"polygons": "AB"}, "AB is no polygon"),
        ({"segments": "AA"}, "AA has no length"),
        ({"circles": {"c": ("0", "0", "0")}}, "c has no size"),
        ({"circles": {"c": ("0", "0", "1-sqrt(2)")}}, "c has no size"),
        ({"circles": {"c": ("0", "0", "1")}, "centers": {"c": "B"}}, "B is not the centre of c"),
        ({"centers": {"c": "B"}}, "B is not the centre of c"),
        ({"right_marks": "BAC"}, "an arm of BAC is not drawn"),
        ({"ticks": {"AC": 1}}, "AC is not drawn"),
        ({"arcs": {"ABX": 1}}, "there is no point X"),
    ],
)
def test_a_figure_that_cannot_be(more, message):
    with pytest.raises(Contradiction, match=message):
        Figure(truth("A 0 0, B 2 0, C 0 2, D 1 0", **more))


def test_letters_are_single():
    with pytest.raises(Contradiction, match="the point A1 is not named by a single letter"):
        Figure(truth("A1 0 0"))
