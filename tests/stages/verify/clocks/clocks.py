"""Clocks for the tests of their oracle."""

from vlcorpus.stages.verify.clocks.oracle import ClockOracle
from vlcorpus.stages.verify.oracle import Unknown

UNKNOWN = "?"
ALL = list(range(1, 13))
DIGITAL = {"face": "digital", "center": [0, 0], "radius": 1000, "hours": 24, "shows_seconds": False}


def analog(hour, minute, second=None, **changes):
    hands = {"hour": 500, "minute": 800} | ({} if second is None else {"second": 900})
    return {
        "face": "analog",
        "hours": 12,
        "seconds": hour % 12 * 3600 + minute * 60 + (second or 0),
        "shows_seconds": second is not None,
        "center": [100, 200],
        "radius": 1000,
        "hands": hands,
        "alarm": None,
        "numerals": "arabic",
        "written": ALL,
        "numerals_at": 900,
        "marked": False,
        "mirrored": False,
        "turned_deg": 0,
    } | changes


def digital(hours, minutes, **changes):
    return DIGITAL | {"seconds": hours * 3600 + minutes * 60} | changes


def say(clocks, *expression):
    told = {"clocks": clocks if "face" not in clocks else {"clock": clocks}}
    try:
        return ClockOracle(told).value(expression)
    except Unknown:
        return UNKNOWN
