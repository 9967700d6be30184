"""A puzzle before it is drawn: its pictures, which option is right, and how distractors are taken."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from random import Random
from typing import Any

from vlcorpus.schemas.scenes.scene import Unfit

Picture = dict[str, Any]  # as schemas/stem/puzzles.py has it
LETTERS = "ABCDEF"


@dataclass(frozen=True, slots=True)
class Puzzle:
    kind: str
    panels: tuple[Picture | None, ...]
    options: dict[str, Picture]
    right: str  # the letter of the right option; "" where there are none
    steps: tuple[str, ...]


def key(picture: Picture) -> str:
    """Return a text that is the same for equal pictures."""
    return json.dumps(picture, sort_keys=True)


def lettered(
    random: Random, right: Picture, wrong: Iterable[Picture], count: int
) -> tuple[dict[str, Picture], str]:
    """Return so many options, all different, in any order, and the letter of the right one.

    Raises Unfit where there are not enough different wrong ones.
    """
    different = {key(picture): picture for picture in wrong}
    different.pop(key(right), None)
    if len(different) < count - 1:
        raise Unfit("too few wrong options")
    options = [right, *list(different.values())[: count - 1]]
    random.shuffle(options)
    return dict(zip(LETTERS, options, strict=False)), LETTERS[options.index(right)]


def drawn(make: Callable[[], Picture], is_wrong: Callable[[Picture], bool], count: int) -> Iterable[Picture]:
    """Yield pictures that are wrong, out of so many that are made."""
    for _ in range(count):
        picture = make()
        if is_wrong(picture):
            yield picture
