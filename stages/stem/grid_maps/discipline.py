"""Maps on grids as a discipline: composed at random, drawn as things, and told by their claims."""

from __future__ import annotations

from pathlib import Path
from random import Random

from vlcorpus.schemas.scenes.scene import Scene
from vlcorpus.stages.generate.discipline import Discipline
from vlcorpus.stages.stem.grid_maps.compose import compose
from vlcorpus.stages.stem.grid_maps.draw import room, things
from vlcorpus.stages.stem.grid_maps.facts import claims
from vlcorpus.stages.stem.grid_maps.places import places


def compose_scene(random: Random) -> Scene:
    grid = compose(random)
    said = claims(grid)
    return Scene(
        family="_of_".join(grid.steps[:2]),
        steps=tuple(grid.steps),
        names=(*grid.landmarks, *grid.regions, *map(grid.name, grid.squares)),
        truth=grid.truth(),
        things=things(grid, random),
        claims=said,
        places=places(grid, said),
        room=room(grid),
    )


DISCIPLINE = Discipline(
    name="grid_maps",
    version="2",
    compose=compose_scene,
    phrases=Path(__file__).with_name("phrases.yaml"),
    held_out=("map_with_roads_of_squares_by_numbers",),
)
