"""Molecules as a discipline: structures of organic chemistry, drawn in four ways, with marked atoms."""

from __future__ import annotations

from pathlib import Path
from random import Random

from vlcorpus.schemas.needs import RDKIT
from vlcorpus.schemas.scenes.scene import Scene
from vlcorpus.stages.generate.discipline import Discipline


def compose_scene(random: Random) -> Scene:
    from vlcorpus.stages.stem.molecules.compose import compose
    from vlcorpus.stages.stem.molecules.draw import room, things
    from vlcorpus.stages.stem.molecules.facts import claims
    from vlcorpus.stages.stem.molecules.places import places

    picture = compose(random)
    drawn = things(picture)
    return Scene(
        family=picture.steps[0],
        steps=tuple(picture.steps),
        names=(*picture.marks, *(name for name in picture.molecules if len(picture.molecules) > 1)),
        truth=picture.truth(),
        things=drawn,
        claims=claims(picture),
        places=dict(places(picture)),
        room=room(drawn),
    )


DISCIPLINE = Discipline(
    name="molecules",
    version="1",
    compose=compose_scene,
    phrases=Path(__file__).with_name("phrases.yaml"),
    held_out=("fused benzene rings", "thiol"),
    needs=(RDKIT,),
)
