"""What things with unusual numbers of parts are told as, and what can be said of them: the contract.

A scene shows one thing, or up to six of one kind, each as it usually is or with more or fewer parts.

Truth, a JSON object:

    kind     what all of them are, a key of `USUAL` or of `UNCERTAIN`: "dog"
    objects  {"dog": {…}} where there is one, else {"dog A": {…}, "dog B": {…}, …}: the kind, and the letter
             that stands beside it. Each has

        parts  {"leg": {"at": [[x, y], …], "missing": [[x, y], …], "extra": [[x, y], …]}, …}: all kinds of
               parts that are counted. `at` is a point on each part that is drawn, integers, y upwards;
               `missing` where a part would usually be and is not, as far as that is a certain place; `extra`
               those of `at` that are drawn where there usually is none
        rank   of a playing card the number in its corners, 2 to 10: its usual number of pips; else absent

Operations. o and p are objects, a part is named in the singular, `leg`.

    ("count", part, o)        how many of these parts it has
    ("usual", part, o)        yes | no: as many as such a thing usually has, by `USUAL`, or by its rank
    ("compared", part, o)     more | fewer | usual: how many it has, by what such a thing usually has
    ("difference", part, o)   by how many its number differs from the usual one, `0` where it does not
    ("rank", o)               the number in the corners of a playing card
    ("same", part, o, p)      yes | no: both have as many
    ("most", part)            the object that has more of them than any other; only of two or more
    ("fewest", part)          the object that has fewer of them than any other; only of two or more
    ("odd", part)             of three or more objects, of which all but one have as many: the one
    ("total", part)           how many all objects have together
    ("count", "object")       how many objects there are

Places. "From the left" is by x of the points in `at`; a place is told only where these differ enough.

    ("nth", part, n, o)       the point of the n-th part from the left, from 1
    ("missing", part, o)      where the only missing part would be
    ("extra", part, o)        the point of the only extra part
"""

USUAL: dict[str, dict[str, int]] = {
    "dog": {"leg": 4},
    "cat": {"leg": 4},
    "horse": {"leg": 4},
    "cow": {"leg": 4},
    "sheep": {"leg": 4},
    "pig": {"leg": 4},
    "elephant": {"leg": 4},
    "giraffe": {"leg": 4},
    "chicken": {"leg": 2},
    "duck": {"leg": 2},
    "ostrich": {"leg": 2},
    "stork": {"leg": 2},
    "ant": {"leg": 6},
    "beetle": {"leg": 6},
    "spider": {"leg": 8},
    "octopus": {"arm": 8},
    "starfish": {"arm": 5},
    "butterfly": {"feeler": 2},
    "rabbit": {"ear": 2},
    "hand": {"finger": 5},
    "paw print": {"toe": 4},
    "clover": {"leaflet": 3},
    "snowflake": {"arm": 6},
    "chessboard": {"row": 8, "column": 8},
    "noughts and crosses board": {"row": 3, "column": 3},
    "eu flag": {"star": 12},
    "chinese flag": {"star": 5},
    "us flag": {"stripe": 13},
    "thai flag": {"stripe": 5},
    "audi logo": {"ring": 4},
    "olympic logo": {"ring": 5},
    "mercedes logo": {"point": 3},
    "traffic light": {"lamp": 3},
    "piano octave": {"white key": 7, "black key": 5},
    "guitar": {"string": 6},
    "violin": {"string": 4},
    "chair": {"leg": 4},
    "table": {"leg": 4},
    "bicycle": {"wheel": 2},
    "car": {"wheel": 2},  # seen from the side
    "glasses": {"rim": 2},
    "stop sign": {"side": 8},
    "wind turbine": {"blade": 3},
}
# Kinds of no usual number, or, as playing cards, with one that the picture tells.
UNCERTAIN: dict[str, tuple[str, ...]] = {
    "playing card": ("pip",),
    "die": ("pip",),
    "snowman": ("ball",),
    "fork": ("tine",),
    "ladder": ("rung",),
    "fence": ("picket",),
    "three-stripe shoe": ("stripe",),
    "flower": ("petal",),
}
COMPARED = ("more", "fewer", "usual")
