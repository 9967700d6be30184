import pytest

from vlcorpus.stages.verify.blind_spots import figures
from vlcorpus.stages.verify.blind_spots.sights import Sight
from vlcorpus.stages.verify.oracle import Unknown


@pytest.mark.parametrize(
    ("second", "relation", "overlap"),
    [
        ([60, 80, 40], "apart", "no"),
        ([60, 80, 50], "touching", "no"),
        ([60, 80, 60], "overlapping", "yes"),
        ([10, 0, 20], "nested", "yes"),
    ],
)
def test_two_circles(second, relation, overlap):
    sight = Sight({"circles": {"A": [0, 0, 50], "B": second}})
    assert figures.relation(sight, "A", "B") == relation
    assert figures.overlap(sight, "A", "B") == overlap


def test_a_circle_that_touches_from_inside_is_nothing_of_these():
    with pytest.raises(Unknown):
        figures.relation(Sight({"circles": {"A": [0, 0, 50], "B": [30, 0, 20]}}), "A", "B")


def test_sizes():
    sight = Sight(
        {
            "circles": {"A": [0, 0, 50], "B": [200, 0, 60], "C": [0, 0, 60]},
            "bars": {"D": [[0, 0], [3, 4]], "E": [[0, 9], [5, 9]], "F": [[0, 0], [9, 0]]},
        }
    )
    assert figures.larger(sight, "A", "B") == "B"
    assert figures.equal(sight, "B", "C") == figures.equal(sight, "D", "E") == "yes"
    assert figures.longer(sight, "E", "F") == "F"
    assert figures.concentric(sight, "A", "C") == "yes"
    with pytest.raises(Unknown):
        figures.longer(sight, "D", "E")


def test_lines():
    sight = Sight({"lines": {"red line": [[0, 0], [10, 10], [20, 0]], "blue line": [[0, 5], [20, 5]]}})
    assert figures.n_crossings(sight, "red line", "blue line") == "2"
    assert figures.cross(sight, "red line", "blue line") == "yes"
    assert figures.corners(sight, "red line") == "1"


def test_dots_and_an_outline_with_a_bay():
    outline = [[0, 0], [100, 0], [100, 100], [50, 20], [0, 100]]
    dots = {"P": [50, 60], "Q": [20, 30], "R": [90, 60], "S": [120, 20], "T": [50, 20]}
    sight = Sight({"outline": outline, "dots": dots, "circles": {"A": [20, 30, 15]}})
    assert [figures.inside(sight, name, "outline") for name in "PQRS"] == ["no", "yes", "yes", "no"]
    assert figures.contains(sight, "A") == "1"
    assert figures.nearest(sight, "R") == "P"
    with pytest.raises(Unknown):
        figures.inside(sight, "T", "outline")


def test_a_ray_is_drawn_on():
    dots = {"P": [300, 301], "Q": [300, 260], "R": [-100, -100]}
    sight = Sight({"ray": [[0, 0], [100, 100]], "dots": dots})
    assert figures.continues(sight, "ray") == "P"


def test_circles_that_overlap_are_counted():
    sight = Sight({"circles": {"A": [0, 0, 50], "B": [60, 0, 50], "C": [300, 0, 20]}})
    assert figures.n_overlapping(sight) == 1
