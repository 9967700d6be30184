"""Planes for the tests of their oracle."""

from vlcorpus.stages.verify.functions.oracle import FunctionGraphs
from vlcorpus.stages.verify.oracle import Unknown

UNKNOWN = "?"
AXIS = {"low": "-5", "high": "5", "step": "1", "labels": []}


def graph(kind, parameters, color=None):
    return {"kind": kind, "parameters": parameters.split(), "color": color}


LINE = graph("linear", "2 -1", "red")
PARABOLA = graph("quadratic", "1 1 -4")
ANGLE = graph("absolute value", "-2 1 3")
CUBIC = graph("cubic", "1 -2 0 2")
POWER = graph("exponential", "1 2 -1")
LOGARITHM = graph("logarithmic", "1 2 -1")
RECIPROCAL = graph("reciprocal", "2 1 1")
ROOT = graph("square root", "1 -4 0")
WAVE = graph("sine", "2 4 0 1")
STEPS = graph("segments", "-3 1 0 4 2 4 3 -1")
SCENE = {
    "axes": {"x": AXIS, "y": AXIS},
    "graphs": {
        "l": LINE,
        "q": PARABOLA,
        "v": ANGLE,
        "c": CUBIC,
        "e": POWER,
        "o": LOGARITHM,
        "r": RECIPROCAL,
        "s": ROOT,
        "w": WAVE,
        "t": STEPS,
    },
    "points": {"A": ["2", "3"], "B": ["-1/2", "0"], "C": ["2", "-3"], "D": ["0", "0"]},
    "vectors": {
        "u": [["0", "0"], ["3", "2"]],
        "m": [["1", "1"], ["-2", "-1"]],
        "n": [["0", "0"], ["-2", "3"]],
    },
    "regions": {"R": {"graph": "l", "side": "above", "boundary": "included"}},
}


def say(*expression, scene=SCENE):
    try:
        return FunctionGraphs(scene).value(expression)
    except Unknown:
        return UNKNOWN


def of(one, other=None):
    """Return a scene of one graph `f`, or of `f` and `g`."""
    return SCENE | {"graphs": {"f": one} | ({"g": other} if other else {}), "regions": {}}
