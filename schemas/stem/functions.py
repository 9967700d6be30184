"""What a picture of function graphs in a plane is told as, and what can be said of it.

Truth, a JSON object. Numbers are texts as schemas/scenes/claims.py writes them.

    axes      {"x": {"low": "-5", "high": "5", "step": "1", "labels": ["-4", "-2", "2", "4"]}, "y": …}: the
              part of the plane that is drawn (the window), how far grid lines are apart, which carry their
              number
    graphs    {"f": {"kind": "quadratic", "parameters": ["1", "2", "-1"], "color": "red" | null}, …}
    points    {"A": ["2", "3"], …}: dots with a letter
    vectors   {"u": [["0", "0"], ["3", "2"]], …}: arrows, where they begin and where they end
    regions   {"R": {"graph": "f", "side": "above" | "below", "boundary": "included" | "excluded"}, …}: all
              points above or below the graph; the graph is drawn whole where it belongs to the region, else
              dashed

Kinds of graphs, with the parameters that are listed, in this order. Each is drawn as far as the window shows
it, and goes on beyond; `segments` alone ends where its points end, both ends belong to it.

    linear             m, b          y = m x + b
    quadratic          a, h, k       y = a (x - h)² + k
    absolute value     a, h, k       y = a |x - h| + k
    cubic              a, p, q, r    y = a (x - p) (x - q) (x - r)
    exponential        a, c, k       y = a cˣ + k, where c > 0, c ≠ 1
    logarithmic        a, c, h       y = a log_c(x - h), where x > h; c is an integer above 1
    reciprocal         a, h, k       y = a / (x - h) + k, where x ≠ h
    square root        a, h, k       y = a √(x - h) + k, where x ≥ h
    sine               a, p, h, k    y = a sin(2π (x - h) / p) + k, where p > 0
    segments           x0, y0, x1, y1, …   a line through these points, x growing

Values. A point is written `(2, -1/2)`. A list of several has commas: `-2, 3`, `(-1, 1), (2, 4)`; from the
left to the right. An interval is named by its ends, a < b. Where a value is asked that does not exist, is not
rational, or is not one, the expression is unknown. Every graph is taken whole, also beyond the window, unless
something else is said.

One graph:
    ("kind", f)                  as above
    ("color", f)                 red | blue …; unknown where the truth has none
    ("at", f, x)                 the value at x
    ("solution", f, y)           the only x whose value is y
    ("solution_count", f, y)     how many points of height y the graph has inside the window, its edge
                                 included
    ("y_intercept", f)           the value at 0
    ("zeros", f)                 all zeros, of kinds that have finitely many: `-2, 3`; each once
    ("vertex", f)                of quadratic, absolute value: `(1, -4)`
    ("opens", f)                 upwards | downwards: of quadratic, absolute value
    ("axis_of_symmetry", f)      c of the line x = c: of quadratic, absolute value
    ("minimum", f)               the least value that the graph has anywhere; unknown where it has none
    ("maximum", f)               the greatest value
    ("slope", f)                 of linear
    ("slope_on", f, a, b)        of segments, between two neighbouring corners at x = a and x = b
    ("increasing", f, a, b)      yes | no: strictly increasing on the closed interval from a to b; unknown
                                 where the graph is not defined in all of it
    ("decreasing", f, a, b)      yes | no
    ("sign", f, a, b)            positive | negative: of all values inside the open interval
    ("symmetry", f)              even | odd | neither: symmetric about the y-axis, about the origin, or
                                 neither; unknown for y = 0
    ("vertical_asymptote", f)    c of the line x = c: of reciprocal, logarithmic
    ("horizontal_asymptote", f)  c of the line y = c: of reciprocal, exponential
    ("period", f)                of sine, the smallest
    ("amplitude", f)             of sine
    ("midline", f)               c of the line y = c: of sine
    ("passes", f, q)             yes | no: has a point inside quadrant q, `1` to `4`; of linear

Two graphs:
    ("intersections", f, g)      all points in which both meet, also beyond the window; both linear,
                                 quadratic or absolute value, and not the same
    ("intersection_count", f, g)  how many there are, of the same kinds
    ("greater", f, g, x)         the graph with the greater value at x: `f` or `g`
    ("parallel", f, g)           yes | no: of linear, two lines
    ("perpendicular", f, g)      yes | no: of linear
    ("steeper", f, g)            of linear, whose slope has the greater absolute value

Points:
    ("coordinates", A)           `(2, 3)`
    ("location", A)              quadrant 1 | quadrant 2 | quadrant 3 | quadrant 4 | x-axis | y-axis | origin
    ("position", A, f)           above | on | below the graph, at the same x
    ("position", A, R)           inside | outside of a region; a point of the boundary is inside where the
                                 boundary is included
    ("distance", A, B)           with roots: `sqrt(13)`
    ("midpoint", A, B)           `(1, 2)`
    ("slope_between", A, B)      of the line through both
    ("mirrored", A, B)           x-axis | y-axis | origin: what A is the mirror image of B in; unknown where
                                 it is none, or of more than one
    ("at_coordinates", x, y)     the named point that is there

Vectors, as pairs of components, wherever they begin:
    ("components", u)            `(3, -2)`
    ("magnitude", u)             with roots
    ("sum", u, v)                `(1, 4)`
    ("difference", u, v)         u - v
    ("dot", u, v)                the scalar product
    ("parallel", u, v)           yes | no: one is a multiple of the other, in the same or in opposite
                                 direction
    ("perpendicular", u, v)      yes | no
    ("equal", u, v)              yes | no
    ("longer", u, v)             the longer one: `u` or `v`; unknown for equally long ones

Regions:
    ("side", R)                  above | below
    ("boundary", R)              included | excluded

    ("count", what)              how many there are of graphs, points, vectors, regions

Places, in coordinates of the plane:
    ("point", A)
    ("graph_at", f, x)           the point of a graph
    ("vertex", f)                of quadratic, absolute value
    ("y_intercept", f)           where the graph crosses the y-axis
    ("zero", f, n)               its zero number n from the left, from 1
    ("highest", f), ("lowest", f)  of segments, the only highest or lowest corner
    ("center", f)                of reciprocal, where both asymptotes cross
    ("crossing", f, g, n)        their common point number n from the left, from 1, of those in
                                 `intersections`
    ("halfway", A, B)
    ("start", u), ("tip", u)     of a vector
    ("spot", x, y)               the point with these coordinates
"""

KINDS = (
    "linear",
    "quadratic",
    "absolute value",
    "cubic",
    "exponential",
    "logarithmic",
    "reciprocal",
    "square root",
    "sine",
    "segments",
)
LOCATIONS = ("quadrant 1", "quadrant 2", "quadrant 3", "quadrant 4", "x-axis", "y-axis", "origin")
COUNTED = ("graphs", "points", "vectors", "regions")
