"""Solids for the tests of their oracle."""

from vlcorpus.stages.verify.oracle import Unknown
from vlcorpus.stages.verify.solid_geometry.oracle import SolidGeometry

UNKNOWN = "?"
VIEW = {"across": ["1", "1/2", "0"], "up": ["0", "1/3", "1"], "sight": ["-1/2", "1", "-1/3"]}


def solid(vertices, faces, **more):
    """Return a truth of words: vertices `A 0 0 0, B 1 0 0`, faces `ABC ABD`."""
    return {
        "vertices": {name: at for name, *at in (place.split() for place in vertices.split(","))},
        "faces": [list(face) for face in faces.split()],
        "points": {},
        "segments": [],
        "sections": [],
        "lengths": [],
        "view": VIEW,
    } | more


BOX = "A 0 0 0, B 4 0 0, C 4 3 0, D 0 3 0, E 0 0 2, F 4 0 2, G 4 3 2, H 0 3 2"
BOX_FACES = "ABCD EFGH ABFE BCGF CDHG DAEH"
CUBOID = solid(
    BOX,
    BOX_FACES,
    points={"M": ["2", "0", "0"], "N": ["4", "3", "1"]},
    segments=[["A", "G"], ["A", "C"], ["M", "N"], ["B", "H"]],
    sections=[["M", "C", "N"]],
)
CUBE = solid(BOX.replace("4", "2").replace("3", "2"), BOX_FACES)
PRISM = solid("A 0 0 0, B 3 0 0, C 0 4 0, D 0 0 5, E 3 0 5, F 0 4 5", "ABC DEF ABED BCFE CADF")
PYRAMID = solid("A 0 0 0, B 4 0 0, C 4 4 0, D 0 4 0, E 2 2 3", "ABCD ABE BCE CDE DAE")
TETRAHEDRON = solid("A 0 0 0, B 4 0 0, C 0 4 0, D 0 0 4", "ABC ABD BCD CAD")
FRUSTUM = solid(
    "A 0 0 0, B 6 0 0, C 6 6 0, D 0 6 0, E 2 2 3, F 4 2 3, G 4 4 3, H 2 4 3", "ABCD EFGH ABFE BCGF CDHG DAEH"
)
OCTAHEDRON = solid(
    "A 1 0 0, B 0 1 0, C -1 0 0, D 0 -1 0, E 0 0 1, F 0 0 -1", "ABE BCE CDE DAE ABF BCF CDF DAF"
)
HEXAGONS = solid(
    ", ".join(
        f"{name} {x} {y} {z}"
        for names, z in (("ABCDEF", 0), ("GHKLMN", 5))
        for name, x, y in zip(
            names,
            ("2", "1", "-1", "-2", "-1", "1"),
            ("0", "sqrt(3)", "sqrt(3)", "0", "-sqrt(3)", "-sqrt(3)"),
            strict=True,
        )
    ),
    "ABCDEF GHKLMN ABHG BCKH CDLK DEML EFNM FAGN",
)


def say(truth, *expression):
    try:
        return SolidGeometry(truth).value(expression)
    except Unknown:
        return UNKNOWN
