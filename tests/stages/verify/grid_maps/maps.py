"""Maps on a grid of five columns and four rows, as truths."""

TRUTH = {
    "columns": list("ABCDE"),
    "rows": ["1", "2", "3", "4"],
    "naming": "letters",
    "side": 100,
    "landmarks": {"school": "B2", "bank": "E2", "mill": "D4", "inn": "B1"},
    "regions": {"lake": ["A4", "B4"], "wood": ["A3", "C4", "C3"]},
    "region_colors": {"lake": "blue", "wood": "green"},
    "roads": [["A2", "B2", "C2", "D2"], ["D2", "E2"]],
    "route": ["A1", "B1", "C1", "C2", "C3"],
    "scale": {"squares": 2, "distance": 25, "unit": "m"},
    "north": "right",
}
BARE = TRUTH | {"roads": [], "route": [], "scale": None, "north": "", "landmarks": {"school": "B2"}}
NUMBERED = TRUTH | {
    "columns": ["1", "2"],
    "rows": ["2", "1"],
    "naming": "numbers",
    "landmarks": {"school": "(2, 1)"},
    "regions": {},
    "region_colors": {},
    "roads": [],
    "route": [],
}
