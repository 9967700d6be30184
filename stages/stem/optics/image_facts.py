"""What can be said of an image by a lens or a mirror: derived from where it lies."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from vlcorpus.schemas.scenes.claims import Claim, truth_value
from vlcorpus.schemas.stem.optics import ELEMENTS, ZONES
from vlcorpus.stages.stem.optics.setup import Setup
from vlcorpus.stages.stem.optics.strokes import others, wrong

_IMAGES = ("real", "virtual")
_WAYS_UP = ("upright", "inverted")
_SIZES = ("larger", "smaller", "same")
_SIDES = ("left", "right")
MIN_RATIO = Fraction(6, 5)  # of sizes and distances that are compared


def claims(setup: Setup, points: dict[str, Fraction]) -> tuple[Claim, ...]:
    """Return all that holds and can be seen, as schemas/stem/optics.py names it."""
    seen = ("element", "object", *(f"focus {side}" for side in setup.foci))
    return (
        *_image(setup, seen),
        *_numbers(setup),
        *_counts(setup, points),
        *_points(setup, points),
        *_moved(setup, points, seen),
    )


def _image(setup: Setup, seen: tuple[str, ...]) -> Iterator[Claim]:
    yield Claim(("element",), setup.element, ("element",), others(setup.element, ELEMENTS))
    told = {
        "image": (_IMAGES[not setup.is_real], _IMAGES),
        "orientation": (_WAYS_UP[setup.is_real], _WAYS_UP),
        "size": (_size(setup.magnification), _SIZES),
        "image_side": (_SIDES[setup.image[0] > 0], _SIDES),
    }
    for operation, (value, values) in told.items():
        yield Claim((operation,), value, seen, others(value, values))
    if setup.is_gathering:
        yield Claim(("zone",), setup.zone, seen, others(setup.zone, ZONES))


def _size(ratio: Fraction) -> str:
    return _SIZES[2] if ratio == 1 else _SIZES[ratio < 1]


def _numbers(setup: Setup) -> Iterator[Claim]:
    """Yield what is written, and what follows from it."""
    if not setup.written:
        return
    seen = ("element", "object", *(f"focus {side}" for side in setup.foci))
    far, away = setup.distance, abs(setup.image_distance)
    numbers: dict[str, Fraction] = {
        "object_distance": far,
        "image_distance": away,
        "object_height": Fraction(setup.height),
        "image_height": abs(Fraction(setup.image[1])),
        "magnification": setup.magnification,
    }
    if setup.focal:
        numbers["focal_length"] = Fraction(setup.focal)
    guesses = (*numbers.values(), far + setup.focal, away + 1, far + 2)
    for operation, number in numbers.items():
        yield Claim((operation,), str(number), seen, wrong(number, *guesses))


def _counts(setup: Setup, points: dict[str, Fraction]) -> Iterator[Claim]:
    rays = tuple(f"ray {ray}" for ray in setup.rays)
    named = tuple(f"point {name}" for name in points)
    for what, things in (("rays", rays), ("points", named)):
        if things:
            yield Claim(("count", what), str(len(things)), things, wrong(len(things), 1, 2, 3, 4, 5))


def _points(setup: Setup, points: dict[str, Fraction]) -> Iterator[Claim]:
    """A letter is asked for where only the drawing tells it: where it lies, not what is written there."""
    places = {
        "2F": {Fraction(2 * x) for x, _ in setup.foci.values()},  # a mirror has one focus
        "object": {-setup.distance},
        "image": {Fraction(setup.image[0])},
    }
    for what, where in places.items():
        there = [name for name, x in points.items() if x in where]
        if len(there) == 1:
            seen = (f"point {there[0]}", "element", "object", *(f"focus {side}" for side in setup.foci))
            yield Claim(("at", what), there[0], seen, others(there[0], points))
    for name, x in points.items():
        yield Claim(("object_side", name), truth_value(x < 0), (f"point {name}", "element"))
    for one, other in combinations(points, 2):
        near, far = sorted((one, other), key=lambda name: abs(points[name]))
        if abs(points[far]) >= MIN_RATIO * abs(points[near]):
            seen = (f"point {one}", f"point {other}", "element")
            yield Claim(("nearer_to_element", one, other), near, seen, (far,))


def _moved(setup: Setup, points: dict[str, Fraction], seen: tuple[str, ...]) -> Iterator[Claim]:
    """Yield how the image would be if the object stood elsewhere."""
    for name, x in points.items():
        if x >= 0 or x in (-setup.distance, -setup.focal):
            continue
        moved = setup.moved(x)
        image = _IMAGES[not moved.is_real]
        yield Claim(("image_moved", name), image, (*seen, f"point {name}"), others(image, _IMAGES))
        ratio = moved.magnification / setup.magnification
        if ratio == 1 or max(ratio, 1 / ratio) >= MIN_RATIO:
            size = _size(ratio)
            yield Claim(("moved", name), size, (*seen, f"point {name}"), others(size, _SIZES))
