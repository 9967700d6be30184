"""Which scenes are the same but for names and numbers: a hash that does not see these."""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import blake2b

from vlcorpus.schemas.scenes.claims import Claim, written

ROUNDS = 2
_HASH_BYTES = 8
_NUMBER = re.compile(r"\d+(?:/\d+)?")


def structure(claims: Iterable[Claim], names: Iterable[str]) -> str:
    """Return the hash of what is claimed, with `names` told apart only by what is claimed of each.

    Colour refinement: names begin alike, and are told apart, round after round, by the claims they stand in.
    Scenes of one structure have one hash; two structures that such rounds cannot tell apart share one.
    """
    # In one order for all scenes: `re` keeps what it compiled.
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    pattern = re.compile(f"({'|'.join(map(re.escape, longest_first)) or '(?!)'})")
    # What a name stands between is no name: every second piece is one.
    texts = [
        pattern.split(f"{written(claim.expression)}={_NUMBER.sub('#', claim.value)}") for claim in claims
    ]
    colors = dict.fromkeys(names, "")
    for _ in range(ROUNDS):
        seen: dict[str, list[str]] = {name: [] for name in colors}
        for pieces, colored in zip(texts, _colored(texts, colors), strict=True):
            for position, name in enumerate(pieces[1::2]):
                seen[name].append(f"{position}{colored}")
        colors = {name: _hash(color, *sorted(seen[name])) for name, color in colors.items()}
    return _hash(*sorted(_colored(texts, colors)))


def _colored(texts: list[list[str]], colors: dict[str, str]) -> list[str]:
    """Return the texts with the colour of each name in its place."""
    shown = {name: f"<{color}>" for name, color in colors.items()}
    return ["".join(map(shown.get, pieces, pieces)) for pieces in texts]


def _hash(*texts: str) -> str:
    return blake2b("\0".join(texts).encode(), digest_size=_HASH_BYTES).hexdigest()
