"""A scene of mechanics to judge: one setup of each kind."""

SETUPS = [
    {
        "kind": "hanging",
        "chains": [[["T1", "rope", "A"], ["S1", "spring", "B"]]],
        "stiffness": {"S1": "100"},
    },
    {"kind": "atwood", "left": ["C", "D"], "right": ["E"]},
    {"kind": "incline", "base": "4", "height": "3", "rises_to": "right", "block": "F", "hanging": "G"},
    {"kind": "tackle", "load": "H", "strands": 4, "pull": ["F1", "down"]},
    {"kind": "lever", "arms": [["K", "-3"], ["L", "2"]]},
    {"kind": "balance", "left": ["M"], "right": ["N"], "lower": "left"},
    {
        "kind": "row",
        "blocks": ["P", "Q"],
        "ropes": ["T2"],
        "pulls": {"F2": ["left", "6"], "F3": ["right", "12"]},
    },
    {"kind": "forces", "block": "R", "pulls": {"F4": ["right", "3"], "F5": ["up", "4"]}},
    {
        "kind": "train",
        "wheels": {"W1": "2", "W2": "1", "W3": "1"},
        "meshes": [["W1", "W2"]],
        "belts": [["W2", "W3", "open"]],
        "driver": ["W1", "clockwise"],
    },
    {"kind": "pendulums", "bobs": {"X": "3", "Y": "2"}},
]
MASSES = {
    "A": "3",
    "B": "2",
    "C": "1",
    "D": "2",
    "E": "1",
    "F": "5",
    "G": "3",
    "H": "8",
    "K": "2",
    "L": "3",
    "P": "1",
    "Q": "2",
}


def truth(*, setups=SETUPS, masses=MASSES):
    at = {
        "A": ["0", "2"],
        "B": ["0", "0"],
        "T1": ["0", "4"],
        "W1": ["5", "1/2"],
        "F1": ["7", "0"],
        "X": ["9", "0"],
        "pulley tackle": ["7", "4"],
        "movable_pulley": ["7", "2"],
        "fulcrum": ["12", "0"],
        "slope_foot": ["14", "0"],
        "slope_top": ["18", "3"],
    }
    return {"masses": dict(masses), "at": at, "setups": list(setups)}
