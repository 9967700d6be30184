"""What simple figures are told as that are easy to see and easily misread: the contract of maker and oracle.

After "Vision language models are blind": do two circles touch, how often do two lines cross, which letter is
circled. Nothing is nearer to another answer than `MARGIN` parts of a thousand of the picture, so that people
can tell.

Truth, a JSON object; coordinates are integers, y upwards, and the picture is about 1000 units wide or high.
What a scene does not have is left out:

    circles   {"A": [x, y, r], "red circle": …}: centre and radius of circles, drawn as lines or as discs
    squares   [[x, y, side], …]: centre and side of upright squares, drawn as lines
    lines     {"red line": [[x, y], …], …}: corners of polylines, in their order
    bars      {"A": [[x, y], [x, y]], …}: straight bars that are compared, with whatever stands around them
    outline   [[x, y], …]: corners of one closed polygon that does not cross itself
    dots      {"P": [x, y], …}
    ray       [[x, y], [x, y]]: a segment that ends, or is hidden, at the second point
    stations  {"A": [x, y], …}: where paths end
    paths     [["red", ["A", "B"], [[x, y], …]], …]: colour, stations, and corners of paths between stations
    stack     ["red", "blue", …]: colours of filled figures, each painted over those before it
    overlaps  [["red", "blue"], …]: pairs of these that cover a common area
    grid      {"x": [0, 100, …], "y": [0, 80, …]}: where the lines of a table run, its border included
    word      {"text": "Acknowledge", "at": [[x, y], …], "circled": 3}: letters, the middle of each, and which
              one is circled, from 0

Operations:

    ("relation", c, d)           apart | touching | overlapping | nested: of two circles, by the distance e of
                                 their centres: e > r + s | e = r + s | |r - s| < e < r + s | e < |r - s|
    ("overlap", c, d)            yes | no: the areas of two circles have more than a point in common
    ("larger", c, d)             the larger of two circles; no value where they are equal
    ("equal", c, d)              yes | no: two circles are equally large, or two bars equally long
    ("longer", c, d)             the longer of two bars; no value where they are equal
    ("concentric", c, d)         yes | no: two circles have the same centre
    ("crossings", l, m)          how often two lines cross
    ("cross", l, m)              yes | no: they cross at least once
    ("corners", l)               how many corners a line has, its ends not counted
    ("inside", p, "outline")     yes | no: dot p lies inside the closed outline
    ("contains", c)              how many dots lie inside circle c
    ("nearest", p)               the dot that is nearest to dot p
    ("continues", "ray")         the dot through which the ray runs when it is drawn on beyond its second
                                 point
    ("paths", s, t)              how many paths lead directly from station s to station t, in either direction
    ("connected", s, t)          yes | no: at least one path leads directly from one to the other
    ("end", hue, s)              the station at which the only path of this colour that ends at s ends
                                 otherwise
    ("degree", s)                how many paths end at station s
    ("in_front", h, g)           which of two filled figures, named by colour, that cover a common area, is in
                                 front: a colour
    ("top", "stack")             the colour of the filled figure that none covers, painted last
    ("circled_letter", "word")   the letter, as it is written
    ("circled_position", "word") its place in the word, from `1`
    ("occurrences", x, "word")   how often letter x stands in the word, capital or not
    ("count", what)              how many there are: circles, squares, lines, dots, stations, paths, figures
                                 (of the stack), letters (of the word); crossings (of all pairs of lines),
                                 overlaps (pairs of circles in the relation overlapping; of the stack, those
                                 listed), rows, columns, cells (of the grid)

Lines cross in single points that are inside of a piece of both, never at a corner or an end.

Places, with exact coordinates, fractions where they are no integers:

    ("center", c)                the centre of a circle
    ("contact", c, d)            where two touching circles touch
    ("crossing", l, m)           where two lines cross, if they do once
    ("dot", p)                   a dot
    ("station", s)               a station
    ("end", hue, s)              the station of ("end", hue, s)
    ("circled", "word")          the middle of the circled letter
    ("cell", r, k)               the middle of the cell in row r from above and column k from the left, from 1
    ("innermost", "squares")     the centre of the smallest square; where the squares are not concentric
"""

MARGIN = 25  # thousandths of the picture: at 448 px, with lines of 4 px, people see this much beside them
RELATIONS = ("apart", "touching", "overlapping", "nested")
COUNTED = (
    "circles",
    "squares",
    "lines",
    "dots",
    "stations",
    "paths",
    "figures",
    "letters",
    "crossings",
    "overlaps",
    "rows",
    "columns",
    "cells",
)
