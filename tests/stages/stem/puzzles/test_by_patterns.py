from random import Random

import pytest

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.puzzles import by_patterns
from vlcorpus.stages.stem.puzzles.cubes import folded, front_view, silhouette
from vlcorpus.stages.stem.puzzles.grids import TRANSFORMS, images, mirrored
from vlcorpus.stages.stem.puzzles.rules import allowed_marks


def puzzles(make, count=40):
    for seed in range(count):
        try:
            yield make(Random(seed))
        except Unfit:
            continue


def grid(picture):
    return tuple(picture["rows"])


def cells(picture):
    return {(r, c) for r, row in enumerate(picture["rows"]) for c, mark in enumerate(row) if mark != "."}


def is_analogous(panels, option):
    a, b, c = map(grid, panels[:3])
    return any(transform(a) == b and transform(c) == grid(option) for transform in TRANSFORMS.values())


def unfolded(half):
    return tuple(row + row[::-1] for row in half)


RIGHT = {
    "analogy": is_analogous,
    "rotation": lambda panels, option: grid(option) in images(grid(panels[0]))[1:4],
    "reflection": lambda panels, option: grid(option) == mirrored(grid(panels[0])),
    "match": lambda panels, option: option == panels[0],
    "completion": lambda panels, option: (
        grid(option) == tuple(row[: len(row) // 2][::-1] for row in grid(panels[0]))
    ),
    "fold": lambda panels, option: grid(option) == unfolded(grid(panels[0])),
    "net": lambda panels, option: folded(cells(option)) is not None,
    "shadow": lambda panels, option: (
        grid(option) == silhouette(front_view(panels[0]["heights"]), max(map(max, panels[0]["heights"])))
    ),
    "marks": lambda panels, option: (
        {frozenset(option["marks"])} == allowed_marks([frozenset(panel["marks"]) for panel in panels[:8]])
    ),
}


@pytest.mark.parametrize("kind", RIGHT)
def test_exactly_one_option_is_right(kind):
    made = list(puzzles(getattr(by_patterns, kind)))
    assert len(made) > 5
    for puzzle in made:
        fitting = [letter for letter, option in puzzle.options.items() if RIGHT[kind](puzzle.panels, option)]
        assert fitting == [puzzle.right]


def test_the_odd_pattern_is_mirrored():
    for puzzle in puzzles(by_patterns.odd_pattern):
        patterns = {letter: grid(option) for letter, option in puzzle.options.items()}
        alien = patterns.pop(puzzle.right)
        for one in patterns.values():
            assert set(patterns.values()) <= set(images(one)[:4])
            assert alien not in images(one)[:4]


def test_faces_of_a_net_have_letters_of_their_own():
    for puzzle in puzzles(by_patterns.opposite, 10):
        letters = "".join(puzzle.panels[0]["rows"]).replace(".", "")
        assert sorted(letters) == list("ABCDEF")


def test_a_stack_is_only_counted():
    assert all(not puzzle.options for puzzle in puzzles(by_patterns.stack, 10))
