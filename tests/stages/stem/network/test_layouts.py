import math
from itertools import combinations
from random import Random

import pytest

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.network.layouts import circle, jittered, rounded, rows, scattered, tree, turned


def test_a_circle_begins_at_the_top_and_goes_clockwise():
    assert rounded(circle("ABCD", 10)) == {"A": (0, 10), "B": (10, 0), "C": (0, -10), "D": (-10, 0)}


def test_rows_come_from_the_top_and_each_is_spread():
    places = rows([["A"], ["B", "C"], ["D"]], 8, 6)
    assert places == {"A": (0, 3), "B": (-2, 0), "C": (2, 0), "D": (0, -3)}
    assert turned(places) == {"A": (-3, 0), "B": (0, 2), "C": (0, -2), "D": (3, 0)}


def test_scattered_nodes_keep_apart():
    places = scattered("ABCDEFGH", Random(1), (100, 80), 20)
    assert all(math.dist(p, q) >= 20 for p, q in combinations(places.values(), 2))
    assert all(abs(x) <= 50 and abs(y) <= 40 for x, y in places.values())
    with pytest.raises(Unfit, match="no room"):
        scattered("ABCDEFGH", Random(1), (10, 10), 20)


def test_what_strays_strays_by_little():
    places = circle("ABC", 10)
    moved = jittered(places, Random(2), 0.5)
    assert all(0 < math.dist(places[name], moved[name]) < 0.75 for name in places)


def test_a_parent_stands_above_the_middle_of_its_children():
    places = tree("R", {"R": ["A", "B"], "A": ["C", "D"], "B": ["", "E"]}, 10, 20)
    assert places["C"] == (0, -40)
    assert places["D"] == (10, -40)
    assert places["A"] == (5, -20)
    assert places["B"] == (25, -20)  # above the middle of a place that is empty, and E
    assert places["E"] == (30, -40)
    assert places["R"] == (15, 0)
    assert "" not in places
