"""Food webs and energy pyramids as things to be drawn."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from vlcorpus.schemas.scenes.path import Point
from vlcorpus.schemas.scenes.scene import Role, Shape, Tag, Thing
from vlcorpus.stages.stem.food_webs.web import UNIT, Web
from vlcorpus.stages.stem.network.gates import Limits, check
from vlcorpus.stages.stem.network.links import LinkLook, link
from vlcorpus.stages.stem.network.nodes import Body

_LETTER, _BORDER = 21.0, 16.0  # width of a letter, free beside a name
_MIN_LETTERS = 6  # three Chinese characters have room where short names are, too
_HALF_HEIGHT = 32.0
_TEXT_HEIGHT = 46.0
_LIMITS = Limits(apart=18.0, crossings_apart=34.0, min_link=60.0, min_angle_deg=14.0)
_ARROW = LinkLook(head=28.0, clearance=7.0)
STEP_HEIGHT = 110  # of a pyramid's steps
_TOP_WIDTH, _WIDER = 420.0, 150.0
_ENERGY_SIZE = (210.0, 46.0)


def body_of(name: str) -> Body:
    return Body(max(_MIN_LETTERS, len(name)) * _LETTER / 2 + _BORDER, _HALF_HEIGHT, is_round=False)


def check_web(web: Web) -> None:
    """Raise Unfit where arrows or names are ambiguous to the eye."""
    bodies = {name: body_of(name) for name in web.places}
    check(web.places, bodies, web.links, _LIMITS)


def things(web: Web, random: Random) -> tuple[Thing, ...]:
    if web.energies:
        return tuple(_pyramid(web, random))
    return (*_arrows(web), *_species(web, random))


def arrow_name(eaten: str, eater: str) -> str:
    return f"arrow {eaten}->{eater}"


def _arrows(web: Web) -> Iterator[Thing]:
    for eaten, eater in web.links:
        bodies = body_of(eaten), body_of(eater)
        yield Thing(
            arrow_name(eaten, eater), "arrow", link(web.places[eaten], web.places[eater], bodies, _ARROW)
        )


def _species(web: Web, random: Random) -> Iterator[Thing]:
    """Yield names: in boxes, in shaded boxes, or on nothing but the paper."""
    role, strength = random.choice(((Role.LINE, 0.0), (Role.SOLID, 0.22), (Role.SHADE, 0.0)))
    for name, place in web.places.items():
        body = body_of(name)
        shape = Shape(role, body.outline(place), strength=strength)
        tag = Tag(name, place, room=(2 * body.half_width - _BORDER, _TEXT_HEIGHT))
        yield Thing(f"species {name}", "species", (shape,), (tag,))


def room(web: Web) -> tuple[Point, ...]:
    """Return the corners of what stands beside the steps of a pyramid: their energies."""
    if not web.energies:
        return ()
    _, y = next(iter(web.places.values()))
    right = _energies_at(web) + _ENERGY_SIZE[0] / 2
    return (right, float(y)), (-right, float(y))


def _energies_at(web: Web) -> float:
    return (_TOP_WIDTH + (len(web.places) - 1) * _WIDER) / 2 + _ENERGY_SIZE[0] / 2 + _BORDER


def _pyramid(web: Web, random: Random) -> Iterator[Thing]:
    """Yield the steps from the bottom, each narrower than the one below, the energies to the right of all."""
    role = random.choice((Role.LINE, Role.SOLID))
    for k, (name, (x, y)) in enumerate(web.places.items()):
        body = Body((_TOP_WIDTH + (len(web.places) - 1 - k) * _WIDER) / 2, STEP_HEIGHT / 2, is_round=False)
        tags = (
            Tag(name, (x, y), room=(_TOP_WIDTH - 2 * _BORDER, _TEXT_HEIGHT)),
            Tag(f"{web.energies[name]} {UNIT}", (_energies_at(web), y), room=_ENERGY_SIZE),
        )
        yield Thing(f"step {name}", "step", (Shape(role, body.outline((x, y))),), tags)
