"""Dots and outlines, stacks of filled figures, tables, words with a circled letter."""

from __future__ import annotations

import math
import string
from collections.abc import Callable

from vlcorpus.schemas.scenes.path import arc, polyline
from vlcorpus.schemas.scenes.scene import Role, Shape, Tag, Thing, Unfit
from vlcorpus.schemas.stem.blind_spots import MARGIN
from vlcorpus.stages.stem.blind_spots.draft import DOTS, XY, Draft
from vlcorpus.stages.stem.segments import off_segment

WORDS = (
    "Acknowledge", "Subway", "Parallel", "Committee", "Balloon", "Mississippi", "Bookkeeper", "Telephone",
    "Giraffe", "Umbrella", "Cinnamon", "Tomorrow", "Success", "Possession", "Raccoon", "Banana", "Alphabet",
    "Horizon", "Calendar", "Kangaroo", "Necessary", "Triangle", "Volcano", "Whistle", "Zeppelin", "Jellyfish",
    "Quarter", "Xylophone", "Yesterday", "Oxygen", "Library", "Engineer", "Festival", "Diamond", "Harmonica",
)  # fmt: skip
_LETTER = 78  # from letter to letter


def outline(draft: Draft) -> None:
    """A closed outline that winds around a middle, and dots inside and outside of it."""
    random = draft.random
    count = random.randint(7, 11)
    corners = []
    for n in range(count):
        angle = math.tau * (n + random.uniform(-0.2, 0.2)) / count
        reach = random.choice((random.randint(170, 260), random.randint(400, 500)))
        corners.append((round(reach * math.cos(angle)), round(reach * math.sin(angle))))
    draft.truth["outline"] = [list(corner) for corner in corners]
    draft.draw("outline", "outline", polyline(corners, closed=True))
    wanted = random.randint(2, 4)
    _scatter(draft, wanted, lambda at: _off_lines(at, corners) > 1.6 * MARGIN)


def _scatter(draft: Draft, count: int, is_clear: Callable[[XY], bool], apart: int = 110) -> None:
    """Draw dots at random where it is clear, apart from each other."""
    found: list[XY] = []
    for _ in range(200):
        at = (draft.random.randint(-480, 480), draft.random.randint(-480, 480))
        if is_clear(at) and all(math.dist(at, other) > apart for other in found):
            found.append(at)
        if len(found) == count:
            break
    else:
        raise Unfit("there is no room for dots")
    for letter, at in zip(DOTS, found, strict=False):
        draft.dot(f"dot {letter}", at)


def _off_lines(at: XY, corners: list[XY]) -> float:
    return min(off_segment(at, corners[n - 1], corners[n]) for n in range(len(corners)))


def dots_in_circles(draft: Draft) -> None:
    """Two circles that overlap, and dots in one, in both, in none."""
    random = draft.random
    hues = draft.hues(2)
    circles = [((-150, random.randint(-60, 60)), 260), ((170, random.randint(-60, 60)), 240)]
    for (center, radius), hue in zip(circles, hues, strict=True):
        draft.circle(f"{hue} circle", center, radius, hue)

    def is_clear(at: XY) -> bool:
        return all(abs(math.dist(at, center) - radius) > 2 * MARGIN for center, radius in circles)

    _scatter(draft, random.randint(4, 9), is_clear, 90)


def nearest(draft: Draft) -> None:
    """Dots at random: which one is nearest to another?"""
    _scatter(draft, draft.random.randint(4, 7), lambda at: True, 140)


def poggendorff(draft: Draft) -> None:
    """A slanted segment that ends at a bar, and dots beyond it: one of them lies on its continuation."""
    random = draft.random
    dx, dy = random.choice(((4, 3), (3, 4), (1, 1), (2, 1), (4, -3), (3, -4), (1, -1), (2, -1)))
    unit = 200 // max(dx, abs(dy)) + 20
    start, hidden = (-2 * dx * unit, -2 * dy * unit), (0, 0)
    bar = [(0, -520), (180, -520), (180, 520), (0, 520)]
    draft.truth["ray"] = [list(start), list(hidden)]
    draft.draw("ray", "ray", polyline([start, hidden]), "red")
    draft.draw("bar", "bar", polyline(bar, closed=True), None, Role.SOLID)
    far = 300 // dx + 1
    right = (dx * far, dy * far)
    gap = 4 * MARGIN * math.hypot(dx, dy) / dx  # level dots stand so far apart that the line tells them apart
    count = random.randint(3, 4)
    place = random.randrange(count)
    for n in range(count):
        draft.dot(f"dot {DOTS[n]}", (right[0], round(right[1] + (place - n) * gap)), (0, right[1]))


def stack(draft: Draft) -> None:
    """Filled figures that cover each other."""
    random = draft.random
    boxes: list[tuple[int, int, int, int]] = []
    draft.truth["stack"] = hues = draft.hues(random.randint(3, 5))
    for hue in hues:
        x, y, w, h = (
            random.randint(0, 500),
            random.randint(0, 500),
            random.randint(200, 380),
            random.randint(200, 380),
        )
        boxes.append((x, y, x + w, y + h))
        path = polyline([(x, y), (x + w, y), (x + w, y + h), (x, y + h)], closed=True)
        draft.draw(f"{hue} figure", "figure", path, hue, Role.SOLID)
    draft.truth["overlaps"] = []
    for b in range(len(boxes)):
        for a in range(b):
            depth = min(
                min(boxes[a][2], boxes[b][2]) - max(boxes[a][0], boxes[b][0]),
                min(boxes[a][3], boxes[b][3]) - max(boxes[a][1], boxes[b][1]),
            )
            if abs(depth) < 2 * MARGIN:
                raise Unfit("figures almost touch")
            if depth > 0:
                draft.truth["overlaps"].append([hues[a], hues[b]])


def table(draft: Draft) -> None:
    """An empty table, its columns and rows of one size or of several."""
    random = draft.random
    rows, columns = random.randint(3, 10), random.randint(3, 10)
    is_even = random.random() < 0.6
    draft.steps.append("equal cells" if is_even else "unequal cells")

    def places(count: int, total: int) -> list[int]:
        sizes = [1.0 if is_even else random.uniform(0.7, 1.5) for _ in range(count)]
        return [round(total * sum(sizes[:n]) / sum(sizes)) for n in range(count + 1)]

    xs, ys = places(columns, 1000), places(rows, random.choice((700, 1000)))
    draft.truth["grid"] = {"x": xs, "y": ys}
    shapes = [Shape(Role.LINE, polyline([(x, 0), (x, ys[-1])])) for x in xs]
    shapes += [Shape(Role.LINE, polyline([(0, y), (1000, y)])) for y in ys]
    draft.things.append(Thing("grid", "grid", tuple(shapes)))


def word(draft: Draft) -> None:
    """A word, or letters at random, one of them circled."""
    random = draft.random
    if random.random() < 0.7:
        text = random.choice(WORDS)
    else:
        text = "".join(random.choices(string.ascii_lowercase, k=random.randint(6, 11)))
        draft.steps.append("letters at random")
    circled = random.randrange(len(text))
    at = [(n * _LETTER, 0) for n in range(len(text))]
    draft.truth["word"] = {"text": text, "at": [list(place) for place in at], "circled": circled}
    tags = tuple(
        Tag(letter, place, is_centered=True, room=(58, 74)) for letter, place in zip(text, at, strict=True)
    )
    ellipse = Shape(Role.LINE, arc(at[circled], (44, 66)), random.choice(("red", "blue", "green", None)))
    draft.things.append(Thing("oval", "oval", (ellipse,), tags))
    middle = (len(text) - 1) * _LETTER / 2
    draft.room = ((middle - 500, -200), (middle + 500, 200))


BUILDS: dict[str, Callable[[Draft], None]] = {
    "dots and outline": outline,
    "dots in circles": dots_in_circles,
    "nearest dot": nearest,
    "Poggendorff line": poggendorff,
    "stack of figures": stack,
    "table": table,
    "circled letter": word,
}
