"""Electric circuits as a discipline: one battery, and loads in series and in parallel."""

from pathlib import Path

from vlcorpus.stages.generate.discipline import Discipline
from vlcorpus.stages.stem.circuits.compose import compose_scene

DISCIPLINE = Discipline(
    name="circuits",
    version="3",
    compose=compose_scene,
    phrases=Path(__file__).with_name("phrases.yaml"),
    held_out=("lamps_in_parallel",),
)
