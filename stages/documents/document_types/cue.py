"""A cue: words by which a kind of document gives itself away, and what they are worth."""

import re
from typing import NamedTuple

DENSE = 4  # ours: what must be found so often is no title but a way of speaking, and counts by length
CHARS = 6_000  # ours: two pages of print


class Cue(NamedTuple):
    pattern: re.Pattern[str]
    worth: float
    n_full: int  # matches that earn all of it, from DENSE on in CHARS characters; fewer earn their share

    def earned(self, text: str) -> float:
        """Return what the text earns of `worth`."""
        scale = max(1.0, len(text) / CHARS) if self.n_full >= DENSE else 1.0
        return self.worth * min(1.0, len(self.pattern.findall(text)) / (self.n_full * scale))


def cue(pattern: str, worth: float, n_full: int = 1, *, heads_line: bool = False) -> Cue:
    """`heads_line`: the words open a line, and little stands behind them."""
    if heads_line:
        pattern = rf"^[^\w\n]{{0,9}}(?:[\divx]+(?:\.\d+)*[.)]?\s*)?(?:{pattern})\W{{0,3}}$"
    return Cue(re.compile(pattern, re.I | re.M), worth, n_full)
