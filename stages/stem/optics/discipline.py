"""Optics as a discipline: images by lenses and mirrors, rays among plane mirrors, refraction in layers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

from vlcorpus.schemas.scenes.scene import Scene
from vlcorpus.stages.generate.discipline import Discipline
from vlcorpus.stages.stem.optics.imaging import imaging
from vlcorpus.stages.stem.optics.layers import layers
from vlcorpus.stages.stem.optics.mirror_grid import mirror_grid

# What scenes show, and how often: rays among mirrors differ little in what can be said of them.
SHARES: dict[Callable[[Random], Scene], float] = {imaging: 5, mirror_grid: 0.8, layers: 1.5}


def compose_scene(random: Random) -> Scene:
    make = random.choices(list(SHARES), list(SHARES.values()))[0]
    return make(random)


DISCIPLINE = Discipline(
    name="optics",
    version="3",
    compose=compose_scene,
    phrases=Path(__file__).with_name("phrases.yaml"),
    held_out=("convex_mirror",),
)
