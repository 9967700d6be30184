"""The periodic table as a discipline: excerpts with letters, shells of atoms, boxes of orbitals, nuclides."""

from __future__ import annotations

from pathlib import Path
from random import Random

from vlcorpus.schemas.scenes.scene import Scene
from vlcorpus.stages.generate.discipline import Discipline
from vlcorpus.stages.stem.periodic_table.atoms import compose_boxes, compose_nuclides, compose_shells
from vlcorpus.stages.stem.periodic_table.claims import claims
from vlcorpus.stages.stem.periodic_table.draw_atoms import atom_things, nuclide_room
from vlcorpus.stages.stem.periodic_table.draw_table import table_things
from vlcorpus.stages.stem.periodic_table.picture import Picture
from vlcorpus.stages.stem.periodic_table.places import places
from vlcorpus.stages.stem.periodic_table.tables import compose_table

_MAKERS = {compose_table: 0.5, compose_shells: 0.2, compose_boxes: 0.15, compose_nuclides: 0.15}


def compose_scene(random: Random) -> Scene:
    compose = random.choices(list(_MAKERS), list(_MAKERS.values()))[0]
    picture = compose(random)
    return Scene(
        family=picture.steps[0],
        steps=tuple(dict.fromkeys(picture.steps)),
        names=_letters(picture),
        truth=picture.truth(),
        things=table_things(picture) if picture.kind == "table" else atom_things(picture),
        claims=claims(picture),
        places=dict(places(picture)),
        room=nuclide_room() if picture.kind == "nuclides" else (),
    )


def _letters(picture: Picture) -> tuple[str, ...]:
    return (*(cell.letter for cell in picture.cells if cell.letter), *picture.atoms)


DISCIPLINE = Discipline(
    name="periodic_table",
    version="1",
    compose=compose_scene,
    phrases=Path(__file__).with_name("phrases.yaml"),
    held_out=("cross of five cells", "one period"),
)
