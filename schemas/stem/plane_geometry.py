"""What a figure of plane geometry is told as, and what can be said of it: the contract of maker and oracle.

Truth, a JSON object:

    points        {"A": ["0", "(1+2*sqrt(3))/5"], …}: exact coordinates, x to the right, y upwards
    polygons      [["A", "B", "C"], …]: corners in their order; all sides are drawn
    segments      [["A", "D"], …]: drawn beside the sides
    helpers       [["D", "E"], …]: drawn as lines that were added
    circles       {"circle O": {"center": ["0", "0"], "radius_squared": "25"}, …}; a circle is called by its
                  centre, or `circle` where it is the only one, or `the larger circle`, `the smaller circle`
    centers       {"circle O": "O", …}: the named centre of a circle, where it has one
    right_marks   [["A", "D", "B"], …]: corners marked as right, the vertex in the middle
    arcs          [[["A", "B", "C"], 2], …]: corners marked by so many arcs; as many arcs mean equal angles
    ticks         [[["A", "M"], 1], …]: segments marked by so many ticks; as many ticks mean equal lengths

Operations. A segment or a line is named by its ends, `AB`; a polygon by its corners in their order, `ABCD`;
an angle by an arm, its vertex and the other arm, `ABC`; a circle by its name in `circles`. Letters are
single.

    ("on", P, AB)                 yes | no: P lies on segment AB, between its ends; of an end, nothing is said
    ("midpoint", AB)              the point that halves segment AB
    ("meet", AB, CD)              the named point in which segments AB and CD cross, inside both
    ("parallel", AB, CD)          yes | no; of segments on one line, nothing is said
    ("perpendicular", AB, CD)     yes | no: their lines meet at a right angle
    ("equal", AB, CD)             yes | no: equally long
    ("longer", AB, CD)            the longer of two segments: `AB` or `CD`
    ("longest_side", ABC)         of a polygon, named as its corners come: `BC`, and for the last side `CA`
    ("largest_angle", ABC)        the corner of a triangle
    ("kind", ABC)                 of a triangle: equilateral | right isosceles | right | isosceles | scalene;
                                  of a quadrilateral: square | rectangle | rhombus | parallelogram | kite |
                                  isosceles trapezoid | right trapezoid | trapezoid | irregular quadrilateral;
                                  of more corners: regular hexagon | pentagon | hexagon …
    ("angle_kind", ABC)           acute | right | obtuse
    ("center", c)                 the named centre of circle c
    ("role", AB, c)               radius | diameter | chord | tangent: what segment AB is for circle c
    ("position", P, c)            inside | on | outside: where P lies for circle c or a polygon
    ("inscribed", ABC, c)         yes | no: all corners lie on circle c
    ("touches", c, ABC)           yes | no: circle c touches every side of the polygon from inside
    ("circles", c, d)             intersecting | concentric | tangent | separate | nested
    ("arcs", ABC)                 how many arcs mark the angle: `1`
    ("ticks", AB)                 how many ticks mark the segment: `2`
    ("count", what)               how many there are: points (named ones), segments (drawn ones, a side counts
                                  as one), circles, right_marks, arcs (marked corners)

A letter pair may name a part of a drawn segment: with D on drawn BC, `BD` is as good as `BC`.

Places, in the units of `points`:

    ("point", P)                  a named point
    ("centroid", ABC)             where the medians of a triangle meet, with all its sides drawn
    ("halfway", AB)               the middle of segment AB, whether a point is there or not
    ("crossing", AB, CD)          where segments AB and CD cross, inside both, whether a point is there or not
    ("middle", c)                 the centre of circle c, named or not
"""

KINDS_OF_TRIANGLE = ("equilateral", "right isosceles", "right", "isosceles", "scalene")
KINDS_OF_QUADRILATERAL = (
    "square",
    "rectangle",
    "rhombus",
    "parallelogram",
    "kite",
    "isosceles trapezoid",
    "right trapezoid",
    "trapezoid",
    "irregular quadrilateral",
)
KINDS_BY_CORNERS = {3: KINDS_OF_TRIANGLE, 4: KINDS_OF_QUADRILATERAL}
KINDS_OF_ANGLE = ("acute", "right", "obtuse")
# A diameter is a chord too, so that it is no wrong answer for one.
ROLE_RIVALS = {
    "radius": ("diameter", "chord", "tangent"),
    "diameter": ("radius", "tangent"),
    "chord": ("radius", "diameter", "tangent"),
    "tangent": ("radius", "diameter", "chord"),
}
ROLES = tuple(ROLE_RIVALS)
POSITIONS = ("inside", "on", "outside")
CIRCLES = ("intersecting", "concentric", "tangent", "separate", "nested")
COUNTED = ("points", "segments", "circles", "right_marks", "arcs")
# What else is right, to some, where the value is this one: never an answer that counts as wrong.
ALSO_RIGHT: dict[str, dict[str, tuple[str, ...]]] = {
    "kind": {
        "equilateral": ("isosceles",),
        "right isosceles": ("right", "isosceles"),
        "right": ("scalene",),  # where the sides differ, as they do there
        "square": ("rectangle", "rhombus", "parallelogram", "kite", *KINDS_OF_QUADRILATERAL[5:8]),
        "rectangle": ("parallelogram", *KINDS_OF_QUADRILATERAL[5:8]),
        "rhombus": ("parallelogram", "kite", *KINDS_OF_QUADRILATERAL[5:8]),
        "parallelogram": KINDS_OF_QUADRILATERAL[5:8],
        "kite": ("irregular quadrilateral",),
        "isosceles trapezoid": ("trapezoid",),
        "right trapezoid": ("trapezoid",),
        "regular pentagon": ("pentagon",),
        "regular hexagon": ("hexagon",),
        "regular octagon": ("octagon",),
    },
    "role": {"diameter": ("chord",)},
    "circles": {"concentric": ("nested",), "tangent": ("nested",)},  # one in the other, touching it or not
}
