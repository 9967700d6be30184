"""Numbered rows, and what the stages make of them."""

from functools import lru_cache

from vlcorpus.schemas.numbered import NumberedRow
from vlcorpus.schemas.scenes.rows import SceneRow
from vlcorpus.stages.generate.disciplines import find_discipline
from vlcorpus.stages.generate.make_scenes import MakeScenes


def numbers(n, *, seed=0, start=0):
    return [
        NumberedRow.origin("stem", f"{seed}/{k}", None, domain="stem", seed=seed, number=k)
        for k in range(start, start + n)
    ]


def maker(name="plane_geometry", **parameters):
    return MakeScenes(**{"disciplines": {find_discipline(name).identity: 1.0}, "styles": {}} | parameters)


@lru_cache
def scenes(n, name="plane_geometry") -> tuple[SceneRow, ...]:
    """Return some scenes that are drawn once for all tests; nobody may change them."""
    made = tuple(maker(name)(numbers(n)))
    assert all(isinstance(row, SceneRow) for row in made)
    return made
