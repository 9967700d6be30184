"""Food webs as a discipline: composed at random, drawn as things, and told by their claims."""

from __future__ import annotations

from pathlib import Path
from random import Random

from vlcorpus.schemas.scenes.scene import Scene
from vlcorpus.stages.generate.discipline import Discipline
from vlcorpus.stages.stem.food_webs.compose import compose
from vlcorpus.stages.stem.food_webs.draw import room, things
from vlcorpus.stages.stem.food_webs.facts import claims
from vlcorpus.stages.stem.food_webs.places import places


def compose_scene(random: Random) -> Scene:
    web = compose(random)
    said = claims(web)
    return Scene(
        family="_of_".join(web.steps),
        steps=tuple(web.steps),
        names=tuple(web.places),
        truth=web.truth(),
        things=things(web, random),
        claims=said,
        places=places(web, said),
        room=room(web),
    )


DISCIPLINE = Discipline(
    name="food_webs",
    version="3",
    compose=compose_scene,
    phrases=Path(__file__).with_name("phrases.yaml"),
    held_out=("web_of_reef", "web_of_tundra"),
)
