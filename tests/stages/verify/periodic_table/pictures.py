"""Pictures of elements and atoms as truths, which a person can judge."""

ALL = ["number", "symbol", "name", "mass"]


def cell(number, shows=(), letter=None, color=None):
    return {"number": number, "shows": list(shows), "letter": letter, "color": color}


TABLE = {
    "picture": "table",
    "cells": [
        cell(1, ALL),
        cell(3, ["symbol"]),
        cell(4, ["number"], letter="A", color="red"),
        cell(9, ["name"]),
        cell(10, letter="G"),
        cell(11, ["symbol", "mass"], color="blue"),
        cell(14),
        cell(17, ["number", "symbol"], color="red"),
        cell(26, ["symbol"]),
        cell(34, ["symbol"]),
        cell(82, ["symbol", "mass"]),
    ],
    "legend": {},
    "atoms": {},
}
SHELLS = {
    "picture": "shells",
    "cells": [],
    "legend": {},
    "atoms": {
        "A": {"protons": 11, "neutrons": 12, "shells": [2, 8, 1]},
        "B": {"protons": 11, "neutrons": None, "shells": [2, 8]},
        "C": {"protons": 2, "neutrons": 2, "shells": [2]},
    },
}
NUCLIDES = {
    "picture": "nuclides",
    "cells": [],
    "legend": {},
    "atoms": {
        "A": {"symbol": "Cl", "mass_number": 35, "protons": 17, "charge": 0},
        "B": {"symbol": "Cl", "mass_number": 37, "protons": 17, "charge": -1},
        "C": {"symbol": "Ca", "mass_number": 40, "protons": 20, "charge": 2},
    },
}


def boxes(**subshells):
    """Return a picture of one atom: `boxes(s1="ud", p2="u u _")` has 1s and 2p."""
    drawn = [
        [name[1] + name[0], [box.replace("_", "") for box in held.split()]]
        for name, held in subshells.items()
    ]
    return {"picture": "boxes", "cells": [], "legend": {}, "atoms": {"A": {"subshells": drawn}}}


NITROGEN = boxes(s1="ud", s2="ud", p2="u u u")
CARBON = boxes(s1="ud", s2="ud", p2="u u _")
