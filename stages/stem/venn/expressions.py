"""Set expressions as schemas/stem/venn.py writes them, and the regions for which they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from vlcorpus.schemas.stem.venn import SHADINGS

_TOKEN = re.compile(r"[A-Za-z]|[∪∩\\△'()]")


@lru_cache(1 << 14)
def regions_of(expression: str, regions: tuple[str, ...], universe: str = "") -> frozenset[str]:
    """Return those of the regions that lie in the set which the expression names."""
    return frozenset(region for region in regions if _holds(_tokens(expression), region, universe))


def expressions(sets: Sequence[str], *, with_universe: bool) -> Iterator[str]:
    """Yield the expressions of SHADINGS for these sets, in its order; complements need a universe."""
    letters = dict(zip("abcd", sets, strict=False))
    for pattern in SHADINGS[len(sets)]:
        if with_universe or "'" not in pattern:
            yield re.sub("[a-d]", lambda letter: letters[letter[0]], pattern)


def _tokens(expression: str) -> list[str]:
    return _TOKEN.findall(expression)[::-1]


def _holds(rest: list[str], region: str, universe: str) -> bool:
    """Evaluate what comes next for a region: an operand, or two with an operator between."""
    left = _operand(rest, region, universe)
    if not rest or rest[-1] == ")":
        return left
    operator, right = rest.pop(), _operand(rest, region, universe)
    match operator:
        case "∪":
            return left or right
        case "∩":
            return left and right
        case "\\":
            return left and not right
        case _:
            return left != right


def _operand(rest: list[str], region: str, universe: str) -> bool:
    first = rest.pop()
    if first == "(":
        value = _holds(rest, region, universe)
        rest.pop()
    else:
        value = first == universe or first in region
    while rest and rest[-1] == "'":
        rest.pop()
        value = not value
    return value
