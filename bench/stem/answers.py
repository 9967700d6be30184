"""Do two answers say the same? Held to what the authors of Math-Verify, LightEval and MATH say of pairs."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from vlcorpus.stages.exercises.equivalence import are_equal

PAIRS = Path(os.environ.get("SHARED", "../shared")) / "data/stem/verifier"


def answer_pairs() -> dict[str, Any]:
    """Return how many pairs there are, and which share is decided rightly; nothing where there are none."""
    right = [are_equal(gold, given, digits=digits) is equal for gold, given, digits, equal in _pairs()]
    if not right:
        return {}
    return {"answer_pairs": len(right), "answer_pairs_right": round(sum(right) / len(right), 3)}


def _pairs() -> Iterator[tuple[str, str, int, bool]]:
    """Yield the two answers, to how many digits decimals are compared, and whether they are equal."""
    for path in sorted(PAIRS.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            pair = json.loads(line)
            if "gold" in pair:
                equal = bool(pair.get("expected", pair.get("result")))
                yield pair["gold"], pair["pred"], pair.get("precision", 6), equal
