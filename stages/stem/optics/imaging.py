"""An object before a thin lens or a mirror, and where its image lies: exactly, by the equation of lenses."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from random import Random
from typing import Any

from vlcorpus.schemas.scenes.claims import Expression
from vlcorpus.schemas.scenes.scene import ExactPoint, Scene, Unfit
from vlcorpus.schemas.stem.optics import ELEMENTS, RAYS
from vlcorpus.stages.stem.optics.draw_imaging import things
from vlcorpus.stages.stem.optics.image_facts import claims
from vlcorpus.stages.stem.optics.setup import PLANE, Setup
from vlcorpus.stages.stem.optics.strokes import Place, exact

_FOCALS = (3, 4, 5, 6)
# Distances of objects in focal lengths: those by which images lie where they can be drawn.
_DISTANCES = tuple(map(Fraction, ("1/2", "2/3", "3/2", "5/3", "2", "5/2", "3", "4")))
_HEIGHTS = (2, 3, 4, 5)
_LETTERS = ("ABCDE", "PQRST", "KLMNP")
_APART = Fraction(1)  # of named points
MAX_REACH, MAX_HEIGHT, MAX_ASPECT = 16, 8, 4


def drawn_setup(random: Random) -> tuple[Setup, dict[str, Fraction]]:
    """Return a setup and its named points. Raises Unfit where it does not fit on a page."""
    element = random.choices(ELEMENTS, (4, 2, 3, 2, 1))[0]
    focal = 0 if element == PLANE else random.choice(_FOCALS)
    distance = random.choice(_DISTANCES) * (focal or random.choice(_FOCALS))
    setup = Setup(element, focal, distance, random.choice(_HEIGHTS))
    x, y = setup.image
    if max(abs(x), distance) > MAX_REACH or abs(y) > MAX_HEIGHT:
        raise Unfit("the image is far away")
    if distance + max(x, Fraction(0)) > MAX_ASPECT * (setup.height + abs(y)):
        raise Unfit("the drawing is flat")
    rays = [ray for ray in RAYS if element != PLANE or ray != "focus"]
    chosen = random.sample(rays, random.choice((0, 2, 2, min(3, len(rays)))))
    written = [name for name in ("focal", "object", "height") if focal or name != "focal"]
    setup = replace(
        setup,
        rays=tuple(ray for ray in RAYS if ray in chosen),
        is_drawn=bool(chosen) and random.random() < 0.7,
        written=tuple(written) if random.random() < 0.6 else (),
    )
    return setup, _points(random, setup)


def _points(random: Random, setup: Setup) -> dict[str, Fraction]:
    """Return letters for some places of the axis, apart from each other, from the foci and the element."""
    unit = Fraction(setup.focal or 4)
    places = [-2 * unit, 2 * unit, -setup.distance, Fraction(setup.image[0])]
    places += [unit * Fraction(n, 2) for n in (-7, -5, -3, -1, 1, 3, 5)]
    random.shuffle(places)
    taken = [Fraction(0), *(Fraction(x) for x, _ in setup.foci.values())]
    found: list[Fraction] = []
    for place in places:
        near = any(abs(place - other) < _APART for other in (*taken, *found))
        if abs(place) <= MAX_REACH and not near:
            found.append(place)
    wanted = random.choice((2, 3, 4))
    return dict(zip(random.choice(_LETTERS), sorted(found[:wanted]), strict=False))


def truth(setup: Setup, points: dict[str, Fraction]) -> dict[str, Any]:
    """Return what schemas/stem/optics.py describes."""
    told: dict[str, Any] = {
        "element": setup.element,
        "object": {"at": str(-setup.distance), "height": str(setup.height)},
        "rays": list(setup.rays),
        "is_drawn": setup.is_drawn,
        "points": {name: str(x) for name, x in points.items()},
        "written": list(setup.written),
    }
    return {"imaging": told | ({"focal": str(setup.focal)} if setup.focal else {})}


def places(setup: Setup, points: dict[str, Fraction]) -> dict[Expression, ExactPoint]:
    found: dict[Expression, Place] = {("axis_point", name): (x, 0) for name, x in points.items()}
    found |= {("focus", side): place for side, place in setup.foci.items()}
    found["element_middle",] = (0, 0)
    for what, tip in (("object", setup.object), ("image", setup.image)):
        found[f"{what}_tip",], found[f"{what}_foot",] = tip, (tip[0], 0)
    return {expression: exact(place) for expression, place in found.items()}


def imaging(random: Random) -> Scene:
    setup, points = drawn_setup(random)
    steps = [setup.element.replace(" ", "_")]
    steps += [f"object_{setup.zone.replace(' ', '_')}"] if setup.is_gathering else []
    steps += ["principal_rays"] if setup.rays else []
    return Scene(
        family=steps[0],
        steps=tuple(steps),
        names=tuple(points),
        truth=truth(setup, points),
        things=things(setup, points),
        claims=claims(setup, points),
        places=places(setup, points),
    )
