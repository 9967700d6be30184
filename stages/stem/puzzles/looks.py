"""What a puzzle's pictures show, for its structure: claims tell neither its patterns nor most of its panels.

Numbers make no other structure here either: of pictures of attributes the shape and the fill count, but not
how many, how large and how far turned. Neither does the order of the options; nor is a puzzle another one
where all its patterns are turned or mirrored together, or where other letters stand in a net.
"""

from __future__ import annotations

import re

from vlcorpus.stages.stem.puzzles.grids import EMPTY, FILLED, Grid, images
from vlcorpus.stages.stem.puzzles.puzzle import Picture, Puzzle

_N_IMAGES = 8
_MARKS = 3  # cells on each side of a picture of marks
_LETTER = re.compile("[A-Z]")


def looks(puzzle: Puzzle) -> tuple[str, ...]:
    """Return a text of each picture, the panels in their order; equal for puzzles that are the same."""
    panels = [_images(picture) for picture in puzzle.panels if picture is not None]
    options = [_images(picture) for picture in puzzle.options.values()]
    return min(
        (*(panel[n] for panel in panels), *sorted(option[n] for option in options)) for n in range(_N_IMAGES)
    )


def _images(picture: Picture) -> list[str]:
    """Return a pattern in all ways it can be turned and mirrored; attributes do not depend on that."""
    if "shape" in picture:
        return [f"{picture['shape']} {picture['fill']}"] * _N_IMAGES
    return ["/".join(image) for image in images(_grid(picture))]


def _grid(picture: Picture) -> Grid:
    """Return a pattern as it stands; marks as cells, stacks of cubes by their heights."""
    if "marks" in picture:
        cells = "".join(FILLED if n in picture["marks"] else EMPTY for n in range(_MARKS**2))
        return tuple(cells[n : n + _MARKS] for n in range(0, _MARKS**2, _MARKS))
    if "heights" in picture:
        return tuple("".join(map(str, row)) for row in picture["heights"])
    return tuple(_LETTER.sub(FILLED, row) for row in picture["rows"])
