"""Which scenes are the same but for names and numbers: a hash that does not see these."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from hashlib import blake2b

from vlcorpus.schemas.scenes.claims import Claim, written

ROUNDS = 2
_HASH_BYTES = 8
_NUMBER = re.compile(r"\d+(?:/\d+)?")
_FIRST_MARK = 0xE000  # of the characters that Unicode leaves to private use: each stands for a name
_MARK = re.compile("[\ue000-\uf8ff]")


def structure(claims: Iterable[Claim], names: Iterable[str], looks: Iterable[str] = ()) -> str:
    """Return the hash of what is claimed, with `names` told apart only by what is claimed of each.

    Colour refinement: names begin alike, and are told apart, round after round, by the claims they stand in.
    Scenes of one structure have one hash; two structures that such rounds cannot tell apart share one.
    `looks` are texts of what no claim tells, and yet makes another exercise, as they are.
    """
    told = "\n".join(f"{written(claim.expression)}={_NUMBER.sub('#', claim.value)}" for claim in claims)
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    marks = [chr(_FIRST_MARK + n) for n in range(len(longest_first))]
    for name, mark in zip(longest_first, marks, strict=True):
        told = told.replace(name, mark)
    colors = dict.fromkeys(marks, "")
    for _ in range(ROUNDS):
        seen: dict[str, list[str]] = {mark: [] for mark in marks}
        for line, colored in zip(told.split("\n"), _colored(told, colors), strict=True):
            for position, mark in enumerate(_MARK.findall(line)):
                seen[mark].append(f"{position}{colored}")
        colors = {mark: _hash(color, *sorted(seen[mark])) for mark, color in colors.items()}
    return _hash(*sorted(_colored(told, colors)), *looks)


def _colored(told: str, colors: Mapping[str, str]) -> list[str]:
    """Return the lines with the colour of each name in its place."""
    for mark, color in colors.items():
        told = told.replace(mark, f"<{color}>")
    return told.split("\n")


def _hash(*texts: str) -> str:
    return blake2b("\0".join(texts).encode(), digest_size=_HASH_BYTES).hexdigest()
