"""What holds of a puzzle: its answer, the rules that it follows, what its pictures show."""

from __future__ import annotations

from collections.abc import Iterator

from vlcorpus.schemas.scenes.claims import Claim, truth_value
from vlcorpus.schemas.stem.puzzles import ATTRIBUTES, LINE_RULES, MARK_RULES, SERIES_RULES, SHAPES, TRANSFORMS
from vlcorpus.stages.stem.puzzles import cubes, grids
from vlcorpus.stages.stem.puzzles.by_attributes import odd_place
from vlcorpus.stages.stem.puzzles.puzzle import Picture, Puzzle
from vlcorpus.stages.stem.puzzles.rules import line_rules, mark_rules, series_rules

# Rivals of letters: too few for options with letters of their own, which would be taken for these.
_FEW = 2


def claims(puzzle: Puzzle) -> tuple[Claim, ...]:
    return (*_answer(puzzle), *_rules(puzzle), *_pictures(puzzle), *_counts(puzzle))


def _seen(puzzle: Puzzle) -> tuple[str, ...]:
    """Return all panels and options."""
    panels = (f"panel {n}" for n in range(1, len(puzzle.panels) + 1))
    return (*panels, *(f"option {letter}" for letter in puzzle.options))


def _answer(puzzle: Puzzle) -> Iterator[Claim]:
    if puzzle.options:
        rivals = [letter for letter in puzzle.options if letter != puzzle.right]
        yield Claim(("answer", puzzle.kind), puzzle.right, _seen(puzzle), tuple(rivals[:_FEW]))


def _rules(puzzle: Puzzle) -> Iterator[Claim]:
    seen = _seen(puzzle)
    whole = [panel or puzzle.options[puzzle.right] for panel in puzzle.panels]
    match puzzle.kind:
        case "matrix" if "marks" in whole[0]:
            lines = [[frozenset(cell["marks"]) for cell in whole[n : n + 3]] for n in (0, 3, 6)]
            yield from _only(("marks_rule", "puzzle"), mark_rules(lines), MARK_RULES, seen)
        case "matrix":
            for name in ATTRIBUTES:
                table = [[cell[name] for cell in whole[n : n + 3]] for n in (0, 3, 6)]
                yield from _only(("rule", name), line_rules(name, table), LINE_RULES, seen)
        case "series":
            for name in ATTRIBUTES:
                found = series_rules(name, [cell[name] for cell in whole])
                yield from _only(("rule", name), found, SERIES_RULES, seen)
        case "odd" if "shape" in puzzle.options["A"]:
            options = puzzle.options.values()
            odd_in = [name for name in ATTRIBUTES if odd_place([cell[name] for cell in options]) is not None]
            yield from _only(("odd_in", "puzzle"), odd_in, ATTRIBUTES, seen)
        case "analogy":
            one, other = (tuple(panel["rows"]) for panel in whole[:2])
            found = [name for name, transform in grids.TRANSFORMS.items() if transform(one) == other]
            yield from _only(("transform", "puzzle"), found, TRANSFORMS, seen)
        case "opposite":
            yield from _faces(tuple(whole[0]["rows"]))


def _only(
    expression: tuple[str, ...], found: list[str], names: tuple[str, ...], seen: tuple[str, ...]
) -> Iterator[Claim]:
    if len(found) == 1:
        yield Claim(expression, found[0], seen, tuple(name for name in names if name != found[0]))


def _faces(net: grids.Grid) -> Iterator[Claim]:
    letters = {(r, c): mark for r, row in enumerate(net) for c, mark in enumerate(row) if mark != grids.EMPTY}
    opposite = cubes.opposite_cells(set(letters))
    names = sorted(letters.values())
    for cell, letter in letters.items():
        other = letters[opposite[cell]]
        rivals = [name for name in names if name not in (letter, other)]
        yield Claim(("opposite", letter), other, ("panel 1",), tuple(rivals[:_FEW]))
        for neighbour in names:
            if letter < neighbour:
                yield Claim(("adjacent", letter, neighbour), truth_value(neighbour != other), ("panel 1",))


def _pictures(puzzle: Puzzle) -> Iterator[Claim]:
    for letter, option in puzzle.options.items():
        seen = (f"option {letter}",)
        if puzzle.kind != "net":
            yield from _picture(letter, option, seen)
        else:
            cells = {
                (r, c) for r, row in enumerate(option["rows"]) for c, mark in enumerate(row) if mark == "#"
            }
            yield Claim(("folds", letter), truth_value(cubes.folded(cells) is not None), seen)
        if puzzle.kind == "rotation" and letter == puzzle.right and puzzle.panels[0]:
            one, other = (tuple(picture["rows"]) for picture in (puzzle.panels[0], option))
            degrees = str(90 * next(n for n in (1, 2, 3) if grids.rotated(one, n) == other))
            rivals = tuple(other for other in ("90", "180", "270") if other != degrees)
            yield Claim(("turned", "1", letter), degrees, ("panel 1", *seen), rivals)
    if puzzle.panels and puzzle.panels[0] and "heights" in puzzle.panels[0]:
        heights = [height for row in puzzle.panels[0]["heights"] for height in row]
        for operation, value in (("cubes", sum(heights)), ("tallest", max(heights))):
            yield Claim((operation, "1"), str(value), ("panel 1",), _near(value))


def _picture(name: str, picture: Picture, seen: tuple[str, ...]) -> Iterator[Claim]:
    if "shape" in picture:
        rivals = tuple(other for other in SHAPES if other != picture["shape"])
        yield Claim(("shape", name), picture["shape"], seen, rivals)
        yield Claim(("number", name), str(picture["count"]), seen, _near(picture["count"]))
        return
    filled = len(picture["marks"]) if "marks" in picture else grids.n_filled(tuple(picture["rows"]))
    yield Claim(("filled", name), str(filled), seen, _near(filled))


def _counts(puzzle: Puzzle) -> Iterator[Claim]:
    n_options = len(puzzle.options)
    if n_options:
        names = tuple(f"option {letter}" for letter in puzzle.options)
        yield Claim(("count", "options"), str(n_options), names, _near(n_options))


def _near(number: int) -> tuple[str, ...]:
    return tuple(str(other) for other in range(max(0, number - 2), number + 4) if other != number)
