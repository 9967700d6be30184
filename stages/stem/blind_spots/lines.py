"""Lines that cross, bars that seem longer than they are, paths between stations, strings in a tangle."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from itertools import pairwise
from random import Random

from vlcorpus.schemas.scenes.path import arc, polyline
from vlcorpus.schemas.scenes.scene import Role, Shape, Tag, Thing, Unfit
from vlcorpus.stages.stem.blind_spots.draft import Draft

MIN_RATIO = 1.08  # of bars that are not equally long
_STEP = 150  # between nodes of a network
_SIZE = 7  # nodes on each side
_MAX_PATHS = 6
Node = tuple[int, int]


def two_lines(draft: Draft) -> None:
    """Two broken lines from left to right, in two colours."""
    random = draft.random
    pieces = random.randint(2, 5)
    draft.steps.append(f"lines of {pieces} pieces")
    xs = [round(n * 1000 / pieces) for n in range(pieces + 1)]
    for hue in draft.hues(2):
        draft.line(f"{hue} line", [(x, random.randint(0, 700)) for x in xs], hue)


def some_lines(draft: Draft) -> None:
    """Three to five straight segments in colours of their own."""
    random = draft.random
    for hue in draft.hues(random.randint(3, 5)):
        ends = [(random.randint(0, 1000), random.randint(0, 1000)) for _ in range(2)]
        if abs(ends[0][0] - ends[1][0]) + abs(ends[0][1] - ends[1][1]) < 400:
            raise Unfit("a line is short")
        draft.line(f"{hue} line", ends, hue)


def zigzag(draft: Draft) -> None:
    """A zigzag, crossed by a straight line or by none."""
    random = draft.random
    teeth = random.randint(3, 7)
    hues = draft.hues(2)
    corners = [(round(n * 1000 / teeth), 350 + (-1) ** n * 250) for n in range(teeth + 1)]
    draft.line(f"{hues[0]} line", corners, hues[0])
    draft.line(f"{hues[1]} line", [(40, random.randint(0, 700)), (960, random.randint(0, 700))], hues[1])


def _two_lengths(random: Random) -> tuple[int, int]:
    """Return the lengths of two bars: equal, or one longer by what people see."""
    length = 2 * random.randint(180, 240)
    other = length if random.random() < 0.5 else round(length * random.choice((0.84, 0.9, 1.11, 1.18)))
    return length, other


def mueller_lyer(draft: Draft) -> None:
    """Two level bars, one with arrow heads, which seems shorter, one with tails, which seems longer."""
    lengths = _two_lengths(draft.random)
    fin = draft.random.randint(50, 75)
    first_has_heads = draft.random.random() < 0.5
    names, hues = draft.two_names("bar")
    for n, (name, hue, length) in enumerate(zip(names, hues, lengths, strict=True)):
        y, half = -320 * n, length // 2
        ends = ((-half, y), (-half + length, y))
        draft.bar(name, ends, hue)
        turn = 1 if (n == 0) == first_has_heads else -1
        fins = []
        for (x, _), side in zip(ends, (1, -1), strict=True):
            tip = (x + side * turn * fin, y)
            fins += [polyline([(x, y), (tip[0], y + up * 0.8 * fin)]) for up in (-1, 1)]
        draft.things.append(Thing(f"fins of {name}", "fins", tuple(Shape(Role.LINE, path) for path in fins)))
    draft.priors["equal", *names] = "no"
    draft.priors["longer", *names] = names[first_has_heads]


def ponzo(draft: Draft) -> None:
    """Two level bars between rails that run together: the upper one seems longer."""
    lengths = _two_lengths(draft.random)
    names, hues = draft.two_names("bar")
    for y, name, hue, length in zip((620, 180), names, hues, lengths, strict=True):
        half = length // 2
        draft.bar(name, ((-half, y), (-half + length, y)), hue)
    rails = tuple(Shape(Role.LINE, polyline([(side * 560, 0), (side * 300, 800)])) for side in (-1, 1))
    draft.things.append(Thing("rails", "rails", rails))
    draft.priors["equal", *names] = "no"
    draft.priors["longer", *names] = names[0]


def upright_and_level(draft: Draft) -> None:
    """An upright bar on a level one: the upright one seems longer."""
    level, upright = _two_lengths(draft.random)
    half = level // 2
    names, hues = draft.two_names("bar")
    draft.bar(names[0], ((-half, 0), (-half + level, 0)), hues[0])
    draft.bar(names[1], ((0, 30 + upright), (0, 30)), hues[1])
    draft.priors["equal", *names] = "no"
    draft.priors["longer", *names] = names[1]


def paths(draft: Draft) -> None:
    """Paths of different colours between four stations, along a grid; they cross, but never join."""
    random = draft.random
    stations: dict[str, Node] = dict(
        zip(draft.letters("station", 4), ((1, 5), (5, 5), (5, 1), (1, 1)), strict=True)
    )
    draft.truth["stations"] = {name: _at(node) for name, node in stations.items()}
    draft.truth["paths"] = []
    taken: dict[Node, set[Node]] = {node: set() for node in stations.values()}
    for number, hue in enumerate(draft.hues(random.randint(3, _MAX_PATHS)), start=1):
        start, end = random.sample(list(stations), 2)
        way = _way(random, stations[start], stations[end], taken, set(stations.values()))
        corners = _corners([_at(node) for node in way])
        draft.truth["paths"].append([hue, [start, end], corners])
        draft.draw(f"path {number}", "path", polyline([(x, y) for x, y in corners]), hue)
    _draw_stations(draft)


def _at(node: Node) -> list[int]:
    return [node[0] * _STEP, node[1] * _STEP]


def _way(
    random: Random, start: Node, end: Node, taken: dict[Node, set[Node]], stations: set[Node]
) -> list[Node]:
    """Return a way from node to node that shares no edge with others and crosses them at right angles.

    `taken` are nodes that ways go through, each with the directions in which they leave it. Raises Unfit
    where there is no way.
    """
    directions = [(1, 0), (-1, 0), (0, 1), (0, -1)]
    random.shuffle(directions)
    pending: deque[tuple[Node, Node | None]] = deque([(start, None)])
    came: dict[tuple[Node, Node | None], tuple[Node, Node | None] | None] = {(start, None): None}
    while pending:
        node, direction = state = pending.popleft()
        if node == end:
            break
        must_go_on = node in taken and node != start
        for step in [direction] if must_go_on and direction else directions:
            there = (node[0] + step[0], node[1] + step[1])
            if not (0 <= there[0] < _SIZE and 0 <= there[1] < _SIZE) or (there in stations and there != end):
                continue
            back = (-step[0], -step[1])
            if step in taken.get(node, ()) or back in taken.get(there, ()):
                continue
            if there in taken and there != end and (step in taken[there] or len(taken[there]) > 2):
                continue
            if (there, step) not in came:
                came[there, step] = state
                pending.append((there, step))
    else:
        raise Unfit("there is no way left between two stations")
    way = [state[0]]
    while (previous := came[state]) is not None:
        way.append(previous[0])
        state = previous
    way.reverse()
    for a, b in pairwise(way):
        step = (b[0] - a[0], b[1] - a[1])
        taken.setdefault(a, set()).add(step)
        taken.setdefault(b, set()).add((-step[0], -step[1]))
    return way


def _corners(way: list[list[int]]) -> list[list[int]]:
    """Return the points in which a way begins, turns and ends."""
    kept = [way[0]]
    for before, at, after in zip(way, way[1:], way[2:], strict=False):
        if (at[0] - before[0], at[1] - before[1]) != (after[0] - at[0], after[1] - at[1]):
            kept.append(at)
    return [*kept, way[-1]]


def _draw_stations(draft: Draft) -> None:
    for name, (x, y) in draft.truth["stations"].items():
        disc = Shape(Role.PAPER, arc((x, y), 46))
        tag = Tag(name[-1], (x, y), is_centered=True, room=(64, 64))
        draft.things.append(Thing(name, "station", (disc,), (tag,)))


def tangle(draft: Draft) -> None:
    """Strings that lead from letters on the left to letters on the right, over each other."""
    random = draft.random
    count = random.randint(3, 5)
    gap = 800 // count
    names = draft.letters("station", 2 * count) if count <= 4 else [f"station {x}" for x in "ABCDEFGHJK"]
    left, right = names[:count], names[count:]
    ends = random.sample(range(count), count)
    draft.truth["stations"] = {name: [0, -n * gap] for n, name in enumerate(left)}
    draft.truth["stations"] |= {name: [1000, -n * gap] for n, name in enumerate(right)}
    draft.truth["paths"] = []
    middles = [random.sample(range(count), count) for _ in range(2)]
    for n, hue in enumerate(draft.hues(count)):
        rows = [n, *(middle[n] for middle in middles), ends[n]]
        corners = [[x, -row * gap] for x, row in zip((0, 340, 660, 1000), rows, strict=True)]
        draft.truth["paths"].append([hue, [left[n], right[ends[n]]], corners])
        draft.draw(f"path {n + 1}", "path", polyline([(x, y) for x, y in corners]), hue)
    _draw_stations(draft)


BUILDS: dict[str, Callable[[Draft], None]] = {
    "two lines": two_lines,
    "some lines": some_lines,
    "zigzag and line": zigzag,
    "Müller-Lyer bars": mueller_lyer,
    "Ponzo bars": ponzo,
    "upright and level bars": upright_and_level,
    "paths between stations": paths,
    "tangle": tangle,
}
