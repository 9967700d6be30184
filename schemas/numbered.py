"""A row that is to be generated: nothing but its number, from which everything follows."""

from dataclasses import dataclass
from hashlib import blake2b
from random import Random

from vlcorpus.schemas.row import Row


@dataclass(slots=True, kw_only=True)
class NumberedRow(Row):
    """Row `number` of what `domain` makes with `seed`: the same on any machine, in any order."""

    domain: str
    seed: int
    number: int  # from 0

    def stream(self, name: str, attempt: int = 0) -> Random:
        """Return one of the row's random streams, each independent of the others and of the source's name.

        What is decided of the scene, its style, its texts and its degradation is drawn from streams of these
        names, so that a new style changes no scene. Where a draw comes to nothing, the next attempt draws
        anew.
        """
        key = f"{self.domain}\0{self.seed}\0{self.number}\0{name}\0{attempt}"
        return Random(blake2b(key.encode(), digest_size=16).digest())
