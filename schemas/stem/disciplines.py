"""The disciplines of STEM: the one list of them, and the names of their parts.

Discipline `waves` has its contract in `schemas/stem/waves.py`, its maker and its phrases in
`stages/stem/waves/`, and in `stages/verify/waves/` an oracle that somebody else wrote from the contract
alone.
"""

DISCIPLINES = (
    "apparatus",
    "blind_spots",
    "cells",
    "charts",
    "circuits",
    "clocks",
    "food_webs",
    "functions",
    "graphs",
    "grid_maps",
    "kinematics",
    "mechanics",
    "molecules",
    "number_lines",
    "odd_counts",
    "optics",
    "pedigrees",
    "periodic_table",
    "plane_geometry",
    "puzzles",
    "solid_geometry",
    "venn",
    "waves",
)
# Those that pose problems: `problems/` beside the maker poses them, `problems/` beside the oracle judges.
POSING = ("circuits", "plane_geometry")
