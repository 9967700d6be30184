"""The truth of odd counts, opened: things of one kind, each with the parts that are counted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from vlcorpus.schemas.stem.odd_counts import UNCERTAIN, USUAL
from vlcorpus.stages.verify.oracle import Contradiction, Unknown

Point = tuple[int, int]


@dataclass(frozen=True)
class Part:
    """Where the parts of one kind are, where one is missing, and which are too many."""

    at: tuple[Point, ...]
    missing: tuple[Point, ...]
    extra: tuple[Point, ...]


@dataclass(frozen=True)
class Thing:
    parts: Mapping[str, Part]
    rank: int | None


class Objects:
    """A scene of odd counts. Raises Contradiction for a truth that no scene can have."""

    def __init__(self, truth: Mapping[str, Any]):
        self.kind = str(truth.get("kind"))
        if self.kind not in USUAL and self.kind not in UNCERTAIN:
            raise Contradiction(f"there is no kind {self.kind!r}")
        told = truth.get("objects", {})
        self.things = {name: _thing(name, value) for name, value in told.items()}
        known = set(USUAL.get(self.kind, UNCERTAIN.get(self.kind, ())))
        for name, thing in self.things.items():
            is_named = name == self.kind if len(told) == 1 else name.startswith(f"{self.kind} ")
            if not is_named:
                raise Contradiction(f"{name} is no name of {self.kind}")
            if set(thing.parts) - known:
                raise Contradiction(f"{name} has parts that are not counted: {', '.join(thing.parts)}")
        if not self.things:
            raise Contradiction("there is nothing")

    def thing(self, name: str) -> Thing:
        if name not in self.things:
            raise Unknown(f"there is no {name}")
        return self.things[name]

    def part(self, part: str, name: str) -> Part:
        parts = self.thing(name).parts
        if part not in parts:
            raise Unknown(f"no {part} of {name} is counted")
        return parts[part]

    def numbers(self, part: str) -> dict[str, int]:
        """Return how many of these parts each object has."""
        return {name: len(self.part(part, name).at) for name in self.things}

    def usual(self, part: str, name: str) -> int:
        """Return how many such a thing usually has. Raises Unknown where people would not agree."""
        thing = self.thing(name)
        self.part(part, name)
        if part in USUAL.get(self.kind, {}):
            return USUAL[self.kind][part]
        if thing.rank is not None:
            return thing.rank
        raise Unknown(f"a {self.kind} has no usual number of {part}")


def _thing(name: str, told: Mapping[str, Any]) -> Thing:
    parts = {part: _part(f"{part} of {name}", value) for part, value in told["parts"].items()}
    rank = told.get("rank")
    return Thing(parts, None if rank is None else int(rank))


def _part(what: str, told: Mapping[str, Any]) -> Part:
    at, missing, extra = (_points(told.get(key, [])) for key in ("at", "missing", "extra"))
    if len(set(at)) < len(at) or set(missing) & set(at):
        raise Contradiction(f"{what} are in one place, or are there and missing")
    if not set(extra) <= set(at):
        raise Contradiction(f"an extra {what} is not drawn")
    return Part(at, missing, extra)


def _points(told: Iterable[Iterable[int]]) -> tuple[Point, ...]:
    return tuple((int(x), int(y)) for x, y in told)
