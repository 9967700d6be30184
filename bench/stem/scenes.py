"""Scenes of one discipline by their numbers, with what is said of them."""

from collections.abc import Iterable, Iterator
from hashlib import sha256

from vlcorpus.schemas.numbered import NumberedRow
from vlcorpus.schemas.rejection import Rejection
from vlcorpus.schemas.scenes.rows import SceneRow
from vlcorpus.stages.generate.disciplines import find_discipline
from vlcorpus.stages.generate.make_scenes import MakeScenes

SEED = 20_261


def made(discipline: str, numbers: Iterable[int]) -> Iterator[SceneRow | Rejection]:
    """Yield the scene of each number, or why there is none."""
    maker = MakeScenes(disciplines={find_discipline(discipline).identity: 1.0}, styles={})
    maker.open()
    yield from maker(
        NumberedRow.origin("stem", f"{SEED}/{number}", None, domain="stem", seed=SEED, number=number)
        for number in numbers
    )


def scenes(discipline: str, numbers: Iterable[int]) -> Iterator[SceneRow]:
    return (row for row in made(discipline, numbers) if isinstance(row, SceneRow))


def digest(row: SceneRow | Rejection) -> str:
    """Return the hash of everything that a row holds, its image too."""
    return sha256(repr(row).encode()).hexdigest()
