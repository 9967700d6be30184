"""What can be said of a puzzle: its answer, its rules, and what its pictures show."""

from __future__ import annotations

from collections.abc import Iterable

from vlcorpus.schemas.scenes.claims import truth_value
from vlcorpus.schemas.stem.puzzles import ATTRIBUTES
from vlcorpus.stages.verify.oracle import Unknown
from vlcorpus.stages.verify.puzzles import nets, rules
from vlcorpus.stages.verify.puzzles.pictures import (
    FILLED,
    Attributes,
    Grid,
    Marks,
    Stacks,
    n_axes,
    turned,
)
from vlcorpus.stages.verify.puzzles.puzzle import Puzzle, is_odd_in

PUZZLE = "puzzle"


def answer(puzzle: Puzzle, kind: str) -> str:
    _need(puzzle, kind == puzzle.kind, f"it is no {kind}")
    return puzzle.right


def rule(puzzle: Puzzle, attribute: str) -> str:
    """Return the rule of an attribute, along the rows in a matrix."""
    panels = puzzle.completed()
    if attribute not in ATTRIBUTES or not isinstance(panels[0], Attributes):
        raise Unknown(f"the puzzle has no {attribute}")
    values = rules.values_of(attribute, panels)
    if puzzle.kind == "matrix":
        rows, _ = rules.lines(values)
        return _only(rules.line_rules(attribute, rows), f"rule of {attribute}")
    _need(puzzle, puzzle.kind == "series", "it has no rules")
    return _only(rules.series_rules(attribute, values), f"rule of {attribute}")


def marks_rule(puzzle: Puzzle, name: str) -> str:
    _need(puzzle, name == PUZZLE and puzzle.kind == "matrix", "it is no matrix")
    panels = puzzle.completed()
    cells = [panel.cells for panel in panels if isinstance(panel, Marks)]
    _need(puzzle, len(cells) == len(panels), "it has no marks")
    rows, _ = rules.lines(cells)
    return _only(rules.mark_rules(rows), "rule of the marks")


def transform(puzzle: Puzzle, name: str) -> str:
    _need(puzzle, name == PUZZLE and puzzle.kind == "analogy", "it is no analogy")
    return _only(puzzle.transforms(), "transform")


def odd_in(puzzle: Puzzle, name: str) -> str:
    _need(puzzle, name == PUZZLE and puzzle.kind == "odd", "none is odd")
    mine = puzzle.options[puzzle.right]
    _need(puzzle, isinstance(mine, Attributes), "it has no attributes")
    others = [option for other, option in puzzle.options.items() if other != puzzle.right]
    found = (attribute for attribute in ATTRIBUTES if is_odd_in(attribute, mine, others))
    return _only(found, "attribute in which it differs")


def shape(puzzle: Puzzle, name: str) -> str:
    return _attributes(puzzle, name).shape


def number(puzzle: Puzzle, name: str) -> str:
    return str(_attributes(puzzle, name).count)


def filled(puzzle: Puzzle, name: str) -> str:
    picture = puzzle.picture(name)
    if isinstance(picture, Marks):
        return str(len(picture.cells))
    return str(len(puzzle.grid(name).cells))


def same(puzzle: Puzzle, one: str, other: str) -> str:
    if one == other:
        raise Unknown(f"{one} is compared with itself")
    return truth_value(puzzle.picture(one) == puzzle.picture(other))


def degrees(puzzle: Puzzle, one: str, other: str) -> str:
    start, end = puzzle.grid(one), puzzle.grid(other)
    return _only((str(d) for d in (90, 180, 270) if turned(start, d) == end), "turn")


def opposite(puzzle: Puzzle, face: str) -> str:
    faces = _net(puzzle)
    wanted = 5 - _face(faces, face)
    return next(letter for letter, found in faces.items() if found == wanted)


def adjacent(puzzle: Puzzle, one: str, other: str) -> str:
    faces = _net(puzzle)
    first, second = _face(faces, one), _face(faces, other)
    if first == second:
        raise Unknown(f"{one} is compared with itself")
    return truth_value(first + second != 5)


def folds(puzzle: Puzzle, name: str) -> str:
    grid = puzzle.grid(name)
    _need(puzzle, len(grid.cells) == 6, f"{name} has not six cells")
    return truth_value(nets.folded(grid) is not None)


def axes(puzzle: Puzzle, name: str) -> str:
    grid = puzzle.grid(name)
    _need(puzzle, len(grid.rows) == grid.width, f"{name} is not square")
    return str(n_axes(grid))


def cubes(puzzle: Puzzle, name: str) -> str:
    return str(sum(map(sum, _stacks(puzzle, name).heights)))


def tallest(puzzle: Puzzle, name: str) -> str:
    return str(max(map(max, _stacks(puzzle, name).heights)))


def count(puzzle: Puzzle, what: str) -> str:
    if what == "options":
        return str(len(puzzle.options))
    if what == "panels":
        return str(sum(panel is not None for panel in puzzle.panels))
    raise Unknown(f"{what!r} is not counted")


def _attributes(puzzle: Puzzle, name: str) -> Attributes:
    picture = puzzle.picture(name)
    if not isinstance(picture, Attributes):
        raise Unknown(f"{name} shows no shapes")
    return picture


def _stacks(puzzle: Puzzle, name: str) -> Stacks:
    picture = puzzle.picture(name)
    if not isinstance(picture, Stacks):
        raise Unknown(f"{name} shows no cubes")
    return picture


def _net(puzzle: Puzzle) -> dict[str, int]:
    """Return the faces of the letters on the one net that is given."""
    grids = [panel for panel in puzzle.panels if isinstance(panel, Grid)]
    faces = nets.lettered(grids[0]) if len(puzzle.panels) == len(grids) == 1 else None
    if faces is None or FILLED in faces:
        raise Unknown("there is no net with a letter on each cell")
    return faces


def _face(faces: dict[str, int], letter: str) -> int:
    if letter not in faces:
        raise Unknown(f"no face has the letter {letter}")
    return faces[letter]


def _need(puzzle: Puzzle, is_there: bool, why: str) -> None:
    if not is_there:
        raise Unknown(f"a {puzzle.kind}: {why}")


def _only(found: Iterable[str], what: str) -> str:
    listed = list(found)
    if len(listed) != 1:
        raise Unknown(f"there are {len(listed)} of: {what}")
    return listed[0]
