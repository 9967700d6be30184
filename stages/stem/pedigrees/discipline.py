"""Pedigree charts as a discipline: composed at random, drawn as things, and told by their claims."""

from __future__ import annotations

from pathlib import Path
from random import Random

from vlcorpus.schemas.scenes.scene import Scene
from vlcorpus.stages.generate.discipline import Discipline
from vlcorpus.stages.stem.pedigrees.compose import compose
from vlcorpus.stages.stem.pedigrees.draw import things
from vlcorpus.stages.stem.pedigrees.facts import claims
from vlcorpus.stages.stem.pedigrees.places import places


def compose_scene(random: Random) -> Scene:
    family = compose(random)
    said = claims(family)
    return Scene(
        family=family.steps[0],
        steps=tuple(family.steps),
        names=tuple(person.name for person in family.people),
        truth=family.truth(),
        things=things(family, random),
        claims=said,
        places=places(family, said),
    )


DISCIPLINE = Discipline(
    name="pedigrees",
    version="2",
    compose=compose_scene,
    phrases=Path(__file__).with_name("phrases.yaml"),
    held_out=("two_lines",),
)
