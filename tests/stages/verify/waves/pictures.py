"""Pictures of waves for the tests of their oracle."""

from vlcorpus.stages.verify.oracle import Unknown
from vlcorpus.stages.verify.waves.oracle import Waves

UNKNOWN = "?"


def wave(amplitude, length, shift="0", **more):
    return {
        "amplitude": amplitude,
        "length": length,
        "shift": shift,
        "color": None,
        "speed": None,
        "direction": None,
    } | more


def picture(kind, **more):
    axis = {"low": "0", "high": "12", "step": "1"}
    return {"picture": kind, "x": axis, "y": axis, "waves": {}, "points": {}, "strings": {}} | more


# From 0 to 12 one wave of 4 m rises at 1, 5, 9; its crests are at 2, 6, 10 and its troughs at 0, 4, 8, 12.
SNAPSHOT = picture(
    "snapshot",
    waves={
        "W1": wave("3", "4", "1", color="red", speed="2", direction="right"),
        "W2": wave("2", "4", "3"),
        "W3": wave("2", "8", "0"),
    },
    points={
        "P": ["W1", "2"],
        "Q": ["W1", "6"],
        "R": ["W1", "4"],
        "S": ["W1", "5"],
        "T": ["W1", "11/2"],
        "U": ["W2", "5"],
    },
)
RECORD = picture(
    "record",
    waves={"W1": wave("3", "1/2"), "W2": wave("3", "4")},
    points={"P": ["W2", "0"], "Q": ["W2", "2"]},
)
STRINGS = picture(
    "string",
    x=None,
    strings={
        "S1": {"length": "6", "loops": 4, "start": "fixed", "end": "fixed"},
        "S2": {"length": "6", "loops": 3, "start": "fixed", "end": "free"},
        "S3": {"length": "6", "loops": 2, "start": "free", "end": "free"},
    },
)


def say(truth, *expression):
    try:
        return Waves(truth).value(expression)
    except Unknown:
        return UNKNOWN
