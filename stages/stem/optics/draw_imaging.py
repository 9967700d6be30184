"""A lens or a mirror with its axis, an object, principal rays and an image, as things to be drawn."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from vlcorpus.schemas.scenes.scene import Dot, Role, Shape, Tag, Thing
from vlcorpus.stages.stem.optics.setup import CONCAVE, CONVERGING, PLANE, Setup
from vlcorpus.stages.stem.optics.strokes import Place, arrow, line, ray

_HEAD = 0.03  # of the width of the drawing
_BEYOND = Fraction(1, 6)  # how far a ray goes on behind a real image, of its way to it
_MARGIN = 1.0
_HATCH = 0.6
_BEND = 1.5  # how far the ends of a bent mirror turn, in sizes of a head


def things(setup: Setup, points: dict[str, Fraction]) -> tuple[Thing, ...]:
    left, right = _reach(setup, points)
    size = _HEAD * (right - left)
    high = max(abs(y) for y in _hits(setup).values()) + Fraction(1)
    return (
        Thing("axis", "axis", (line((left, 0), (right, 0), role=Role.AXIS),)),
        Thing("element", setup.element, tuple(_element(setup, float(high), size))),
        *_rays(setup, left, right, size),
        *_arrows(setup, size),
        *_dots(setup, points),
    )


def _reach(setup: Setup, points: dict[str, Fraction]) -> tuple[float, float]:
    xs = [-setup.distance, Fraction(setup.image[0]), Fraction(0), *points.values()]
    xs += [Fraction(x) for x, _ in setup.foci.values()]
    return float(min(xs)) - _MARGIN, float(max(xs)) + _MARGIN


def _hits(setup: Setup) -> dict[str, Fraction]:
    """Return at which height each principal ray meets the element."""
    return {
        "parallel": Fraction(setup.height),
        "center": Fraction(0),
        "focus": Fraction(setup.image[1]),
    }


def _element(setup: Setup, high: float, size: float) -> Iterator[Shape]:
    """Yield a lens as a line whose heads point outwards where it gathers; a mirror is hatched behind."""
    yield line((0, -high), (0, high))
    if setup.is_lens:
        inward = 0 if setup.element == CONVERGING else 1
        for side in (1, -1):
            tip = side * high
            back = tip - side * size if not inward else tip + side * size
            yield line((-size, back), (0, tip), (size, back))
        return
    if setup.element != PLANE:
        bend = -_BEND * size if setup.element == CONCAVE else _BEND * size
        for side in (1, -1):
            yield line((0, side * high), (bend, side * (high + _BEND * size)))
    n = max(4, round(2 * high / _HATCH))
    step = 2 * high / n
    for k in range(n):
        y = -high + k * step
        yield line((0, y), (0.6 * size, y + 0.6 * size), role=Role.MARK)


def _rays(setup: Setup, left: float, right: float, size: float) -> Iterator[Thing]:
    """Yield each ray from the tip of the object to the element and on, after which the image is found."""
    ahead = 1 if setup.is_lens else -1  # where light goes on
    for name in setup.rays:
        hit: Place = (0, _hits(setup)[name])
        shapes = [*ray(setup.object, hit, size)]
        x, y = (Fraction(number) for number in setup.image)
        slope = (y - hit[1]) / x
        if setup.is_real:
            end = (x * (1 + _BEYOND), hit[1] + slope * x * (1 + _BEYOND))
        else:
            edge = Fraction(right if ahead > 0 else left).limit_denominator(100)
            far = edge if abs(edge) < 3 * setup.distance else ahead * setup.distance
            end = (far, hit[1] + slope * far)
            shapes.append(line(hit, setup.image, role=Role.DASHED))
        shapes += ray(hit, end, size)
        yield Thing(f"ray {name}", "ray", tuple(shapes))


def _arrows(setup: Setup, size: float) -> Iterator[Thing]:
    (x, y) = setup.object
    tags = []
    if setup.written:
        tags.append(Tag(f"h={setup.height}", (float(x), float(y) / 2), (float(x) + 1, float(y) / 2)))
        tags.append(Tag(f"d={setup.distance}", (float(x), 0), (float(x), 1)))
    yield Thing("object", "object", arrow((x, 0), (x, y), size), tuple(tags))
    if setup.is_drawn:
        x, y = setup.image
        yield Thing("image", "image", _image_arrow(setup, size))


def _image_arrow(setup: Setup, size: float) -> tuple[Shape, ...]:
    """A virtual image is dashed: no light comes from it."""
    x, y = setup.image
    shaft, head = arrow((x, 0), (x, y), size)
    return (shaft if setup.is_real else line((x, 0), (x, y), role=Role.DASHED), head)


def _dots(setup: Setup, points: dict[str, Fraction]) -> Iterator[Thing]:
    for side, (x, _) in setup.foci.items():
        place = (float(x), 0.0)
        tags = [Tag("F", place, (place[0], 1))]
        if setup.written and side in ("left", "mirror"):
            tags.append(Tag(f"f={setup.focal}", place, (place[0], -1)))
        yield Thing(f"focus {side}", "focus", (Dot(place),), tuple(tags))
    for name, x in points.items():
        place = (float(x), 0.0)
        yield Thing(f"point {name}", "point", (Dot(place),), (Tag(name, place, (place[0], 1)),))
