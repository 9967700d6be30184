"""Find what poses problems about scenes: `POSING` of `stages/stem/<discipline>/problems/posing.py`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from random import Random
from typing import Protocol

from vlcorpus.schemas.named import find_named
from vlcorpus.schemas.scenes.claims import Claim
from vlcorpus.schemas.scenes.problem import Problem, Step
from vlcorpus.schemas.scenes.scene import Scene
from vlcorpus.schemas.stem.disciplines import POSING


class Pose(Protocol):
    """Makes a scene of one of these families, with a problem. Raises Unfit where the draw is bad."""

    def __call__(self, random: Random, families: Sequence[str]) -> Scene: ...


class Wording(Protocol):
    """What problems of a discipline have in place of names and values, in the sentences of its files."""

    def value(self, operation: str, value: str) -> str:
        """Return the value of an operation as LaTeX, with its unit."""
        ...

    def told_of(self, problem: Problem) -> list[Claim]:
        """Return what the text tells of how the scene is, beside the givens: of the problem's tellings."""
        ...

    def seen_of(self, problem: Problem) -> list[Claim]:
        """Return what the solution says first of what is seen in the image: of the problem's tellings."""
        ...

    def slots(self, problem: Problem, claim: Claim, lang: str) -> dict[str, str]:
        """Return the words for the slots of a sentence of the phrasebook that says a claim."""
        ...

    def step(self, template: str, problem: Problem, step: Step, lang: str) -> str:
        """Return the sentence of a step, from that of its rule."""
        ...


@dataclass(frozen=True)
class Posing:
    """How problems are posed about scenes of a discipline, and how one speaks of them.

    A posed scene has a `problem`, truth as the contract of the discipline's problems lays it out, and no
    claims: it is said by its problem alone. `version` goes up with whatever changes such scenes.
    """

    discipline: str
    version: str
    pose: Pose  # makes a scene with a problem
    families: tuple[str, ...]  # what its scenes can be of
    held_out: tuple[str, ...]  # families that only evaluation sets have
    phrases: Path  # the phrasebook of what is given and asked
    rules: Path  # the folder of files whose entries say each rule's steps: stages/generate/tell_problem.py
    wording: Wording

    @property
    def identity(self) -> str:
        return f"{self.discipline}/{self.version}"

    @property
    def phrases_digest(self) -> str:
        """Name the discipline with a hash of all words that its problems are told in."""
        texts = [path.read_bytes() for path in (self.phrases, *sorted(self.rules.glob("*.yaml")))]
        return f"{self.discipline}/problems/{blake2b(b''.join(texts), digest_size=8).hexdigest()}"


def find_posing(discipline: str) -> Posing | None:
    """Return None for a discipline without problems."""
    if discipline not in POSING:
        return None
    return find_named(f"vlcorpus.stages.stem.{discipline}.problems.posing:POSING")


def posings(disciplines: list[str]) -> list[Posing]:
    """Return what poses problems of these disciplines, of those that do."""
    return [posing for name in disciplines if (posing := find_posing(name))]
