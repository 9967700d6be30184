"""The oracle of puzzles: the operations of `schemas/stem/puzzles.py`, answers by the rules of each kind."""

from collections.abc import Callable, Mapping
from typing import Any

from vlcorpus.schemas.scenes.claims import Expression
from vlcorpus.stages.verify.operations import evaluate
from vlcorpus.stages.verify.oracle import Oracle, Unknown
from vlcorpus.stages.verify.puzzles import answers
from vlcorpus.stages.verify.puzzles.puzzle import Puzzle

Place = tuple[float, float]


def _at(puzzle: Puzzle, what: str) -> Place:
    if what not in puzzle.at:
        raise Unknown(f"there is no {what}")
    x, y = puzzle.at[what]
    return x, y


def _asked_for(puzzle: Puzzle, name: str) -> str:
    if name != answers.PUZZLE:
        raise Unknown(f"{name!r} is no puzzle")
    return name


def _blank(puzzle: Puzzle, name: str) -> Place:
    _asked_for(puzzle, name)
    return _at(puzzle, f"panel {puzzle.blank}")


def _right(puzzle: Puzzle, name: str) -> Place:
    _asked_for(puzzle, name)
    return _at(puzzle, f"option {puzzle.right}")


OPERATIONS: dict[str, Callable[..., str]] = {
    "answer": answers.answer,
    "rule": answers.rule,
    "marks_rule": answers.marks_rule,
    "transform": answers.transform,
    "odd_in": answers.odd_in,
    "shape": answers.shape,
    "number": answers.number,
    "filled": answers.filled,
    "same": answers.same,
    "turned": answers.degrees,
    "opposite": answers.opposite,
    "adjacent": answers.adjacent,
    "folds": answers.folds,
    "axes": answers.axes,
    "cubes": answers.cubes,
    "tallest": answers.tallest,
    "count": answers.count,
}
PLACES: dict[str, Callable[..., Place]] = {
    "option": lambda puzzle, name: _at(puzzle, f"option {name}"),
    "panel": lambda puzzle, name: _at(puzzle, f"panel {name}"),
    "face": lambda puzzle, name: _at(puzzle, f"face {name}"),
    "blank": _blank,
    "right": _right,
}


class PuzzleOracle(Oracle):
    """A puzzle, opened and solved."""

    tolerance = 0.5 + 1e-6  # coordinates are rounded to integers

    def __init__(self, truth: Mapping[str, Any]):
        self._puzzle = Puzzle(truth)

    def value(self, expression: Expression) -> str:
        return evaluate(OPERATIONS, self._puzzle, expression, self.value)

    def where(self, expression: Expression) -> Place:
        return evaluate(PLACES, self._puzzle, expression, self.value)


ORACLE = PuzzleOracle
