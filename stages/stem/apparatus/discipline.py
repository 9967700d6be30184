"""Apparatus as a discipline: setups of laboratory glassware, and measuring instruments that are read."""

from __future__ import annotations

from pathlib import Path
from random import Random

from vlcorpus.schemas.scenes.scene import Scene
from vlcorpus.stages.generate.discipline import Discipline
from vlcorpus.stages.stem.apparatus.readings import reading_scene
from vlcorpus.stages.stem.apparatus.setups import setup_scene

_SETUPS = 0.5  # share of scenes


def compose_scene(random: Random) -> Scene:
    return (setup_scene if random.random() < _SETUPS else reading_scene)(random)


DISCIPLINE = Discipline(
    name="apparatus",
    version="1",
    compose=compose_scene,
    phrases=Path(__file__).with_name("phrases.yaml"),
    held_out=("reflux", "before and after: immersion"),
)
