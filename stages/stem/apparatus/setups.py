"""Setups of all kinds as scenes: what is told of them, what is drawn, and where it can be pointed at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from random import Random

from vlcorpus.schemas.scenes.claims import Expression
from vlcorpus.schemas.scenes.scene import ExactPoint, Scene, Thing
from vlcorpus.stages.stem.apparatus import liquids
from vlcorpus.stages.stem.apparatus.gases import making_gas
from vlcorpus.stages.stem.apparatus.letters import letters
from vlcorpus.stages.stem.apparatus.part import Setup
from vlcorpus.stages.stem.apparatus.setup_facts import claims, thing_names

MAKERS: dict[Callable[[Random], Setup], int] = {  # with their shares
    making_gas: 20,
    liquids.distillation: 8,
    liquids.reflux: 4,
    liquids.filtration: 5,
    liquids.evaporation: 2,
    liquids.ignition: 1,
    liquids.heating: 4,
    liquids.titration: 1,
    liquids.separation: 1,
    liquids.electrolysis: 2,
}


def setup_scene(random: Random) -> Scene:
    setup = random.choices(list(MAKERS), list(MAKERS.values()))[0](random)
    labels, lines = letters(setup, random)
    names = thing_names(setup)
    counts = Counter(part.kind for part in setup.parts)
    return Scene(
        family=f"{setup.purpose}, {setup.collects}" if setup.collects else setup.purpose,
        steps=tuple(setup.steps or [setup.purpose]),
        names=tuple(labels),
        truth={
            "purpose": setup.purpose,
            "parts": [{"kind": part.kind, "at": list(map(str, part.at))} for part in setup.parts],
            "labels": labels,
            "flow": {"what": setup.moves, "through": setup.flow} if setup.flow else None,
            "states": setup.states,
            "poles": setup.poles,
            "collects": setup.collects,
        },
        things=(
            *setup.wires,
            *(
                Thing(name, "part" if counts[part.kind] == 1 else "one of several", part.shapes)
                for name, part in zip(names, setup.parts, strict=True)
            ),
            *lines,
        ),
        claims=tuple(claims(setup, labels)),
        places=dict(_places(setup, labels)),
    )


def _places(setup: Setup, labels: dict[str, int]) -> Iterator[tuple[Expression, ExactPoint]]:
    for letter, index in labels.items():
        x, y = setup.parts[index].at
        yield ("end", letter), ExactPoint((str(x), str(y)), (float(x), float(y)))
