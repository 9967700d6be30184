"""The truth of a puzzle, opened, and which of its options is right by the rules of its kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any

from vlcorpus.schemas.stem.puzzles import ATTRIBUTES, KINDS
from vlcorpus.stages.verify.oracle import Contradiction, Unknown
from vlcorpus.stages.verify.puzzles.nets import folded
from vlcorpus.stages.verify.puzzles.pictures import (
    TRANSFORMS,
    Attributes,
    Grid,
    Picture,
    Stacks,
    beside,
    front_view,
    left_and_right,
    read_picture,
    turned,
)
from vlcorpus.stages.verify.puzzles.rules import fits_matrix, fits_series, values_of

_TURNS = (90, 180, 270)


class Puzzle:
    """A puzzle. Raises Contradiction where it has options and not exactly one is right."""

    def __init__(self, truth: Mapping[str, Any]):
        self.kind = str(truth.get("kind"))
        if self.kind not in KINDS:
            raise Contradiction(f"there is no puzzle {self.kind!r}")
        self.panels = [told and read_picture(told) for told in truth.get("panels", [])]
        self.options = {name: read_picture(told) for name, told in truth.get("options", {}).items()}
        self.at: Mapping[str, Any] = truth.get("at", {})
        if self.options:
            found = [name for name, option in self.options.items() if self._is_right(name, option)]
            if len(found) != 1:
                raise Contradiction(f"{len(found)} options of a {self.kind} are right")
            self._right: str | None = found[0]
        else:
            self._right = None

    @property
    def right(self) -> str:
        if self._right is None:
            raise Unknown("the puzzle has no options")
        return self._right

    @cached_property
    def blank(self) -> int:
        """Return the number of the panel that is asked for, from 1."""
        if self.panels.count(None) != 1:
            raise Unknown("no panel is asked for")
        return self.panels.index(None) + 1

    def picture(self, name: str) -> Picture:
        """Return an option by its letter, or a panel by its number."""
        if name in self.options:
            return self.options[name]
        picture = None
        if name.isdecimal() and 1 <= int(name) <= len(self.panels):
            picture = self.panels[int(name) - 1]
        if picture is None:
            raise Unknown(f"there is no picture {name}")
        return picture

    def grid(self, name: str) -> Grid:
        picture = self.picture(name)
        if not isinstance(picture, Grid):
            raise Unknown(f"{name} is no grid")
        return picture

    def completed(self) -> list[Any]:
        """Return the panels with the right option in the place that is asked for."""
        return self._with(self.options[self.right])

    def transforms(self) -> list[str]:
        """Return the names of what makes the second picture of an analogy of the first."""
        a, b = (self.grid_panel(n) for n in (0, 1))
        return [name for name, make in TRANSFORMS.items() if make(a) == b]

    def _with(self, option: Picture) -> list[Any]:
        return [option if panel is None else panel for panel in self.panels]

    def grid_panel(self, number: int) -> Grid:
        panel = self.panels[number] if number < len(self.panels) else None
        if not isinstance(panel, Grid):
            raise Contradiction(f"panel {number + 1} of a {self.kind} is no grid")
        return panel

    def _is_right(self, name: str, option: Picture) -> bool:
        if self.kind == "odd":
            return self._is_odd(name)
        if self.kind == "matrix":
            return fits_matrix(self._with(option))
        if self.kind == "series":
            return fits_series(self._with(option))
        if self.kind == "shadow":
            (stacks,) = self.panels
            return isinstance(stacks, Stacks) and option == front_view(stacks)
        if self.kind not in _OF_GRIDS or not isinstance(option, Grid):
            raise Contradiction(f"a {self.kind} has no such options")
        return _OF_GRIDS[self.kind](self, option)

    def _is_odd(self, name: str) -> bool:
        others = [option for other, option in self.options.items() if other != name]
        mine = self.options[name]
        if isinstance(mine, Attributes):
            return any(is_odd_in(attribute, mine, others) for attribute in ATTRIBUTES)
        grids = [other for other in others if isinstance(other, Grid)]
        first = [turned(grids[0], degrees) for degrees in (0, *_TURNS)]
        return all(grid in first for grid in grids) and mine not in first


def is_odd_in(attribute: str, mine: Picture, others: list[Picture]) -> bool:
    """Say whether all others have one value of an attribute, and this one another."""
    values = set(values_of(attribute, others))
    return len(values) == 1 and values_of(attribute, [mine])[0] not in values


def _analogous(puzzle: Puzzle, option: Grid) -> bool:
    c = puzzle.grid_panel(2)
    return any(TRANSFORMS[name](c) == option for name in puzzle.transforms())


def _completes(puzzle: Puzzle, option: Grid) -> bool:
    sheet = puzzle.grid_panel(0)
    left = Grid(tuple(row[: sheet.width // 2] for row in sheet.rows))
    return option == left_and_right(left)


def _unfolds(puzzle: Puzzle, option: Grid) -> bool:
    sheet = puzzle.grid_panel(0)
    return option == beside(sheet, left_and_right(sheet))


_OF_GRIDS: dict[str, Callable[[Puzzle, Grid], bool]] = {
    "analogy": _analogous,
    "rotation": lambda puzzle, option: any(
        turned(puzzle.grid_panel(0), degrees) == option for degrees in _TURNS
    ),
    "reflection": lambda puzzle, option: left_and_right(puzzle.grid_panel(0)) == option,
    "match": lambda puzzle, option: puzzle.grid_panel(0) == option,
    "completion": _completes,
    "fold": _unfolds,
    "net": lambda puzzle, option: folded(option) is not None,
}
