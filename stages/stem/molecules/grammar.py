"""Molecules at random, written as SMILES by the grammar of `grammar.yaml`."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from random import Random

import yaml

START = "molecule"
_MAX_DEPTH = 4  # of productions in productions: below it only those that need no other
_PART = re.compile(r"\{(\w+)\}")
_RING = re.compile(r"[~^]")
_FIRST_RING = 10  # rings are numbered with two digits, %10 and on


@lru_cache
def _productions() -> dict[str, list[tuple[str, float, str]]]:
    text = Path(__file__).with_name("grammar.yaml").read_text(encoding="utf-8")
    return {
        name: [(kind, share, part) for kind, share, part in of] for name, of in yaml.safe_load(text).items()
    }


def write_molecule(random: Random) -> tuple[str, list[str]]:
    """Return a SMILES, and the kinds of constructions that made it: first its family."""
    steps: list[str] = []
    rings = iter(range(_FIRST_RING, 100))

    def expand(name: str, depth: int) -> str:
        choices = _productions()[name]
        if depth > _MAX_DEPTH:
            choices = [one for one in choices if not _PART.search(one[2])] or choices
        kind, _, part = random.choices(choices, [share for _, share, _ in choices])[0]
        steps.append(kind)
        numbers = {sign: f"%{next(rings)}" for sign in dict.fromkeys(_RING.findall(part))}
        numbered = _RING.sub(lambda sign: numbers[sign[0]], part)
        return _PART.sub(lambda inner: expand(inner[1], depth + 1), numbered)

    return expand(START, 0), list(dict.fromkeys(steps))
