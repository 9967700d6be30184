"""What drawn solids are told as, and what can be said of them: the contract of maker and oracle.

Truth, a JSON object. A scene shows one of four: a convex polyhedron, round bodies, stacks of unit cubes, the
net of a cube. Keys that it has nothing for are left out. Numbers are texts, as schemas/scenes/claims.py
writes them; names are single capital letters.

Of a polyhedron:

    vertices      {"A": ["0", "0", "4"], …}: x to the right, y away from who looks, z upwards
    faces         [["A", "B", "C", "D"], …]: all faces of the solid, vertices once round
    points        {"M": ["2", "0", "0"], …}: other named points, drawn as dots
    segments      [["A", "G"], …]: drawn beside the edges, between vertices and named points
    sections      [["M", "N", "P"], …]: flat polygons in the solid, corners in their order; all sides are
                  drawn
    lengths       [["A", "B"], …]: edges and segments beside which their length is written
    view          {"across": ["1", "1/2", "0"], "up": ["0", "1/3", "1"], "sight": ["-1/2", "1", "-1/3"]}:
                  a point p lies in the image at (across · p, up · p); one looks along `sight`, to which
                  both are perpendicular. An edge is dashed, hidden, where both its faces look away (outward
                  normal · sight > 0); so is a segment or a side of a section that lies in no face that is
                  seen. A view in perspective has its "eye", too, ["4", "-20", "9"], a point before the solid:
                  p lies in the image at (k across · q, k up · q), where q = p - eye, and k is - (sight · eye)
                  / (sight · q); a face looks away where the eye is not before it. There only vertices are
                  places.

Of round bodies, with upright axes, seen from the front:

    bodies        {"P": {"kind": "cylinder", "radius": "3", "height": "4", "at": ["0", "0"]}, …}: kinds are
                  cylinder, cone, sphere, hemisphere, frustum; `at`: x of its axis and height of its lowest
                  point, where 0 is the ground. A frustum has its `top_radius` too. A hemisphere lies on its
                  flat side and is as high as its radius, a sphere twice that. A body that does not stand on
                  the ground stands on another with the same axis.
    measures      [["radius", "P"], ["height", "P"], …]: written in the image; also "top_radius"

Of stacks of unit cubes:

    heights       [[2, 1], [1, 0]]: cubes in each stack: rows of stacks from left to right, the hindmost row
                  first. No stack is hidden.
    letters       {"A": [0, 1], …}: on the tops of stacks: row and column, from 0
    view          as above, where the stack of row r (of n) and column c stands on the square of
                  c ≤ x ≤ c + 1, n - 1 - r ≤ y ≤ n - r

Of a net:

    net           {"A": [0, 1], …}: column and row, upwards, of the six squares, a letter in each

Operations on a polyhedron. An edge, a segment or a side of a section is named by its ends, `AB`; a face by
its vertices in the order of `faces`, `ABCD`; a section in that of `sections`.

    ("kind", "solid")             by its faces: cube | cuboid (six rectangles, no cube) | triangular,
                                  pentagonal, hexagonal prism (two such faces, the others rectangles) |
                                  triangular, quadrangular, pentagonal, hexagonal pyramid (one such face,
                                  the others triangles with a common vertex) | triangular, quadrangular
                                  frustum (two parallel faces of unequal size, the others trapezoids) |
                                  octahedron (eight triangles, four at each vertex); Unknown of any other
                                  solid
    ("count", what)               vertices | edges | faces | hidden_edges (dashed edges of the solid) |
                                  seen_faces | points (named ones that are no vertices)
    ("edges_at", V)               how many edges meet in a vertex
    ("hidden", AB)                yes | no: the edge is dashed
    ("seen", ABCD)                yes | no: the face looks towards who looks
    ("lines", AB, CD)             parallel | intersecting | skew: the lines through two edges or segments;
                                  intersecting also where they meet outside of them
    ("perpendicular", AB, CD)     yes | no: of two edges or segments whose lines meet
    ("equal", AB, CD)             yes | no: equally long in space
    ("longer", AB, CD)            the longer in space of two edges or segments
    ("length", AB)                in space
    ("role", AB)                  edge | face diagonal | space diagonal: of two vertices
    ("midpoint", AB)              the named point that halves it
    ("on_face", P, ABCD)          yes | no: the named point that is no vertex lies in the face or on its rim
    ("common_edge", ABCD, ABFE)   the edge of two faces, `AB`, its letters in the order of the alphabet
    ("opposite_face", ABCD)       the face that is parallel to it
    ("face_parallel", AB, ABCD)   yes | no: an edge or segment is parallel to a face, and not in it
    ("face_perpendicular", AB, ABCD)  yes | no
    ("section_shape", MNP)        triangle | quadrilateral | pentagon | hexagon; ("section_shape", "solid") of
                                  the one section there is
    ("volume", "solid")           as a number
    ("surface_area", "solid")     of all faces

Nobody sees in perspective how long edges are, and at which angles they meet. There perpendicular, equal,
longer, length, midpoint, face_parallel, face_perpendicular, volume and surface_area have no value, and kind
has none of a cube, a cuboid or a frustum.

Operations on round bodies:

    ("kind", P)                   cylinder | cone | sphere | hemisphere | frustum
    ("count", kind)               how many bodies of a kind there are; ("count", "bodies"): of all kinds
    ("stands_on", P)              the body below, or `ground`
    ("right_of", P)               the body whose axis is the next to the right
    ("radius", P), ("height", P), ("top_radius", P), ("diameter", P)
                                  (a frustum has no value as its diameter: it has two)
    ("wider", P, Q), ("higher", P, Q)   the one of the larger radius (of its base), of the larger own height
    ("volume_in_pi", P)           V / π: `12` for a volume of 12π
    ("flat_faces", P)             how many flat faces the body has by itself: of a cylinder 2

Operations on stacks:

    ("count", what)               cubes | stacks (those that are not empty) | layers (of the highest stack)
    ("height", A)                 cubes in the stack that has the letter on its top
    ("higher", A, B)              the letter of the higher one of two stacks
    ("same_height", A, B)         yes | no
    ("squares", side)             front | left | top: unit squares in the view from that side
    ("columns", side)             front | left: highest stack of each column of that view, as one who stands
                                  there sees them from left to right: `3, 1, 2`

Operations on a net, folded to a cube:

    ("opposite", A)               the letter on the opposite face
    ("neighbours", A, B)          yes | no: the folded faces share an edge
    ("touch", A, B)               yes | no: the squares share an edge in the net as it is drawn
    ("row_of", A)                 how many squares of the net lie in its row (side by side, the same height)

Places: ("vertex", A) and ("point", M) are drawn at (across · p, up · p); ("halfway", AB): the middle of an
edge or segment; ("face_middle", ABCD): the mean of its vertices; ("solid_center", "solid"): the mean of all
vertices; ("axis_top", P), ("base_center", P): of a round body, at (x of its axis, its highest or lowest
height); ("body_middle", P): half-way between these; ("stack", A): middle of the top of a stack; ("square",
A): middle of a square of the net, at (column + 1/2, row + 1/2).
"""

SOLIDS = (
    "cube",
    "cuboid",
    "triangular prism",
    "pentagonal prism",
    "hexagonal prism",
    "triangular pyramid",
    "quadrangular pyramid",
    "pentagonal pyramid",
    "hexagonal pyramid",
    "triangular frustum",
    "quadrangular frustum",
    "octahedron",
)
BODIES = ("cylinder", "cone", "sphere", "hemisphere", "frustum")
LINES = ("parallel", "intersecting", "skew")
ROLES = ("edge", "face diagonal", "space diagonal")
SECTIONS = ("triangle", "quadrilateral", "pentagon", "hexagon")
