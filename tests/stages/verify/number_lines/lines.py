"""Number lines of which a person knows what holds."""

from vlcorpus.stages.verify.number_lines.oracle import ORACLE
from vlcorpus.stages.verify.oracle import Oracle

PLAIN = {
    "notation": "integer",
    "low": "-5",
    "high": "5",
    "step": "1",
    "labels": ["-4", "-2", "0", "2", "4"],
    "blanks": {},
    "points": {},
    "intervals": {},
    "jumps": [],
}


def interval(left, right, brackets, level="0"):
    """Return `interval("-2", "3", "[)")`; None for a side without end."""
    return {
        "left": left,
        "right": right,
        "left_closed": brackets[0] == "[",
        "right_closed": brackets[1] == "]",
        "level": level,
    }


def line(**changes) -> Oracle:
    return ORACLE(PLAIN | changes)
