"""Setups and instruments as truths, which a person can judge."""


def setup(purpose, *kinds, **told):
    parts = [{"kind": kind, "at": [str(k), "1/2"]} for k, kind in enumerate(kinds)]
    none = {"labels": {}, "flow": None, "states": {}, "poles": None, "collects": None}
    return {"purpose": purpose, "parts": parts} | none | told


DISTILLATION = setup(
    "distillation",
    *("round-bottom flask", "thermometer", "condenser", "adapter", "conical flask", "clamp", "clamp"),
    labels={"A": 2, "B": 0, "C": 4, "D": 1},
    flow={"what": "vapour", "through": [0, 2, 3, 4]},
    states={"cooling water": "enters at the upper end", "thermometer bulb": "is at the side arm"},
)
GAS = setup(
    "making a gas",
    *("conical flask", "thistle funnel", "delivery tube", "trough", "gas jar"),
    labels={"A": 1},
    flow={"what": "gas", "through": [0, 2, 4]},
    collects="downward displacement of air",
)
ELECTROLYSIS = setup(
    "electrolysis of water", "battery", "electrode", "electrode", poles={"left": "-", "right": "+"}
)
FILTRATION = setup("filtration", "funnel", "filter paper", "beaker")


def scale(low, high, division, step):
    written = [str(n) for n in range(low, high + 1, step)]
    return {"low": str(low), "high": str(high), "division": division, "written": written}


CYLINDER = {
    "kind": "graduated cylinder",
    "reading": "23.5",
    "scale": scale(0, 50, "0.5", 10),
    "ends": [["2", "0"], ["2", "10"]],
}
AMMETER = {
    "kind": "ammeter",
    "reading": "1.4",
    "scales": [
        {"low": "0", "high": "0.6", "division": "0.02", "written": ["0", "0.2", "0.4", "0.6"]},
        {"low": "0", "high": "3", "division": "0.1", "written": ["0", "1", "2", "3"]},
    ],
    "used": 1,
    "pivot": ["5", "7/2"],
}
RULER = {
    "kind": "ruler",
    "object": ["2.3", "7.1"],
    "scale": scale(0, 10, "0.1", 1),
    "ends": [["0", "0"], ["20", "0"]],
}
PROTRACTOR = {
    "kind": "protractor",
    "arms": ["20", "75"],
    "scale": scale(0, 180, "1", 10),
    "pivot": ["0", "0"],
}
MANOMETER = {
    "kind": "manometer",
    "levels": {"left": "12", "right": "20"},
    "scale": scale(0, 40, "1", 10),
    "ends": [["0", "0"], ["0", "40"]],
}
CALIPER = {"kind": "vernier caliper", "main": "23", "vernier": "7"}
MICROMETER = {"kind": "micrometer", "sleeve": "5.5", "thimble": "28"}
BALANCE = {"kind": "triple-beam balance", "riders": {"hundreds": "200", "tens": "30", "units": "4.5"}}
STOPWATCH = {"kind": "stopwatch", "minutes": "2", "seconds": "7", "pivot": ["3", "3"]}


def instruments(*told, story=None):
    return {"instruments": dict(zip("ABCD", told, strict=False)), "story": story}


STONE = instruments(
    CYLINDER, CYLINDER | {"reading": "31"}, story={"kind": "displacement", "before": "A", "after": "B"}
)
