"""Circles and squares that touch, overlap, or lie in each other; near misses keep the margin."""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import pairwise

from vlcorpus.schemas.scenes.path import polyline
from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.schemas.stem.blind_spots import MARGIN
from vlcorpus.stages.stem.blind_spots.draft import LETTERS, XY, Draft

# Directions with integer coordinates and length: circles touch exactly.
_TRIPLES = ((5, 0, 5), (0, 5, 5), (3, 4, 5), (4, 3, 5), (-3, 4, 5), (-4, 3, 5))
_NEAR = (MARGIN + 10, 4 * MARGIN)  # gaps and depths of overlap, in thousandths


def two_circles(draft: Draft) -> None:
    """Two circles a little apart, touching, overlapping a little, or one in the other."""
    random = draft.random
    r, s = 5 * random.randint(28, 56), 5 * random.randint(28, 56)
    if random.random() < 0.3:
        s = r
    how = random.choice(("apart", "touching", "overlapping", "nested"))
    draft.steps.append(f"circles {how}")
    dx, dy, length = random.choice(_TRIPLES)
    near = random.randint(*_NEAR)
    away = {"apart": r + s + near, "touching": r + s, "overlapping": r + s - near, "nested": r - s}[how]
    if how == "nested":
        r = s + random.randint(3, 5) * near
        away = max(0, r - s - near)
    part = away // length
    _draw_circles(draft, [((0, 0), r), ((dx * part, dy * part), s)])


def _draw_circles(draft: Draft, circles: list[tuple[XY, int]]) -> None:
    """Draw circles that are told apart by letters in their middles, or where these meet by colours."""
    hues = draft.hues(len(circles))
    near = min(
        min(math.dist(center, other), abs(math.dist(center, other) - radius))
        for n, (other, radius) in enumerate(circles)
        for m, (center, _) in enumerate(circles)
        if n != m
    )
    if near < 3 * MARGIN or draft.random.random() < 0.5:
        for (center, radius), hue in zip(circles, hues, strict=True):
            draft.circle(f"{hue} circle", center, radius, hue)
        return
    for (center, radius), name in zip(circles, draft.letters("circle", len(circles)), strict=True):
        draft.circle(name, center, radius)


def some_circles(draft: Draft) -> None:
    """Three or four circles at random, any two of them clearly apart or clearly overlapping."""
    random = draft.random
    wanted = random.randint(3, 4)
    circles: list[tuple[XY, int]] = []
    for _ in range(60):
        center = (random.randint(0, 900), random.randint(0, 900))
        radius = random.randint(110, 240)
        if all(_is_clear(center, radius, *other) for other in circles):
            circles.append((center, radius))
        if len(circles) == wanted:
            break
    else:
        raise Unfit("circles are near each other")
    _draw_circles(draft, circles)


def _is_clear(center: XY, radius: int, other: XY, other_radius: int) -> bool:
    away = math.dist(center, other)
    return away > 6 * MARGIN and all(
        abs(away - limit) > 2 * MARGIN for limit in (radius + other_radius, abs(radius - other_radius))
    )


def chain(draft: Draft) -> None:
    """Equal circles in a row or in two, each overlapping its neighbours, or not."""
    random = draft.random
    count, radius = random.randint(4, 9), 100
    step = random.choice((140, 145, 260))
    down = random.choice((0, 0, 70))
    for n, name in enumerate(_names(draft, count)):
        draft.circle(name, (n * step, n % 2 * down), radius)
    draft.steps.append("circles in two rows" if down else "circles in a row")


def ring(draft: Draft) -> None:
    """Equal circles around a middle, each overlapping both of its neighbours but for one gap or none."""
    random = draft.random
    count = random.randint(5, 8)
    reach = random.choice((300, 330, 360))
    side = 2 * reach * math.sin(math.pi / count)
    radius = round(side / 2 + random.choice((-2, 2)) * (MARGIN + 5))
    second = 2 * reach * math.sin(2 * math.pi / count)
    if abs(second - 2 * radius) < 2 * MARGIN:
        raise Unfit("circles almost touch")
    for n, name in enumerate(_names(draft, count)):
        angle = math.tau * n / count
        draft.circle(name, (round(reach * math.sin(angle)), round(reach * math.cos(angle))), radius)


def _names(draft: Draft, count: int) -> list[str]:
    """Return names by letters, or by numbers, which are not told in the picture."""
    if count <= len(LETTERS) and draft.random.random() < 0.5:
        return draft.letters("circle", count)
    return [f"circle {n}" for n in range(1, count + 1)]


def concentric(draft: Draft) -> None:
    """Circles in each other, about one centre, or the inner ones off it."""
    random = draft.random
    count = random.randint(2, 6)
    step = random.randint(60, 80)
    off = random.choice((0, 0, 1)) * random.randint(MARGIN + 5, step - MARGIN) if count == 2 else 0
    for n, hue in enumerate(draft.hues(count)):
        draft.circle(f"{hue} circle", (off if n == 0 else 0, 0), 90 + n * step, hue)


def ebbinghaus(draft: Draft) -> None:
    """Two circles, one among large circles and one among small ones, which makes it seem larger."""
    random = draft.random
    size = random.randint(70, 85)
    other = size if random.random() < 0.5 else round(size * random.choice((0.86, 0.9, 1.12, 1.16)))
    draft.steps.append("equal centres" if other == size else "unequal centres")
    names, hues = draft.two_names("circle")
    sides = ((0, size, 95, 6), (620, other, 32, 8))
    for side, name, hue, (x, radius, around, count) in zip("AB", names, hues, sides, strict=True):
        draft.circle(name, (x, 0), radius, hue)
        reach = radius + around + (40 if around > 50 else 25)
        for n in range(count):
            angle = math.tau * n / count
            at = (x + round(reach * math.cos(angle)), round(reach * math.sin(angle)))
            draft.circle(f"{side} {n + 1}", at, around)
    draft.priors["equal", *names] = "no"
    draft.priors["larger", *names] = names[1]


def squares(draft: Draft) -> None:
    """Squares in each other, about one centre or not."""
    random = draft.random
    count = random.randint(2, 7)
    sides = [90]
    for _ in range(count - 1):
        sides.append(sides[-1] + 2 * random.randint(2 * MARGIN + 5, 3 * MARGIN + 10))
    centers: list[XY] = [(0, 0)] * count
    if random.random() < 0.6:
        draft.steps.append("squares off centre")
        for n, (inner, outer) in enumerate(pairwise(sides), start=1):
            free = (outer - inner) // 2 - 2 * MARGIN
            x, y = centers[n - 1]
            centers[n] = (x + random.randint(-free, free), y + random.randint(-free, free))
    draft.truth["squares"] = []
    for n, ((x, y), side) in enumerate(zip(centers, sides, strict=True), start=1):
        side += side % 2
        draft.truth["squares"].append([x, y, side])
        half = side // 2
        corners = [(x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half)]
        draft.draw(f"square {n}", "square", polyline(corners, closed=True))


BUILDS: dict[str, Callable[[Draft], None]] = {
    "two circles": two_circles,
    "some circles": some_circles,
    "chain of circles": chain,
    "ring of circles": ring,
    "concentric circles": concentric,
    "Ebbinghaus circles": ebbinghaus,
    "nested squares": squares,
}
