"""What visual puzzles are told as, and what makes an answer right: the contract of maker and oracle.

Truth, a JSON object:

    kind     what is asked, one of `KINDS`
    panels   the pictures that are given, in reading order; null for the one that is asked for
    options  {"A": …, "B": …, …}: the pictures to choose from, with their letters; {} where none are given

A picture is one of three, and all of a puzzle are of one sort but where its kind says otherwise.

- Attributes: {"shape": "circle", "count": 3, "size": 2, "fill": 0, "turn": 0}. So many equal shapes; size 1
  to 3; fill 0 (empty), 1 (grey), 2 (full); turn in eighths clockwise, 0 to 7, always 0 for shapes not in
  `TURNED`.
- Marks: {"marks": [0, 4, 8]}: which cells of 3 x 3 are filled, 0 to 8 in reading order, ascending.
- A grid: {"rows": ["#..", "##.", "..."]}: cells, `#` filled and `.` empty, rows from above; all as long. In
  nets a letter instead of `#` is what is written on the cell.

What answers a puzzle. Each kind has its family of rules; an option is right if any rule of the family makes
it right, and of every puzzle exactly one is.

matrix      3 x 3 panels, the last null. Of attributes: an option fits if each of its five attributes is
            admissible. A value is admissible if some rule, applied along the rows, holds for the first two
            rows and, with the value, for the third; or along the columns in the same way. For a line (x, y,
            z) of values
                constant      x = y = z (each line may have another value)
                progression   y - x = z - y = d, d not 0 and equal in all three lines; turns are taken modulo
                              8
                sum           z = x + y                     (counts only)
                difference    z = x - y                     (counts only)
                permutation   the three lines hold the same three different values, and no two lines have them
                              in the same order
            Of marks: for a line (x, y, z) of sets, the same rule in all three lines:
                union z = x | y; intersection z = x & y; exclusive z = x ^ y (in either but not both);
                without z = x - y. An option fits if any of these holds along the rows, or along the columns,
                for the complete lines and, with it, for the third.
series      five panels, the last null, of attributes: an option fits if each attribute is admissible. For the
            values v1 … v5: constant (all equal); progression (equal differences, not 0; turns modulo 8);
            alternation (v1 = v3 = v5 and v2 = v4, different); cycle (v4 = v1, v5 = v2, and v1, v2, v3
            different)
odd         no panels, five options. Of attributes: one is odd if in some attribute it differs from the
            others, which all have one value in it. Of grids: one is odd if each other can be rotated (by 0,
            90, 180 or 270 degrees) to be any of the others, and it cannot
analogy     panels a, b, c, null, each a grid of n x n: b is made of a by one of `TRANSFORMS`; an option is
            right if it is made of c by any of those that make b of a. Rotations are clockwise
rotation    one panel, a grid; an option is right if it is the panel rotated by 90, 180 or 270 degrees, and
            cannot be had of it without (no option equals the panel)
reflection  one panel, a grid; an option is right if it is the panel mirrored at an upright line: left and
            right are exchanged
match       one panel, a grid; an option is right if it is equal to the panel
completion  one panel, a grid with an even number of columns whose right half is empty; options are the right
            half: right is the one that makes the whole symmetric about the upright line in its middle
fold        one panel, a grid of n x m: a sheet folded in half, its right half behind the left one; `#` are
            holes punched through both layers. The fold is its right edge. Options are the unfolded sheet, n x
            2m
shadow      one panel, {"heights": [[2, 0, 1], …]}: cubes stacked on a square floor, rows from the back to the
            front. Options are grids with as many rows as the tallest stack has cubes: right is the view from
            the front, columns from the left
net         no panels; options are grids of six filled cells: right is the one that folds to a closed cube
opposite    one panel: a net of a cube with a letter on each cell; no options
stack       one panel, {"heights": …}: no options

Operations. An option is named by its letter, a panel by its number in reading order, from `1`; a name of
either is a picture.

    ("answer", kind)           the letter of the right option; kind is that of the puzzle
    ("rule", attribute)        of matrix and series of attributes: the name of the rule that an attribute
                               (shape | count | size | fill | turn) follows, along the rows in a matrix. The
                               given panels and the right option are all looked at; no value where no rule or
                               several hold
    ("marks_rule", "puzzle")   of a matrix of marks: union | intersection | exclusive | without, in the same
                               way
    ("transform", "puzzle")    of an analogy: the name of what makes b of a; no value where several do
    ("odd_in", "puzzle")       of kind odd, of attributes: the attribute in which the right option differs; no
                               value where there are several
    ("shape", p)               the shape in a picture of attributes
    ("number", p)              how many shapes are in it
    ("filled", p)              how many cells are filled, of marks or of a grid
    ("same", p, q)             yes | no: two pictures are equal in all they have
    ("turned", p, q)           degrees, 90 | 180 | 270, by which grid p is rotated clockwise to become q; no
                               value where none does, or several
    ("opposite", f)            of a net: the letter on the face opposite to face f of the folded cube
    ("adjacent", f, g)         yes | no: of a net: faces f and g of the folded cube share an edge
    ("folds", p)               yes | no: a grid of six cells folds to a closed cube
    ("axes", p)                how many axes of symmetry a grid of n x n has: upright, level, two diagonals
    ("cubes", p)               how many cubes are stacked: the sum of heights
    ("tallest", p)             the greatest height
    ("count", "options")       how many options there are
    ("count", "panels")        how many panels are given, without the one that is asked for

Places; coordinates are integers, y upwards:

    ("option", x)              the middle of the picture of option x
    ("panel", n)               the middle of the picture of panel n
    ("blank", "puzzle")        the middle of the panel that is asked for
    ("right", "puzzle")        the middle of the right option: where to point at as the answer
    ("face", f)                the middle of the cell with letter f in a net
Their coordinates stand in the truth, where they are not told by anything else:
    at       {"option A": [x, y], "panel 1": [x, y], "face a": [x, y], …}; the blank is the panel of its
             number
"""

KINDS = (
    "matrix",
    "series",
    "odd",
    "analogy",
    "rotation",
    "reflection",
    "match",
    "completion",
    "fold",
    "shadow",
    "net",
    "opposite",
    "stack",
)
ATTRIBUTES = ("shape", "count", "size", "fill", "turn")
# In an order of their own: progressions are of numbers, and shapes have no number.
SHAPES = ("circle", "triangle", "square", "pentagon", "hexagon", "star", "cross", "heart", "arrow", "flag")
TURNED = ("arrow", "flag")  # of no symmetry that a turn by an eighth could hide
LINE_RULES = ("constant", "progression", "sum", "difference", "permutation")
SERIES_RULES = ("constant", "progression", "alternation", "cycle")
MARK_RULES = ("union", "intersection", "exclusive", "without")
TRANSFORMS = (
    "rotate 90",
    "rotate 180",
    "rotate 270",
    "mirror left and right",  # columns in the opposite order
    "mirror top and bottom",  # rows in the opposite order
    "invert",  # filled cells become empty, empty ones filled
)
