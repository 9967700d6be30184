"""Solid geometry as a discipline: polyhedra, round bodies, stacks of cubes, nets."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

from vlcorpus.schemas.scenes.scene import Scene
from vlcorpus.stages.generate.discipline import Discipline
from vlcorpus.stages.stem.solid_geometry.bodies import bodies
from vlcorpus.stages.stem.solid_geometry.nets import nets
from vlcorpus.stages.stem.solid_geometry.polyhedra import polyhedron
from vlcorpus.stages.stem.solid_geometry.stacks import stacks

# What scenes show, and how often: there are only eleven nets, so they are rare.
SHARES: dict[Callable[[Random], Scene], float] = {polyhedron: 6, bodies: 3, stacks: 1, nets: 0.4}


def compose_scene(random: Random) -> Scene:
    make = random.choices(list(SHARES), list(SHARES.values()))[0]
    return make(random)


DISCIPLINE = Discipline(
    name="solid_geometry",
    version="2",
    compose=compose_scene,
    phrases=Path(__file__).with_name("phrases.yaml"),
    held_out=("triangular_frustum",),
)
