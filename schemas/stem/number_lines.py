"""What a number line is told as, and what can be said of it.

Truth, a JSON object:

    notation   integer | fraction | decimal: how this line writes numbers, in the truth, in the picture, in
               expressions and in values alike: `-3`; `7/4`, in lowest terms; `0.25`, `-1.5`, without zeros
               at the end. Whole numbers are `3` in all three.
    low, high  the first and the last tick
    step       how far ticks are apart; there is one at `low` and at each step from there
    labels     ["-4", "0", "4"]: ticks under which their number stands
    blanks     {"p": "2", …}: ticks under which a letter stands instead of the number
    points     {"A": "3", …}: dots on the line, with a letter; they lie on ticks or halfway between two
    intervals  {"I": {"left": "-2" | null, "right": "3", "left_closed": true, "right_closed": false,
               "level": "1"}, …}: thick lines. null: without end on that side, drawn as an arrow, and not
               closed. An end is a full dot where it is closed, a hollow one where it is open. Level 0 lies
               on the line, 1, 2 … above it.
    jumps      [["0", "3"], ["3", "-1"], …]: arrows over the line, each from where the one before it ended

Values. Numbers as the line writes them. An interval is written `[-2, 3)`, `(-∞, 1]`, `(0, +∞)`; an inequality
`x < 3`, `x ≥ -2`, `-2 ≤ x < 3`; several names or numbers with commas, `B, A, C`. Where a value does not
exist or several are equally right, the expression is unknown.

    ("number", A)                the number of a point
    ("at", number)               the point that is there
    ("blank", p)                 the number that belongs under a tick with a letter
    ("tick", "step")             how far two neighbouring ticks are apart
    ("tick", "labels")           how far two neighbouring labels are apart; unknown where that differs
    ("parts", "labels")          into how many parts ticks divide what lies between two neighbouring labels
    ("between", A)               the neighbouring labels between which a point lies: `2, 3`; unknown on a
                                 label
    ("sign", A)                  positive | negative | zero
    ("opposite", A)              the opposite number
    ("absolute", A)              the absolute value
    ("opposites", A, B)          yes | no: the numbers of both are opposite to each other
    ("extreme", "leftmost"), ("extreme", "rightmost")   the point
    ("nearest", number)          the point that is nearest to the number
    ("farthest", number)
    ("greater", A, B)            which of both has the greater number: `A` or `B`
    ("greater_absolute", A, B)   which has the greater absolute value
    ("ascending", "points")      all points from the smallest number to the greatest: `B, A, C`
    ("distance", A, B)
    ("sum", A, B)
    ("difference", A, B)         the number of A minus the number of B
    ("midpoint", A, B)           the number halfway between both
    ("halfway", A, B)            the point that lies halfway between both
    ("to_the", side, A)          how many points lie to the left | right of A

    ("interval", I)              `[-2, 3)`
    ("inequality", I)            `-2 ≤ x < 3`
    ("end", I, side)             the end on the left | right side
    ("closed", I, side)          yes | no: the end on that side belongs to the interval
    ("includes", I, number)      yes | no
    ("contains", I, A)           yes | no: the number of point A belongs to the interval
    ("bounded", I)               yes | no: it ends on both sides
    ("length", I)                of one with two ends
    ("integers", I)              how many integers belong to one with two ends
    ("least_integer", I), ("greatest_integer", I)   the least and the greatest integer that belong to it
    ("overlap", I, J)            the interval that both share: `[1, 3)`; `empty` where they share no number;
                                 unknown where they share a single one
    ("union", I, J)              the interval that both make up; unknown where they make up no single one

    ("jump", n)                  what jump number n, from 1, adds: `3`, or `-4` to the left
    ("direction", n)             left | right
    ("start", "jumps"), ("finish", "jumps")   where the first begins, and where the last ends
    ("landing", n)               where jump number n ends
    ("longest", "jumps")         the number of the longest jump: `2`
    ("total", "jumps")           how far all jumps are together, whatever their direction
    ("equation", "jumps")        the start, all jumps, and the end: `-1 + 5 - 2 = 2`

    ("count", what)              how many there are of points, blanks, intervals, jumps, labels

Places. x is the number; y is 0 on the line, and the level for an interval that lies above it.
    ("point", A)
    ("spot", number)             where a number is on the line
    ("blank", p)                 the tick of the letter
    ("halfway", A, B)
    ("opposite", A)              where the opposite number is on the line
    ("end", I, side)
    ("middle", I)                of an interval with two ends
    ("landing", n)               where a jump ends, on the line
"""

NOTATIONS = ("integer", "fraction", "decimal")
SIGNS = ("positive", "negative", "zero")
SIDES = ("left", "right")
COUNTED = ("points", "blanks", "intervals", "jumps", "labels")
EMPTY = "empty"
