import pytest

from vlcorpus.stages.verify.blind_spots import others
from vlcorpus.stages.verify.blind_spots.sights import Sight
from vlcorpus.stages.verify.oracle import Unknown

STATIONS = {"A": [0, 0], "B": [100, 0], "C": [0, 100]}
METRO = Sight(
    {
        "stations": STATIONS,
        "paths": [["red", ["A", "B"], []], ["blue", ["B", "A"], []], ["red", ["B", "C"], []]],
    }
)
STACK = Sight(
    {"stack": ["red", "blue", "green"], "overlaps": [["blue", "red"], ["blue", "green"], ["red", "green"]]}
)
WORD = Sight({"word": {"text": "Anagram", "at": [[10 * n, 0] for n in range(7)], "circled": 3}})


def test_paths():
    assert others.paths(METRO, "B", "A") == "2"
    assert others.connected(METRO, "A", "C") == "no"
    assert others.end(METRO, "red", "A") == "B"
    assert others.degree(METRO, "B") == "3"
    with pytest.raises(Unknown):
        others.end(METRO, "red", "B")


def test_a_stack():
    assert others.in_front(STACK, "blue", "red") == "blue"
    assert others.top(STACK, "stack") == "green"
    with pytest.raises(Unknown):
        others.top(Sight({"stack": ["red", "blue"], "overlaps": []}), "stack")


def test_a_word():
    assert others.circled_letter(WORD, "word") == "g"
    assert others.circled_position(WORD, "word") == "4"
    assert others.occurrences(WORD, "a", "word") == "3"


def test_counts():
    table = Sight({"grid": {"x": [0, 10, 20, 30], "y": [0, 10, 20]}, "squares": [[0, 0, 5]]})
    found = {what: others.count(table, what) for what in ("rows", "columns", "cells", "squares", "dots")}
    assert found == {"rows": "2", "columns": "3", "cells": "6", "squares": "1", "dots": "0"}
    assert others.count(STACK, "overlaps") == "3"
    assert others.count(WORD, "letters") == "7"
    for sight, what in ((METRO, "rows"), (METRO, "crossing")):
        with pytest.raises(Unknown):
            others.count(sight, what)


def test_overlaps_of_two_sorts_are_not_counted_together():
    both = Sight({"stack": ["red"], "circles": {"A": [0, 0, 5]}})
    with pytest.raises(Unknown):
        others.count(both, "overlaps")
