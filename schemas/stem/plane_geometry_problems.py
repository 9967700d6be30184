"""Problems of plane geometry: how a posed figure is told, what its claims mean. The contract of both sides.

Truth, a JSON object:

    points    {"A": ["xy", "0", "(1+2*sqrt(3))/5"], …}: a point is told in one of four exact ways
                ["xy", x, y]                  by coordinates, y upwards
                ["polar", "O", r, d]          from point O so far away, in the direction of d degrees
                ["meet", "A", d, "B", e]      where the line through A in a direction of d degrees meets the
                                              line through B in a direction of e degrees
                ["part", "A", "B", t]         t of the way from A to B; beyond B where t is above 1
              Directions are counter-clockwise from the right. A point is told by points before it.
    lines     ["ADB", …]: drawn segments, all named points on them in their order
    circles   {"O": "ABC", …}: named points on the drawn circle with the centre O

No coordinates in roots have an angle of 40 degrees between them: so claims are exact, and whether they hold
in the figure is decided on floats, to nine digits.

What has a value, a number as schemas/scenes/problem.py writes it; `ABC` with B in the middle is an angle:

    ("length", "AB")  ("angle", "ABC") in degrees, 0 to 180  ("area", "ABC…")  ("perimeter", "ABC…")
    ("radius", "O")  ("circumference", "O")  ("disc", "O") is the area of the circle
    ("arc", "AB", "O") in degrees, the smaller  ("arc_length", "AB", "O")  ("sector", "AB", "O") is its area

Relations, of the value `yes`:

    ("equal", "AB", "CD")             equally long
    ("equal_angles", "ABC", "DEF")    equally large
    ("parallel", "AB", "CD")
    ("midpoint", "M", "AB")           M halves AB
    ("bisector", "BD", "ABC")         BD halves the angle ABC
    ("tangent", "PA", "O")            line PA touches the circle in A
    ("incircle", "O", "ABC")          the circle touches the sides of the triangle from inside
    ("congruent", "ABC", "DEF"), ("similar", "ABC", "DEF")    corners in corresponding order
    ("equilateral", "ABC"), ("parallelogram", "ABCD"), ("rhombus", "ABCD"), ("rectangle", "ABCD"),
    ("square", "ABCD"), ("regular_pentagon", "ABCDE"), ("regular_hexagon", "ABCDEF")
    ("isosceles_trapezoid", "ABCD")   AB and DC are parallel, the diagonals equally long

In `tellings`, said of what the figure shows: ("polygon", "ABC"), ("in_order", "ADB") on a line,
("on_circle", "AB", "O"), ("diameter", "AB", "O").
"""

RELATIONS = (
    "equal",
    "equal_angles",
    "parallel",
    "midpoint",
    "bisector",
    "tangent",
    "incircle",
    "congruent",
    "similar",
    "equilateral",
    "parallelogram",
    "rhombus",
    "rectangle",
    "square",
    "isosceles_trapezoid",
    "regular_pentagon",
    "regular_hexagon",
)
VALUED = (
    "length",
    "angle",
    "area",
    "perimeter",
    "radius",
    "circumference",
    "disc",
    "arc",
    "arc_length",
    "sector",
)
