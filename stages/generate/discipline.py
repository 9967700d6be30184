"""What a kind of scene must bring: how one is made, and how one speaks of it. The rest is common to all."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from random import Random
from typing import Protocol

from vlcorpus.schemas.needs import Need
from vlcorpus.schemas.scenes.scene import Scene


class Compose(Protocol):
    """Makes a scene out of one random stream. Raises Unfit where the draw makes no good one."""

    def __call__(self, random: Random) -> Scene: ...


@dataclass(frozen=True)
class Discipline:
    """A kind of scene. `version` goes up with whatever changes its scenes: a table's identity has it."""

    name: str
    version: str
    compose: Compose
    phrases: Path  # its phrasebook
    held_out: tuple[str, ...] = ()  # families of scenes that only evaluation sets have
    needs: tuple[Need, ...] = ()  # beyond what all scenes need

    @property
    def measured(self) -> Path:
        """Where its families and the rates of its answers stand: stages/generate/measured.py."""
        return self.phrases.with_name("measured.yaml")

    @property
    def phrases_digest(self) -> str:
        """Name the discipline with a hash of its phrases and of the rates of its answers."""
        texts = [path.read_bytes() for path in (self.phrases, self.measured) if path.exists()]
        return f"{self.name}/{blake2b(b''.join(texts), digest_size=8).hexdigest()}"

    @property
    def identity(self) -> str:
        return f"{self.name}/{self.version}"
