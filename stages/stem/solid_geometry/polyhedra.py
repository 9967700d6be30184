"""Scenes of a polyhedron: a solid, seen in some way, and some constructions in it, at random."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any

from vlcorpus.schemas.scenes.claims import Claim, Expression
from vlcorpus.schemas.scenes.scene import ExactPoint, Scene, Unfit
from vlcorpus.stages.stem.solid_geometry.additions import ADDITIONS
from vlcorpus.stages.stem.solid_geometry.draw import things
from vlcorpus.stages.stem.solid_geometry.facts import claims
from vlcorpus.stages.stem.solid_geometry.gates import check
from vlcorpus.stages.stem.solid_geometry.shells import SHELLS
from vlcorpus.stages.stem.solid_geometry.solid import Solid
from vlcorpus.stages.stem.solid_geometry.space import Vector, View, axonometric, mean, oblique, perspective

MAX_ADDITIONS = 3
_IN_PERSPECTIVE = 0.3  # of the solids that are told by the shapes of their faces, however they are seen
_CLEAR_KINDS = ("prism", "pyramid", "octahedron")
# In perspective lengths and angles are not seen, nor the middle of anything.
_CLEAR_ADDITIONS = ("space_diagonal", "face_diagonal", "two_face_diagonals")
_CLEAR_OPERATIONS = {
    "kind",
    "count",
    "edges_at",
    "hidden",
    "seen",
    "lines",
    "role",
    "common_edge",
    "opposite_face",
}


def polyhedron(random: Random) -> Scene:
    solid = compose(random)
    return Scene(
        family=solid.steps[0],
        steps=tuple(solid.steps),
        names=tuple(solid.places),
        truth=_truth(solid),
        things=things(solid),
        claims=tuple(_clear(solid)),
        places={expression: exact(solid.view, point) for expression, point in _places(solid)},
    )


def compose(random: Random) -> Solid:
    """Return a solid. Raises Unfit where what was drawn at random makes none that is clear."""
    base = random.choice(list(SHELLS))
    shell = SHELLS[base](random)
    additions = list(ADDITIONS)
    if shell.kind.endswith(_CLEAR_KINDS) and random.random() < _IN_PERSPECTIVE:
        view, additions = perspective(random, shell.vertices.values()), list(_CLEAR_ADDITIONS)
    else:
        view = oblique(random) if random.random() < 0.6 else axonometric(random)
    solid = Solid(random, shell, view, steps=[base])
    check(solid)
    wanted = random.randint(0 if random.random() < 0.2 else 1, MAX_ADDITIONS)
    for name in random.sample(additions, len(additions)):
        if len(solid.steps) > wanted:
            break
        grown = solid.copy()
        try:
            ADDITIONS[name](grown)
            check(grown)
        except Unfit:
            continue
        solid = grown
        solid.steps.append(name)
    if view.eye is not None:
        solid.steps.append("perspective")
    return solid


def _clear(solid: Solid) -> Iterator[Claim]:
    """Yield the claims that can be told in the picture."""
    for claim in claims(solid):
        if solid.view.eye is None or claim.operation in _CLEAR_OPERATIONS:
            yield claim


def exact(view: View, point: Vector) -> ExactPoint:
    x, y = view.exact(point)
    return ExactPoint((str(x), str(y)), (float(x), float(y)))


def _places(solid: Solid) -> Iterator[tuple[Expression, Vector]]:
    """Yield what can be pointed at: letters, and places that only an expression names."""
    for name, point in solid.places.items():
        yield ("point" if name in solid.points else "vertex", name), point
    if solid.view.eye is not None:
        return
    for line in solid.lines:
        half = mean(solid.places[letter] for letter in line)
        if half not in solid.points.values():
            yield ("halfway", line), half
    for face in solid.shell.faces:
        yield ("face_middle", face), mean(solid.places[letter] for letter in face)
    yield ("solid_center", "solid"), mean(solid.shell.vertices.values())


def _truth(solid: Solid) -> dict[str, Any]:
    """Return what schemas/stem/solid_geometry.py describes."""
    return {
        "vertices": _written(solid.shell.vertices),
        "faces": [list(face) for face in solid.shell.faces],
        "points": _written(solid.points),
        "segments": [list(line) for line in solid.segments],
        "sections": [list(section) for section in solid.sections],
        "lengths": [list(line) for line in solid.lengths],
        "view": solid.view.truth,
    }


def _written(points: dict[str, Vector]) -> dict[str, list[str]]:
    return {name: list(map(str, point)) for name, point in points.items()}
