"""Puzzles of patterns, marks, nets and cubes."""

from __future__ import annotations

from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.puzzles import cubes
from vlcorpus.stages.stem.puzzles.grids import (
    EMPTY,
    TRANSFORMS,
    Grid,
    images,
    inverted,
    lopsided,
    mirrored,
    pattern,
    rotated,
    upside_down,
    with_moved_cell,
)
from vlcorpus.stages.stem.puzzles.puzzle import LETTERS, Picture, Puzzle, lettered
from vlcorpus.stages.stem.puzzles.rules import MARK_RULES, Marks, allowed_marks

_MANY = 12  # wrong pictures to choose from
_N_OPTIONS = (4, 4, 5, 6)


def _picture(grid: Grid) -> Picture:
    return {"rows": list(grid)}


def _puzzle(
    random: Random, kind: str, panels: tuple[Grid | None, ...], right: Grid, wrong: list[Grid], step: str
) -> Puzzle:
    random.shuffle(wrong)
    options, letter = lettered(random, _picture(right), map(_picture, wrong), random.choice(_N_OPTIONS))
    shown = tuple(None if panel is None else _picture(panel) for panel in panels)
    return Puzzle(kind, shown, options, letter, (step,))


def marks(random: Random) -> Puzzle:
    """Return a matrix in which the marks of two pictures make those of a third."""
    rule = random.choice(list(MARK_RULES))
    cells: list[Marks] = []
    for _ in range(3):
        one, other = (frozenset(random.sample(range(9), random.randint(2, 5))) for _ in range(2))
        cells += [one, other, MARK_RULES[rule](one, other)]
    if allowed_marks(cells[:8]) != {cells[8]} or not all(cells):
        raise Unfit("another rule allows another picture")
    wrong = [other(cells[6], cells[7]) for other in MARK_RULES.values()]
    wrong += [cells[8] ^ {random.randrange(9)} for _ in range(_MANY)]
    pictures = [{"marks": sorted(cell)} for cell in wrong if cell and cell != cells[8]]
    options, right = lettered(random, {"marks": sorted(cells[8])}, pictures, 6)
    panels = tuple({"marks": sorted(cell)} for cell in cells[:8])
    return Puzzle("matrix", (*panels, None), options, right, (f"marks by {rule}",))


def analogy(random: Random) -> Puzzle:
    name = random.choice(list(TRANSFORMS))
    side = random.choice((3, 3, 4))
    one, other = lopsided(random, side), lopsided(random, side)
    right = TRANSFORMS[name](other)
    wrong = [transform(other) for transform in TRANSFORMS.values()]
    return _puzzle(
        random, "analogy", (one, TRANSFORMS[name](one), other, None), right, wrong, f"analogy: {name}"
    )


def rotation(random: Random) -> Puzzle:
    grid = lopsided(random, random.choice((3, 4, 4)))
    quarters = random.randint(1, 3)
    wrong = [rotated(mirrored(grid), n) for n in range(4)]
    wrong += [rotated(with_moved_cell(random, grid), n) for n in range(1, 4)]
    wrong = [other for other in wrong if other not in images(grid)[:4]]
    return _puzzle(random, "rotation", (grid,), rotated(grid, quarters), wrong, "rotated pattern")


def reflection(random: Random) -> Puzzle:
    grid = lopsided(random, random.choice((3, 4, 4)))
    right = mirrored(grid)
    wrong = [other for other in images(grid) if other != right] + [with_moved_cell(random, right)]
    return _puzzle(random, "reflection", (grid,), right, wrong, "mirrored pattern")


def match(random: Random) -> Puzzle:
    grid = lopsided(random, random.choice((4, 5)))
    wrong = [with_moved_cell(random, grid) for _ in range(_MANY)] + [mirrored(grid), upside_down(grid)]
    return _puzzle(random, "match", (grid,), grid, wrong, "equal pattern")


def completion(random: Random) -> Puzzle:
    rows, columns = random.choice(((4, 2), (5, 3), (6, 3)))
    left = pattern(random, rows, columns)
    right = mirrored(left)
    wrong = [left, upside_down(left), upside_down(right), inverted(right)]
    wrong += [with_moved_cell(random, right) for _ in range(_MANY)]
    panel = tuple(row + EMPTY * columns for row in left)
    return _puzzle(random, "completion", (panel,), right, wrong, "symmetric completion")


def fold(random: Random) -> Puzzle:
    rows, columns = random.choice(((3, 2), (4, 2), (4, 3)))
    n_cells = rows * columns
    holes = set(random.sample(range(n_cells), random.randint(1, 3)))
    half = tuple(
        "".join("#" if row * columns + column in holes else EMPTY for column in range(columns))
        for row in range(rows)
    )

    def unfolded(left: Grid, right: Grid) -> Grid:
        return tuple(a + b for a, b in zip(left, right, strict=True))

    right = unfolded(half, mirrored(half))
    moved = [with_moved_cell(random, half) for _ in range(4)]
    wrong = [unfolded(half, half), unfolded(half, tuple(EMPTY * columns for _ in half)), upside_down(right)]
    wrong += [unfolded(other, mirrored(other)) for other in moved]
    wrong += [unfolded(half, mirrored(other)) for other in moved]
    return _puzzle(random, "fold", (half,), right, wrong, "folded sheet")


def odd_pattern(random: Random) -> Puzzle:
    """Return a pattern turned in four ways, and its mirror image turned in one."""
    grid = lopsided(random, random.choice((3, 4)))
    options = [_picture(rotated(grid, n)) for n in range(4)]
    alien = _picture(rotated(mirrored(grid), random.randrange(4)))
    options.insert(random.randint(0, 4), alien)
    right = LETTERS[options.index(alien)]
    return Puzzle("odd", (), dict(zip(LETTERS, options, strict=False)), right, ("odd mirror image",))


def shadow(random: Random) -> Puzzle:
    heights = cubes.stacked(random)
    view = cubes.front_view(heights)
    high = max(view)
    others = [view[::-1], [max(row) for row in heights][: len(view)]]
    for _ in range(_MANY):
        changed = list(view)
        changed[random.randrange(len(view))] = random.randint(1, high)
        others.append(changed)
    wrong = [cubes.silhouette(other, high) for other in others if len(other) == len(view) and other != view]
    panel = {"heights": [list(row) for row in heights]}
    options, right = lettered(
        random, _picture(cubes.silhouette(view, high)), map(_picture, wrong), min(4, 1 + len(set(wrong)))
    )
    if len(options) < 3:
        raise Unfit("too few wrong options")
    return Puzzle("shadow", (panel,), options, right, ("front view of cubes",))


def stack(random: Random) -> Puzzle:
    heights = cubes.stacked(random)
    return Puzzle("stack", ({"heights": [list(row) for row in heights]},), {}, "", ("stacked cubes",))


def net(random: Random) -> Puzzle:
    nets: list[Grid] = []
    others: list[Grid] = []
    for _ in range(400):
        if nets and len(others) > 3:
            break
        try:
            cells = cubes.hexomino(random)
        except Unfit:
            continue
        grid = cubes.as_grid(cells)
        (others if cubes.folded(cells) is None else nets).append(grid)
    else:
        raise Unfit("no net was found")
    return _puzzle(random, "net", (), nets[0], others, "net of a cube")


def opposite(random: Random) -> Puzzle:
    for _ in range(200):
        try:
            cells = cubes.hexomino(random)
        except Unfit:
            continue
        if cubes.folded(cells) is not None:
            break
    else:
        raise Unfit("no net was found")
    letters = dict(zip(sorted(cells), random.sample(LETTERS, 6), strict=True))
    return Puzzle("opposite", (_picture(cubes.as_grid(cells, letters)),), {}, "", ("lettered net",))
