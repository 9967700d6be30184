"""What a map on a grid is told as, and what can be said of it: the contract of maker and oracle.

Truth, a JSON object:

    columns    ["A", "B", …] or ["1", "2", …]: what is written below the columns, from the left
    rows       ["1", "2", …]: what is written beside the rows, from below (they may as well be written
               downwards: then the list ends with "1")
    naming     letters: a square is named by its column and its row, `C4`; numbers: `(3, 4)`
    side       length of a square's side in units of the scene, an integer; the lower left corner of the grid
               is at 0, 0
    landmarks  {"school": "C4", …}: the square in which the symbol of each stands, by its name in the legend,
               or beside it; at most one in a square
    regions    {"lake": ["A1", "A2", …], …}: squares of each coloured region, joined by their sides; no square
               is in two
    region_colors  {"lake": "blue", …}: of all regions
    roads      [["A2", "B2", "B3"], …]: from the middle of a square to that of the next, which shares a side
               with it; no square comes twice in one
    route      ["B1", "B2", "C2", …]: an arrow that leads through the middles of these squares in the same
               manner; [] where there is none
    scale      {"squares": 2, "distance": 100, "unit": "m"}: the scale bar is as long as so many squares, and
               says so much; null where there is none
    north      up | right | down | left: where the arrow of the compass points; "" where there is none

Operations (X and Y are different places: the name of a landmark, or of a square; R and S different regions):

    ("square", X)            of a landmark: the name of its square
    ("landmark", q)          the landmark in square q; no value where there is none
    ("column", X), ("row", X)   of a landmark: what is written at its column, at its row
    ("direction", X, Y)      the direction from X to Y, where it lies in the same column or row, or exactly on
                             a diagonal, else no value; no value without a compass
    ("side", X, Y)           where Y lies, seen from X, in the picture: left | right | above | below; only in
                             the same row or column, else no value
    ("farther", d, X, Y)     the one of both that lies farther to that side: d is north | south | east | west,
                             by the compass; no value where neither does, and without a compass
    ("steps", X, Y)          the fewest steps from square to square over shared sides from X to Y
    ("length", X, Y)         how far Y is from X on the straight line between the middles of their squares, by
                             the scale: an exact number in its unit; only in the same row or column; no value
                             without a scale
    ("nearest", X)           the landmark that takes the fewest steps from X; no value where several do
    ("one_square",)          how long the side of a square is, by the scale
    ("in_region", X)         the region in which the square of X is; no value where it is in none
    ("inside", X, R)         yes | no: the square of X is in R
    ("area", R)              how many squares region R has
    ("larger", R, S)         the region with more squares; no value where they have as many
    ("touch", R, S)          yes | no: a square of one shares a side with one of the other
    ("region_color", R)      its colour
    ("on_road", X)           yes | no: a road leads through the square of X; no value without roads
    ("joined", X, Y)         yes | no: one road leads through the squares of both; no value without roads
    ("start",), ("end",)     the squares in which the route begins and ends
    ("route_steps",)         how many steps the route has
    ("route_turns",)         how often it turns
    ("route_length",)        how long it is by the scale; no value without one
    ("first_move",), ("last_move",)   the direction of its first and last step by the compass; no value
                             without one
    ("passes", X)            yes | no: the route leads through the square of X, its ends included
    ("arrive", X, m)         the square in which one ends who goes from X by the moves m, by the compass: up
                             to four, as in `2 north, 1 east`; no value outside of the grid
    ("count", what)          landmarks | columns | rows | squares | regions | roads
    ("in_column", c), ("in_row", r)   how many landmarks stand in a column, in a row
    ("beyond", d, X)         how many landmarks lie farther to side d than X, d as in `farther`

Places: ("place", X), the middle of its square; ("halfway", X, Y), the middle between two landmarks in the
same row or column; ("corner", q, r, s, t), the corner that four squares share, from the lower left one, then
the lower right, the upper left, the upper right; ("region", R), the middle of one of its squares: anywhere in
it is right; ("start",), ("end",), ("nearest", X), ("arrive", X, m), the middle of that square.
"""

DIRECTIONS = ("north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest")
SIDES = ("above", "right", "below", "left")
NAMINGS = ("letters", "numbers")
COMPASS = ("up", "right", "down", "left")
