"""Food webs as truths."""

WEB = {
    "kind": "web",
    "species": {
        name: [str(10 * n), str(n)]
        for n, name in enumerate(("grass", "tree", "rabbit", "bug", "bird", "fox", "hawk"))
    },
    "links": [
        ["grass", "rabbit"],
        ["grass", "bug"],
        ["tree", "bug"],
        ["bug", "bird"],
        ["tree", "bird"],
        ["rabbit", "fox"],
        ["bird", "hawk"],
        ["rabbit", "hawk"],
    ],
    "levels": [],
    "unit": "",
    "steps": {},
}
CHAIN = WEB | {
    "kind": "chain",
    "species": {"grass": ["0", "0"], "bug": ["1", "0"], "bird": ["2", "0"]},
    "links": [["bug", "bird"], ["grass", "bug"]],
}
PYRAMID = {
    "kind": "pyramid",
    "species": {},
    "links": [],
    "levels": [["grass", "8000"], ["rabbit", "1000"], ["fox", "100"]],
    "unit": "kJ",
    "steps": {"grass": ["0", "0"], "rabbit": ["0", "10"], "fox": ["0", "20"]},
}
