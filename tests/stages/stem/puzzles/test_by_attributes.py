from random import Random

import pytest

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.schemas.stem.puzzles import ATTRIBUTES, TURNED
from vlcorpus.stages.stem.puzzles.by_attributes import DOMAINS, MOST_SMALL, matrix, odd, odd_place, series
from vlcorpus.stages.stem.puzzles.rules import allowed_in_matrix, allowed_in_series


def puzzles(make, count=80):
    for seed in range(count):
        try:
            yield make(Random(seed))
        except Unfit:
            continue


def test_exactly_one_option_completes_a_matrix_by_any_rule():
    for puzzle in puzzles(matrix):
        fitting = []
        for letter, option in puzzle.options.items():
            cells = [*puzzle.panels[:8], option]
            tables = {
                name: [[cell[name] for cell in cells[n : n + 3]] for n in (0, 3, 6)] for name in ATTRIBUTES
            }
            if all(
                option[name] in allowed_in_matrix(name, tables[name], DOMAINS[name]) for name in ATTRIBUTES
            ):
                fitting.append(letter)
        assert fitting == [puzzle.right]


def test_exactly_one_option_continues_a_series_by_any_rule():
    for puzzle in puzzles(series):
        fitting = [
            letter
            for letter, option in puzzle.options.items()
            if all(
                option[name] in allowed_in_series(name, [p[name] for p in puzzle.panels[:4]], DOMAINS[name])
                for name in ATTRIBUTES
            )
        ]
        assert fitting == [puzzle.right]


def test_one_picture_is_odd():
    for puzzle in puzzles(odd):
        options = list(puzzle.options.values())
        places = {odd_place([option[name] for option in options]) for name in ATTRIBUTES} - {None}
        assert [list(puzzle.options)[place] for place in places] == [puzzle.right]


@pytest.mark.parametrize("make", [matrix, series, odd])
def test_what_is_turned_can_be_seen_to_be_turned_and_small_shapes_are_few(make):
    for puzzle in puzzles(make):
        pictures = [picture for picture in (*puzzle.panels, *puzzle.options.values()) if picture]
        assert all(picture["turn"] == 0 or picture["shape"] in TURNED for picture in pictures)
        assert min(p["size"] for p in pictures) == 3 or max(p["count"] for p in pictures) <= MOST_SMALL


@pytest.mark.parametrize(("values", "place"), [([1, 1, 2, 1], 2), ([1, 1, 2, 2], None), ([1, 1, 1], None)])
def test_an_odd_value_is_alone_among_equal_ones(values, place):
    assert odd_place(values) == place
