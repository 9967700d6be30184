"""Round bodies that stand on the ground and on each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from vlcorpus.schemas.stem.solid_geometry import BODIES
from vlcorpus.stages.verify.oracle import Contradiction, Unknown
from vlcorpus.stages.verify.radicals import as_fraction, read_number

GROUND = "ground"
_FLAT_FACES = {"cylinder": 2, "cone": 1, "sphere": 0, "hemisphere": 1, "frustum": 2}


@dataclass(frozen=True)
class Body:
    kind: str
    radius: Fraction
    top_radius: Fraction  # 0 for all but cylinders and frustums
    height: Fraction
    axis: Fraction  # x of it
    base: Fraction  # height of its lowest point

    @property
    def top(self) -> Fraction:
        return self.base + self.height


Bodies = Mapping[str, Body]


def find(bodies: Bodies, name: str) -> Body:
    if name not in bodies:
        raise Unknown(f"there is no body {name!r}")
    return bodies[name]


def kind(bodies: Bodies, name: str) -> str:
    return find(bodies, name).kind


def count(bodies: Bodies, what: str) -> str:
    if what not in ("bodies", *BODIES):
        raise Unknown(f"nothing says what {what!r} are")
    return str(sum(what in ("bodies", body.kind) for body in bodies.values()))


def stands_on(bodies: Bodies, name: str) -> str:
    body = find(bodies, name)
    return _below(bodies, body) if body.base else GROUND


def right_of(bodies: Bodies, name: str) -> str:
    axis = find(bodies, name).axis
    next_axis = min((body.axis for body in bodies.values() if body.axis > axis), default=None)
    found = [other for other, body in bodies.items() if body.axis == next_axis]
    if len(found) != 1:
        raise Unknown(f"{len(found)} bodies are next to the right of {name}")
    return found[0]


def radius(bodies: Bodies, name: str) -> str:
    return str(find(bodies, name).radius)


def height(bodies: Bodies, name: str) -> str:
    return str(find(bodies, name).height)


def top_radius(bodies: Bodies, name: str) -> str:
    body = find(bodies, name)
    if body.kind != "frustum":
        raise Unknown(f"{name} is a {body.kind}")
    return str(body.top_radius)


def diameter(bodies: Bodies, name: str) -> str:
    body = find(bodies, name)
    if body.kind == "frustum":
        raise Unknown(f"{name} has two diameters")
    return str(2 * body.radius)


def wider(bodies: Bodies, one: str, other: str) -> str:
    return _larger({name: find(bodies, name).radius for name in (one, other)})


def higher(bodies: Bodies, one: str, other: str) -> str:
    return _larger({name: find(bodies, name).height for name in (one, other)})


def volume_in_pi(bodies: Bodies, name: str) -> str:
    """A frustum lacks the cone above it of the one that it is a part of; a cylinder and a cone are such."""
    body = find(bodies, name)
    r, s = body.radius, body.top_radius
    match body.kind:
        case "sphere":
            return str(Fraction(4, 3) * r**3)
        case "hemisphere":
            return str(Fraction(2, 3) * r**3)
    return str((r * r + r * s + s * s) * body.height / 3)


def flat_faces(bodies: Bodies, name: str) -> str:
    return str(_FLAT_FACES[kind(bodies, name)])


def _larger(sizes: dict[str, Fraction]) -> str:
    if len(sizes) < 2 or len(set(sizes.values())) < 2:
        raise Unknown(f"neither of {', '.join(sizes)} is larger")
    return max(sizes, key=lambda name: sizes[name])


def _below(bodies: Bodies, body: Body) -> str:
    found = [name for name, other in bodies.items() if other.axis == body.axis and other.top == body.base]
    if len(found) != 1:
        raise Unknown(f"a body stands on {len(found)} others")
    return found[0]


Place = tuple[float, float]


def axis_top(bodies: Bodies, name: str) -> Place:
    body = find(bodies, name)
    return float(body.axis), float(body.top)


def base_center(bodies: Bodies, name: str) -> Place:
    body = find(bodies, name)
    return float(body.axis), float(body.base)


def body_middle(bodies: Bodies, name: str) -> Place:
    body = find(bodies, name)
    return float(body.axis), float(body.base + body.top) / 2


def read_bodies(truth: Mapping[str, Any]) -> Bodies:
    """Raises Contradiction for a body that cannot stand so."""
    try:
        bodies = {name: _body(told) for name, told in truth["bodies"].items()}
        for body in bodies.values():
            if body.base:
                _below(bodies, body)
    except (KeyError, TypeError, ValueError, AttributeError, Unknown) as error:
        raise Contradiction(f"no bodies: {error!r}") from error
    return bodies


def _body(told: Mapping[str, Any]) -> Body:
    own, radius_ = told["kind"], _fraction(told["radius"])
    axis, base = map(_fraction, told["at"])
    tops = {"cylinder": radius_, "cone": Fraction(0), "sphere": Fraction(0), "hemisphere": Fraction(0)}
    round_heights = {"sphere": 2 * radius_, "hemisphere": radius_}
    top = _fraction(told["top_radius"]) if own == "frustum" else tops[own]
    body = Body(
        own,
        radius_,
        top,
        round_heights[own] if own in round_heights else _fraction(told["height"]),
        axis,
        base,
    )
    if body.radius <= 0 or body.height <= 0 or base < 0:
        raise ValueError(f"a {own} without a size, or below the ground")
    if own == "frustum" and (top <= 0 or top == radius_):
        raise ValueError("a frustum that is none")
    if "height" in told and _fraction(told["height"]) != body.height:
        raise ValueError(f"a {own} of another height")
    return body


def _fraction(text: str) -> Fraction:
    found = as_fraction(read_number(text))
    if found is None:
        raise ValueError(f"{text} is irrational")
    return found
