"""Puzzles of shapes with attributes: matrices, series, odd ones out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.schemas.stem.puzzles import ATTRIBUTES, SHAPES, TURNED
from vlcorpus.stages.stem.puzzles.puzzle import LETTERS, Picture, Puzzle, drawn, lettered
from vlcorpus.stages.stem.puzzles.rules import N_TURNS, Value, allowed_in_matrix, allowed_in_series

DOMAINS: dict[str, Sequence[Value]] = {
    "shape": SHAPES,
    "count": range(1, 10),
    "size": (1, 2, 3),
    "fill": (0, 1, 2),
    "turn": range(N_TURNS),
}
# Of small shapes these two look alike, and one of them is enough.
_DRAWN = tuple(shape for shape in SHAPES if shape != "hexagon")
MOST_SMALL = 4  # shapes of a picture that may be small: more of them would be tiny


def matrix(random: Random) -> Puzzle:
    varied = _varied(random, random.randint(2, 3))
    values = {attribute: _matrix_values(random, attribute, attribute in varied) for attribute in ATTRIBUTES}
    _fit_turns(random, values, varied)
    for attribute, table in values.items():
        if allowed_in_matrix(attribute, table, DOMAINS[attribute]) != {table[2][2]}:
            raise Unfit("another rule allows another picture")
    cells = [
        {attribute: values[attribute][row][column] for attribute in ATTRIBUTES}
        for row in range(3)
        for column in range(3)
    ]
    _check_seen(cells)
    options, right = lettered(random, cells[8], _changed(random, cells[8], cells, varied), 6)
    return Puzzle("matrix", (*cells[:8], None), options, right, tuple(f"matrix of {name}" for name in varied))


def series(random: Random) -> Puzzle:
    varied = _varied(random, random.randint(1, 3))
    values = {attribute: _series_values(random, attribute, attribute in varied) for attribute in ATTRIBUTES}
    _fit_turns(random, values, varied)
    for attribute, line in values.items():
        if allowed_in_series(attribute, line, DOMAINS[attribute]) != {line[4]}:
            raise Unfit("another rule allows another picture")
    cells = [{attribute: values[attribute][n] for attribute in ATTRIBUTES} for n in range(5)]
    _check_seen(cells)
    options, right = lettered(random, cells[4], _changed(random, cells[4], cells, varied), 4)
    return Puzzle("series", (*cells[:4], None), options, right, tuple(f"series of {name}" for name in varied))


def odd(random: Random) -> Puzzle:
    """Return five pictures of which one differs in an attribute that the others share."""
    attribute = random.choice(ATTRIBUTES)
    cells = [dict[str, Value](shape=random.choice(_DRAWN), count=1, size=2, fill=0, turn=0) for _ in range(5)]
    for name in ATTRIBUTES:
        for cell, value in zip(cells, _odd_values(random, name, name == attribute), strict=True):
            cell[name] = value
    if attribute == "turn" or any(cell["turn"] for cell in cells):
        shapes = TURNED if random.random() < 0.5 else (random.choice(TURNED),)
        for cell in cells:
            cell["shape"] = random.choice(shapes)
    _check_seen(cells)
    odd_ones = {n for name in ATTRIBUTES if (n := odd_place([cell[name] for cell in cells])) is not None}
    if len(odd_ones) != 1:
        raise Unfit("not just one picture is odd")
    right = LETTERS[odd_ones.pop()]
    return Puzzle("odd", (), dict(zip(LETTERS, cells, strict=False)), right, (f"odd {attribute}",))


def _check_seen(cells: Sequence[Picture]) -> None:
    if max(cell["count"] for cell in cells) > MOST_SMALL and min(cell["size"] for cell in cells) < 3:
        raise Unfit("there are many small shapes")


def odd_place(values: Sequence[Value]) -> int | None:
    """Return the place of the one value that differs from all others, which are equal."""
    numbers = Counter(values)
    if sorted(numbers.values()) != [1, len(values) - 1]:
        return None
    return next(n for n, value in enumerate(values) if numbers[value] == 1)


def _varied(random: Random, count: int) -> list[str]:
    found = random.sample(ATTRIBUTES, count)
    return [name for name in ATTRIBUTES if name in found]


def _fit_turns(random: Random, values: dict[str, list], varied: list[str]) -> None:
    """Make shapes such that a turn of them is seen; shapes that are not turned are upright."""
    if "turn" not in varied:
        return
    if "shape" in varied:
        raise Unfit("shapes vary, and their turns too")
    shape = random.choice(TURNED)
    values["shape"] = [[shape] * len(row) if isinstance(row, list) else shape for row in values["shape"]]


def _matrix_values(random: Random, attribute: str, varies: bool) -> list[list[Value]]:
    """Return three rows of values by one of the rules, along the rows or, turned, along the columns."""
    if not varies:
        value = _still(random, attribute)
        return [[value] * 3 for _ in range(3)]
    rules = ["constant", "permutation"] + (["progression"] if attribute != "shape" else [])
    rules += ["sum", "difference"] if attribute == "count" else []
    rows = _rows(random, attribute, random.choice(rules))
    return rows if random.random() < 0.7 else [list(column) for column in zip(*rows, strict=True)]


def _rows(random: Random, attribute: str, rule: str) -> list[list[Value]]:
    match rule:
        case "constant":
            return [[value] * 3 for value in _different(random, attribute)]
        case "permutation":
            first = _different(random, attribute)
            shift = random.choice((1, 2))
            return [first[shift * n % 3 :] + first[: shift * n % 3] for n in range(3)]
        case "progression":
            return _progressions(random, attribute)
        case _:
            parts = [(random.randint(1, 4), random.randint(1, 4)) for _ in range(3)]
            if rule == "sum":
                return [[x, y, x + y] for x, y in parts]
            return [[x + y, y, x] for x, y in parts]


def _progressions(random: Random, attribute: str) -> list[list[Value]]:
    if attribute == "turn":
        step = random.choice((1, 2, 3, 5, 6, 7))
        starts = [random.randrange(N_TURNS) for _ in range(3)]
        return [[(start + step * n) % N_TURNS for n in range(3)] for start in starts]
    if attribute == "count":
        step = random.choice((-2, -1, 1, 2))
        starts = [random.randint(max(1, 1 - 2 * step), min(9, 9 - 2 * step)) for _ in range(3)]
        return [[start + step * n for n in range(3)] for start in starts]
    first = list(DOMAINS[attribute])[:: random.choice((-1, 1))]
    return [first[:] for _ in range(3)]


def _series_values(random: Random, attribute: str, varies: bool) -> list[Value]:
    if not varies:
        return [_still(random, attribute)] * 5
    rule = random.choice(["alternation", "cycle"] + ["progression"] * 2 * (attribute in ("count", "turn")))
    a, b, c = _different(random, attribute)
    if rule == "alternation":
        return [a, b, a, b, a]
    if rule == "cycle":
        return [a, b, c, a, b]
    if attribute == "turn":
        start, step = random.randrange(N_TURNS), random.choice((1, 2, 3, 5, 6, 7))
        return [(start + step * n) % N_TURNS for n in range(5)]
    step = random.choice((-2, -1, 1, 2))
    start = random.randint(max(1, 1 - 4 * step), min(9, 9 - 4 * step))
    return [start + step * n for n in range(5)]


def _odd_values(random: Random, attribute: str, is_odd: bool) -> list[Value]:
    """Return five values: one odd one, all equal ones, or two and three equal ones."""
    a, b, _ = _different(random, attribute)
    if attribute == "turn" and not is_odd:
        return [0] * 5
    if is_odd:
        values = [a] * 5
        values[random.randrange(5)] = b
        return values
    values = [a, a, a, b, b] if random.random() < 0.6 else [a] * 5
    random.shuffle(values)
    return values


def _still(random: Random, attribute: str) -> Value:
    """Return what an attribute is throughout a puzzle in which it tells nothing."""
    match attribute:
        case "turn":
            return 0
        case "count":
            return random.choice((1, 1, 2, 3))
        case "size":
            return 3
        case _:
            return random.choice(_DRAWN if attribute == "shape" else DOMAINS[attribute])


def _different(random: Random, attribute: str) -> list[Value]:
    domain = list(_DRAWN if attribute == "shape" else DOMAINS[attribute])
    if attribute == "count":
        domain = domain[:6]
    return random.sample(domain, 3)


def _changed(random: Random, right: Picture, cells: list[Picture], varied: list[str]) -> list[Picture]:
    """Return the right picture with one or two of its attributes changed, first those that vary."""

    def change() -> Picture:
        picture = dict(right)
        for name in random.sample(varied, random.randint(1, len(varied))):
            seen = {cell[name] for cell in cells}
            others = sorted(seen) if random.random() < 0.7 else [v for v in DOMAINS[name] if v != "hexagon"]
            picture[name] = random.choice(others)
        if random.random() < 0.2:
            picture["fill"] = random.choice(DOMAINS["fill"])
        return picture

    pictures = list(drawn(change, lambda picture: picture != right, 80))
    _check_seen([right, *pictures])
    return pictures
