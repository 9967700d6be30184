"""What a diagram of sets is told as, and what can be said of it: the contract of maker and oracle.

Truth, a JSON object:

    sets       ["A", "B", "C"]: the letters beside the curves, 2 to 4
    universe   the letter of the rectangle around all curves, "" where none is drawn
    regions    {"A": ["-30", "55"], "AB": […], …}: every region that is drawn, by the sets in which it lies,
               in the order of `sets`, with a point deep inside of it, integers, y upwards; the region outside
               of all sets is "" and is there only where a universe is drawn. A region that the curves do not
               make (sets that are disjoint, or one inside another) is not in it.
    content    elements | counts | shading: what the regions hold
    elements   {"A": ["2", "5"], "AB": [], …}: what is written in each region; {} without such content. They
               are integers, or single lower-case letters
    spots      {"7": ["12", "-40"], …}: the middle of each written element; {} without such content
    counts     {"A": 12, …}: how many elements are in each region, which is what is written in it; {} without
               such content
    shaded     ["AB", "ABC"]: the regions that are shaded; [] without such content

Every region that is drawn is part of the diagram, whether it holds elements or not. A set expression is a
text: a letter of `sets`, the letter of the universe, or `X ∪ Y`, `X ∩ Y`, `X \\ Y`, `X △ Y` (in one of both),
`X'` (what of the universe is not in X; without a universe it has no value). Where X or Y is not one letter,
it stands in parentheses: `(A ∪ B) ∩ C`, `(A ∩ B)'`; but `X'` needs none where it is X or Y: `A' ∩ B`. An
expression stands for the regions of the diagram that it holds.

Operations (S is a set expression; A and B are different sets, x an element):

    ("elements", S)        all elements in S as a list `2, 5, 11`: numbers ascending, letters in their order;
                           `∅` where there are none; content `elements` only
    ("size", S)            how many elements are in S; not for content `shading`
    ("member", x, S)       yes | no: x is in S; content `elements` only
    ("memberships", x)     how many of the sets x is in; content `elements` only
    ("exactly", n)         how many elements are in exactly n sets (`2`); not for content `shading`
    ("at_least", n)        how many elements are in n sets or more (`1`); not for content `shading`
    ("largest",)           the set with the most elements; no value where several have as many, or for
                           `shading`
    ("subset", A, B)       yes | no: every region of A lies in B, as the curves are drawn
    ("disjoint", A, B)     yes | no: no region lies in both, as the curves are drawn
    ("equal", S, T)        yes | no: both expressions stand for the same regions, as the curves are drawn
    ("shading",)           the shaded part as a set expression: the first of SHADINGS[number of sets] that
                           stands for the shaded regions and no other, with its letters a, b, c, d replaced by
                           the sets in the order of `sets`; no value where there is none, or without shading
    ("shaded", S)          yes | no: all regions of S are shaded (yes), none of them is (no); no value where
                           some are, where S has no region, or without shading
    ("count", what)        sets | regions (with the one outside where there is a universe) | elements (in all,
                           those outside of the sets too) | shaded (regions; no value without shading)

Places, at the point of `regions` (the region's sets are all that it lies in):

    ("only", A)            in A and in no other set
    ("only_both", A, B)    in A and B and in no other set; only where there are three sets or more
    ("all",)               in all sets
    ("all_but", A)         in all sets except A; only where there are four sets
    ("outside",)           in none of the sets
    ("element", x)         where an element is written: its point in `spots`
    ("region_of", x)       the region of the element x; anywhere in it is right
"""

CONTENTS = ("elements", "counts", "shading")
# In the order in which people would rather say it: the first that fits names a shading.
_TWO = (
    "a", "b", "a ∩ b", "a ∪ b", "a \\ b", "b \\ a", "a △ b",
    "a'", "b'", "(a ∪ b)'", "(a ∩ b)'", "(a \\ b)'", "(b \\ a)'", "(a △ b)'",
)  # fmt: skip
_THREE = (
    "a", "b", "c", "a ∩ b", "a ∩ c", "b ∩ c", "a ∪ b", "a ∪ c", "b ∪ c",
    "a \\ b", "b \\ a", "a \\ c", "c \\ a", "b \\ c", "c \\ b",
    "(a ∩ b) ∩ c", "(a ∪ b) ∪ c",
    "(a ∩ b) \\ c", "(a ∩ c) \\ b", "(b ∩ c) \\ a",
    "(a ∪ b) \\ c", "(a ∪ c) \\ b", "(b ∪ c) \\ a",
    "a \\ (b ∪ c)", "b \\ (a ∪ c)", "c \\ (a ∪ b)",
    "(a ∪ b) ∩ c", "(a ∪ c) ∩ b", "(b ∪ c) ∩ a",
    "(a ∩ b) ∪ c", "(a ∩ c) ∪ b", "(b ∩ c) ∪ a",
    "a △ b", "a △ c", "b △ c",
    "a'", "b'", "c'", "(a ∪ b)'", "(a ∪ c)'", "(b ∪ c)'", "((a ∪ b) ∪ c)'",
    "(a ∩ b)'", "(a ∩ c)'", "(b ∩ c)'", "((a ∩ b) ∩ c)'",
)  # fmt: skip
_FOUR = (
    "a", "b", "c", "d",
    "a ∩ b", "a ∩ c", "a ∩ d", "b ∩ c", "b ∩ d", "c ∩ d",
    "((a ∩ b) ∩ c) ∩ d", "((a ∪ b) ∪ c) ∪ d",
    "(a ∩ b) ∩ c", "(a ∩ b) ∩ d", "(a ∩ c) ∩ d", "(b ∩ c) ∩ d",
    "(a ∩ b) \\ (c ∪ d)", "(a ∩ d) \\ (b ∪ c)", "(b ∩ c) \\ (a ∪ d)", "(c ∩ d) \\ (a ∪ b)",
    "a \\ ((b ∪ c) ∪ d)", "b \\ ((a ∪ c) ∪ d)", "c \\ ((a ∪ b) ∪ d)", "d \\ ((a ∪ b) ∪ c)",
    "(((a ∪ b) ∪ c) ∪ d)'",
)  # fmt: skip
SHADINGS = {2: _TWO, 3: _THREE, 4: _FOUR}
