"""Mechanics as a discipline: blocks, ropes, springs, pulleys, levers, gears, where g = 10 m/s²."""

from pathlib import Path

from vlcorpus.stages.generate.discipline import Discipline
from vlcorpus.stages.stem.mechanics.compose import compose_scene

DISCIPLINE = Discipline(
    name="mechanics",
    version="2",
    compose=compose_scene,
    phrases=Path(__file__).with_name("phrases.yaml"),
    held_out=("pendulums",),
)
