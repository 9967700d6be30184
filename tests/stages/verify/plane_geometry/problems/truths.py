"""A right triangle of sides 3, 4, 5 with its altitude, and a circle with a chord, told as posed."""

TRIANGLE = {
    "points": {
        "A": ["xy", "0", "0"],
        "B": ["xy", "4", "0"],
        "C": ["xy", "0", "3"],
        "D": ["xy", "36/25", "48/25"],
    },
    "lines": ["AB", "BDC", "CA", "AD"],
    "circles": {},
}
CIRCLE = {
    "points": {
        "O": ["xy", "0", "0"],
        "A": ["polar", "O", "5", "180"],
        "B": ["polar", "O", "5", "0"],
        "C": ["polar", "O", "5", "80"],
        "M": ["part", "A", "C", "1/2"],
        "P": ["meet", "A", "90", "C", "170"],
    },
    "lines": ["AOB", "AMC", "BC", "OM", "AP", "PC"],
    "circles": {"O": "ABC"},
}
