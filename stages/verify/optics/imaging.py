"""Images by thin lenses and mirrors on their axis: distances by the lens equation, exact."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from vlcorpus.schemas.scenes.claims import truth_value
from vlcorpus.schemas.stem.optics import ELEMENTS, RAYS, ZONES
from vlcorpus.stages.verify.oracle import Contradiction, Unknown

_CONVERGING, _DIVERGING, _CONCAVE, _CONVEX, _PLANE = ELEMENTS


@dataclass(frozen=True, slots=True)
class Imaging:
    element: str
    focal: Fraction | None
    at: Fraction
    height: Fraction
    rays: tuple[str, ...]
    points: Mapping[str, Fraction]

    @property
    def is_lens(self) -> bool:
        return self.element in (_CONVERGING, _DIVERGING)

    def image(self) -> tuple[Fraction, Fraction]:
        """Return where the image is on the axis, and its height by the object's. Raises Unknown for none."""
        if self.focal is None:
            return -self.at, Fraction(1)
        power = 1 / self.focal if self.element in (_CONVERGING, _CONCAVE) else -1 / self.focal
        if self.is_lens:
            inverse = power + 1 / self.at
            away = 1 / _not_zero(inverse)
            return away, away / self.at
        inverse = power + 1 / self.at  # 1/v = 1/f - 1/u, with u = -at
        away = 1 / _not_zero(inverse)
        return -away, away / self.at

    @property
    def is_real(self) -> bool:
        """Tell whether light really meets in the image: behind a lens, before a mirror."""
        place, _ = self.image()
        return (place > 0) == self.is_lens

    def foci(self, times: int = 1) -> tuple[Fraction, ...]:
        """Return the places on the axis at so many focal lengths: on both sides of a lens."""
        if self.focal is None:
            raise Unknown("a plane mirror has no focus")
        far = times * self.focal
        if self.is_lens:
            return -far, far
        return (-far,) if self.element == _CONCAVE else (far,)

    def point(self, name: str) -> Fraction:
        if name not in self.points:
            raise Unknown(f"there is no point {name!r}")
        return self.points[name]

    def moved_to(self, name: str) -> Imaging:
        """Return it with the object at a named point."""
        place = self.point(name)
        if place >= 0:
            raise Unknown(f"{name} is not where objects stand")
        return replace(self, at=place)


def read_imaging(told: Mapping[str, Any]) -> Imaging:
    """Raises Contradiction for what cannot be."""
    focal = Fraction(told["focal"]) if told.get("focal") is not None else None
    made = Imaging(
        told["element"],
        focal,
        Fraction(told["object"]["at"]),
        Fraction(told["object"]["height"]),
        tuple(told["rays"]),
        {name: Fraction(x) for name, x in told["points"].items()},
    )
    if made.element not in ELEMENTS or (focal is None) != (made.element == _PLANE):
        raise Contradiction(f"{made.element!r} cannot have the focal length {told.get('focal')}")
    if made.at >= 0 or made.height <= 0 or (focal is not None and focal <= 0):
        raise Contradiction("the object does not stand upright before the element")
    if not set(made.rays) <= set(RAYS):
        raise Contradiction(f"there are no rays {made.rays}")
    return made


def _not_zero(number: Fraction) -> Fraction:
    if number == 0:
        raise Unknown("the object stands in a focus: there is no image")
    return number


def _element(scene: Imaging) -> str:
    return scene.element


def _image(scene: Imaging) -> str:
    return "real" if scene.is_real else "virtual"


def _orientation(scene: Imaging) -> str:
    return "upright" if scene.image()[1] > 0 else "inverted"


def _size(scene: Imaging) -> str:
    return _compared(abs(scene.image()[1]), Fraction(1))


def _compared(one: Fraction, other: Fraction) -> str:
    return "same" if one == other else "larger" if one > other else "smaller"


def _image_side(scene: Imaging) -> str:
    return "left" if scene.image()[0] < 0 else "right"


def _zone(scene: Imaging) -> str:
    if scene.element not in (_CONVERGING, _CONCAVE) or scene.focal is None:
        raise Unknown(f"zones are those of {_CONVERGING} and {_CONCAVE}")
    far, focal = -scene.at, scene.focal
    if far == focal:
        raise Unknown("the object stands in the focus")
    if far < focal:
        return ZONES[3]
    return ZONES[0] if far > 2 * focal else ZONES[1] if far == 2 * focal else ZONES[2]


def _image_distance(scene: Imaging) -> str:
    return str(abs(scene.image()[0]))


def _object_distance(scene: Imaging) -> str:
    return str(-scene.at)


def _focal_length(scene: Imaging) -> str:
    return str(abs(scene.foci()[0]))


def _image_height(scene: Imaging) -> str:
    return str(abs(scene.image()[1]) * scene.height)


def _object_height(scene: Imaging) -> str:
    return str(scene.height)


def _magnification(scene: Imaging) -> str:
    return str(abs(scene.image()[1]))


def _count(scene: Imaging, what: str) -> str:
    counts = {"rays": len(scene.rays), "points": len(scene.points)}
    if what not in counts:
        raise Unknown(f"{what!r} are not counted")
    return str(counts[what])


def _at(scene: Imaging, what: str) -> str:
    places: dict[str, Callable[[], tuple[Fraction, ...]]] = {
        "focus": scene.foci,
        "2F": lambda: scene.foci(2),
        "object": lambda: (scene.at,),
        "image": lambda: (scene.image()[0],),
        "center": lambda: (Fraction(0),),
    }
    if what not in places:
        raise Unknown(f"{what!r} is no place of the axis")
    wanted = places[what]()
    names = [name for name, place in scene.points.items() if place in wanted]
    if len(names) != 1:
        raise Unknown(f"{len(names)} named points lie at {what}")
    return names[0]


def _nearer(scene: Imaging, one: str, other: str) -> str:
    a, b = abs(scene.point(one)), abs(scene.point(other))
    if a == b:
        raise Unknown("both are equally near")
    return one if a < b else other


def _object_side(scene: Imaging, name: str) -> str:
    return truth_value(scene.point(name) < 0)


def _moved(scene: Imaging, name: str) -> str:
    return _compared(abs(scene.moved_to(name).image()[1]), abs(scene.image()[1]))


def _image_moved(scene: Imaging, name: str) -> str:
    return _image(scene.moved_to(name))


OPERATIONS: dict[str, Callable[..., str]] = {
    "element": _element,
    "image": _image,
    "orientation": _orientation,
    "size": _size,
    "image_side": _image_side,
    "zone": _zone,
    "image_distance": _image_distance,
    "object_distance": _object_distance,
    "focal_length": _focal_length,
    "image_height": _image_height,
    "object_height": _object_height,
    "magnification": _magnification,
    "count": _count,
    "at": _at,
    "nearer_to_element": _nearer,
    "object_side": _object_side,
    "moved": _moved,
    "image_moved": _image_moved,
}

Place = tuple[float, float]


def _axis_point(scene: Imaging, name: str) -> Place:
    return float(scene.point(name)), 0.0


def _focus(scene: Imaging, which: str) -> Place:
    places = dict(zip(("left", "right") if scene.is_lens else ("mirror",), scene.foci(), strict=True))
    if which not in places:
        raise Unknown(f"there is no {which!r} focus")
    return float(places[which]), 0.0


def _image_tip(scene: Imaging) -> Place:
    place, ratio = scene.image()
    return float(place), float(ratio * scene.height)


PLACES: dict[str, Callable[..., Place]] = {
    "axis_point": _axis_point,
    "focus": _focus,
    "object_tip": lambda scene: (float(scene.at), float(scene.height)),
    "object_foot": lambda scene: (float(scene.at), 0.0),
    "image_tip": _image_tip,
    "image_foot": lambda scene: (float(scene.image()[0]), 0.0),
    "element_middle": lambda scene: (0.0, 0.0),
}
