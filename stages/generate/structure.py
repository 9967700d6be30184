"""Which scenes are the same but for names and numbers: a hash that does not see these."""

from __future__ import annotations

import re
from collections import defaultdict
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
    pattern = re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))) or "(?!)")
    texts = [f"{written(claim.expression)}={_NUMBER.sub('#', claim.value)}" for claim in claims]
    colors = dict.fromkeys(names, "")
    for _ in range(ROUNDS):
        seen: dict[str, list[str]] = defaultdict(list)
        for text in texts:
            colored = _colored(text, pattern, colors)
            for position, name in enumerate(pattern.findall(text)):
                seen[name].append(f"{position}{colored}")
        colors = {name: _hash(colors[name], *sorted(seen[name])) for name in colors}
    return _hash(*sorted(_colored(text, pattern, colors) for text in texts))


def _colored(text: str, pattern: re.Pattern[str], colors: dict[str, str]) -> str:
    return pattern.sub(lambda name: f"<{colors[name[0]]}>", text)


def _hash(*texts: str) -> str:
    return blake2b("\0".join(texts).encode(), digest_size=_HASH_BYTES).hexdigest()
