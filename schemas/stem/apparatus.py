"""What chemistry apparatus and measuring instruments are told as: the contract of maker and oracle.

A scene is a setup of laboratory glassware, or one to four instruments that are read. Coordinates are rational
numbers as texts, x to the right, y upwards. Names of parts, instruments and states are those of the tables
below.

1. Truth of a setup, a JSON object:

    purpose   key of `PURPOSES`: what the setup is for
    parts     [{"kind": "condenser", "at": ["12", "7/2"]}, …]: all that is drawn, kinds of `KINDS`, each time
              it is there; `at` is a point of the part
    labels    {"A": 3, …}: a letter whose line ends, with a dot, at `at` of the part with that index in
              `parts`
    flow      null, or {"what": "gas" | "vapour" | "liquid", "through": [0, 3, 4]}: what moves through the
              setup, and the indices of the parts that it passes, in order, each once
    states    {"cooling water": "enters at the lower end", …}: aspects of `STATES` that are seen in this
              setup, and how it is mounted in each
    poles     null, or {"left": "+", "right": "-"}: how the electrodes are connected, as written beside their
              wires
    collects  null, or a key of `SUITS`: the way in which a gas is collected

Operations. L and M are letters, k is a kind.

    ("purpose", "setup")      key of `PURPOSES`
    ("part", L)               the kind of the part that L labels
    ("label", k)              the letter that labels a part of this kind; no value where none does, or several
    ("count", k)              how many parts of this kind are drawn; ("count", "labels"): letters
    ("has", k)                yes | no: at least one is drawn
    ("use", L)                what the part that L labels does, by `USES`; no value where its kind is not
                              there
    ("doing", u)              the letter of the labelled part with use u; no value where none has it, or
                              several
    ("missing", "setup")      the one kind of `NEEDED[purpose]` that is not drawn; "nothing" where all are
                              drawn; no value where several are missing, or `NEEDED` has nothing of the
                              purpose
    ("path", what)            the labelled parts that `flow.what` passes, in order: `C, A, D`; no value where
                              these are fewer than two, or something else moves
    ("first", what, L, M)     which of two labelled parts in the flow it reaches first; no value where one of
                              both is not in the flow
    ("passes", what, L)       yes | no: it passes through the part that L labels
    ("state", a)              how the setup is mounted in aspect a: a key of `STATES[a]`
    ("right", a)              yes | no: that is right, by `STATES[a]`
    ("correct", "setup")      yes | no: all its states are right and nothing is missing; no value where it has
                              no states and `NEEDED` has nothing of the purpose
    ("mistake", "setup")      the one state that is wrong; "nothing" where all are right; no value where
                              several are wrong, or the setup has no states
    ("collection", "gas")     `collects`; no value where it is null
    ("suits", g)              yes | no: gas g may be collected so, by `SUITS[collects]`; no value where that
                              says nothing of g
    ("density", "gas")        denser | lighter: than air, what a gas collected so must be; only where
                              `collects` is upward or downward displacement of air
    ("electrode", side)       anode | cathode: the electrode on the left | right; the anode is connected to +
    ("gas_over", side)        oxygen | hydrogen: the gas above that electrode, where the purpose is the
                              electrolysis of water: hydrogen at the cathode

Places: ("end", L): where the line of the letter ends.

2. Truth of instruments that are read, a JSON object:

    instruments  {"A": {…}, …} by the letters beside them, in the order of the letters. `kind` is a key of
                 `INSTRUMENTS`, and every number is a decimal in the unit of that kind: `23.5`. Most kinds
                 have

        reading  what it shows: exactly a line of its scale
        scale    {"low": "0", "high": "50", "division": "1", "written": ["0", "10", …]}: the first and the
                 last line that is drawn, how far neighbouring lines are apart, and the numbers that are
                 written at lines, in ascending order and all evenly apart. A burette is numbered downwards
        ends     [["2", "0"], ["2", "8"]]: where `low` and `high` are drawn; only of straight scales
        pivot    ["5", "5"]: what the pointer turns about, or the middle of a protractor; only of round scales

      and these have something else instead of `reading`, or of `scale`:

        ammeter, voltmeter   `scales`, one or two of them whose lines are the same, and `used`, the index of
                             the one that `reading` is on: the wire is at the terminal that has its `high`
                             written beside it
        ruler                `object`: ["2.3", "7.1"], where what lies along it begins and ends, both at
                             lines. Its reading is the length of the object
        protractor           `arms`: ["20", "75"], degrees on its scale, which has 0 on the right and 180 on
                             the left; the smaller one first. Its reading is the angle between both
        manometer            `levels`: {"left": "12", "right": "20"}, of the liquid in both limbs. Its reading
                             is by how much the higher one is above the lower one
        vernier caliper      no scale; `main` and `vernier`: the whole millimetres before the zero of the
                             vernier, and which line of the vernier, 0 to 9, stands exactly at a line of the
                             main scale. The reading is main + vernier / 10
        micrometer           no scale; `sleeve` and `thimble`: what the sleeve shows, in whole and half
                             millimetres (`5.5`), and which line of the thimble, 0 to 49, stands at its long
                             line. The reading is sleeve + thimble / 100
        triple-beam balance  no scale; `riders`: {"hundreds": "200", "tens": "30", "units": "4.5"}, where the
                             riders stand. The reading is the sum
        stopwatch            no scale; `minutes` and `seconds`: whole minutes that the small dial shows, and
                             whole seconds, 0 to 59, that the large one shows; `pivot` is of the large one.
                             The reading is all of it in seconds

    story        null, or {"kind": "displacement", "before": "A", "after": "B"}: A and B are one instrument at
                 two times, with an arrow from A to B; kinds of `STORIES`

Operations. A and B are letters, n is a number. Where there are two scales, the one that is used is meant.

    ("instrument", A)         its kind
    ("which", kind)           the letter of the only instrument of this kind
    ("count", kind)           instruments of the kind; ("count", "instruments"): all
    ("quantity", A)           what it measures: volume, temperature …, by `INSTRUMENTS`
    ("unit", A)               the unit in which it is read: millilitre, degree Celsius …
    ("reading", u, A)         what it shows, in its unit u (`millilitre`); no value in any other unit, but a
                              unit that is written alike is the same: `centimetre` for a manometer
    ("division", u, A)        how far neighbouring lines of its scale are apart, in its unit u; 0.1 for a
                              vernier caliper, 0.01 for a micrometer
    ("highest", A)            the greater one of the numbers at the ends of its scale
    ("lowest", A)             the smaller one
    ("parts", A)              into how many parts lines divide what lies between two neighbouring written
                              numbers
    ("fits", A, n)            yes | no: n is within the scale, its ends included
    ("between", A)            the neighbouring written numbers between which the reading is, smaller first:
                              `20, 30`; no value where it is at one of them; not of rulers, protractors and
                              manometers
    ("ranges", A)             how many scales an ammeter or a voltmeter has
    ("range", A)              the highest number of that which is used, where it has two
    ("end", A, side)          of a ruler: where the object begins (left) and ends (right)
    ("arm", A, side)          of a protractor: where its right arm, the smaller number, and its left arm stand
    ("level", A, side)        of a manometer: left | right
    ("higher", A)             left | right: the limb of a manometer in which the liquid stands higher; no
                              value where as high
    ("main", A), ("vernier", A), ("sleeve", A), ("thimble", A), ("minutes", A), ("seconds", A)   as told
    ("rider", A, beam)        as told, of a beam: hundreds | tens | units
    ("greater", A, B)         the letter of that which shows more; only of one unit, and not of equal readings
    ("difference", u, A, B)   how much more the one shows than the other, 0 or above, where u is the unit of
                              both
    ("finer", A, B)           the letter of that with the smaller division; only of one unit, and not of equal
                              ones
    ("change", story)         how far the readings of `before` and `after` are apart: the volume of the stone
                              (displacement), what flowed out (titration), the upthrust on the stone
                              (immersion), by how much it got warmer or colder (warming, cooling); only of the
                              kind of story that is told

What a kind of instrument has no scale for has no division (but as said), highest, lowest, parts, fits,
between.

Places: ("mark", A, n): where number n, of a line of a straight scale, is drawn; ("pivot", A): its `pivot`.

Things that are framed are named by their kind where one such is drawn (`condenser`), instruments
`instrument A`.
"""

# What each kind of part does. Kinds that do different things in different setups are not there.
USES = {
    "condenser": "cools vapour until it is liquid",
    "thermometer": "measures the temperature",
    "burette": "measures how much liquid is let out",
    "Bunsen burner": "heats",
    "spirit lamp": "heats",
    "gauze": "spreads the heat evenly",
    "filter paper": "holds back the solid",
    "thistle funnel": "lets liquid into the flask",
    "washing bottle": "lets the gas bubble through a liquid",
    "drying tube": "takes water out of the gas",
    "U-tube": "takes water out of the gas",
    "gas syringe": "collects the gas and measures its volume",
    "gas jar": "collects the gas",
    "delivery tube": "leads the gas on",
    "battery": "drives the current",
}
KINDS = (
    *USES,
    "round-bottom flask",
    "conical flask",
    "beaker",
    "test tube",
    "evaporating dish",
    "crucible",
    "funnel",
    "separating funnel",
    "glass rod",
    "stand",
    "clamp",
    "ring",
    "tripod",
    "trough",
    "stopper",
    "adapter",  # the bent tube from a condenser to what receives the liquid
    "electrode",
    "pipeclay triangle",
)
PURPOSES = (
    "distillation",
    "reflux",  # boiling under a condenser from which all runs back
    "filtration",
    "evaporation",
    "ignition",  # heating a solid strongly, in a crucible
    "heating a liquid",
    "titration",
    "separation of two liquids",
    "making a gas",  # from a liquid and a solid in a flask, or a heated solid, and collecting it
    "electrolysis of water",
    "electrolysis of a solution",
)
NEEDED = {
    "distillation": ("round-bottom flask", "thermometer", "condenser", "conical flask"),
    "filtration": ("funnel", "filter paper", "glass rod", "beaker"),
    "evaporation": ("evaporating dish", "glass rod", "tripod"),
    "titration": ("burette", "conical flask", "clamp"),
    "electrolysis of a solution": ("battery", "electrode", "beaker"),
}
# Aspects of setups: how each may be mounted, and whether that is right. No two states have the same name.
STATES = {
    "cooling water": {"enters at the lower end": True, "enters at the upper end": False},
    "thermometer bulb": {"is at the side arm": True, "is in the liquid": False},
    "thistle funnel": {"ends below the liquid": True, "ends above the liquid": False},
    "tube in the flask": {"ends just below the stopper": True, "ends below the liquid surface": False},
    "washing bottle": {"gas enters by the long tube": True, "gas enters by the short tube": False},
    "tube in the gas jar": {"reaches far into the jar": True, "ends at the mouth of the jar": False},
    "heated test tube": {"slopes down to its mouth": True, "slopes up to its mouth": False},
    "stem of the funnel": {"touches the wall of the beaker": True, "hangs free in the beaker": False},
    "liquid in the filter": {"is below the edge of the paper": True, "is above the edge of the paper": False},
}
# Gases that a way of collecting suits or not, as textbooks have it; of others it is left open.
SUITS = {
    "over water": {
        "hydrogen": True,
        "oxygen": True,
        "nitrogen": True,
        "methane": True,
        "ammonia": False,
        "hydrogen chloride": False,
        "sulfur dioxide": False,
        "nitrogen dioxide": False,
    },
    "upward displacement of air": {  # the jar stands upright
        "carbon dioxide": True,
        "oxygen": True,
        "chlorine": True,
        "sulfur dioxide": True,
        "hydrogen chloride": True,
        "hydrogen": False,
        "ammonia": False,
        "methane": False,
    },
    "downward displacement of air": {  # the jar is upside down
        "hydrogen": True,
        "ammonia": True,
        "carbon dioxide": False,
        "oxygen": False,
        "chlorine": False,
        "sulfur dioxide": False,
        "hydrogen chloride": False,
    },
    "gas syringe": {},
}
# What each instrument measures, and its unit as it is called and as it is written on it.
INSTRUMENTS = {
    "graduated cylinder": ("volume", "millilitre", "mL"),
    "burette": ("volume", "millilitre", "mL"),
    "syringe": ("volume", "millilitre", "mL"),
    "thermometer": ("temperature", "degree Celsius", "°C"),
    "spring balance": ("force", "newton", "N"),
    "ammeter": ("current", "ampere", "A"),
    "voltmeter": ("voltage", "volt", "V"),
    "pressure gauge": ("pressure", "kilopascal", "kPa"),
    "dial balance": ("mass", "kilogram", "kg"),
    "stopwatch": ("time", "second", "s"),
    "protractor": ("angle", "degree", "°"),
    "ruler": ("length", "centimetre", "cm"),
    "vernier caliper": ("length", "millimetre", "mm"),
    "micrometer": ("length", "millimetre", "mm"),
    "triple-beam balance": ("mass", "gram", "g"),
    "manometer": ("pressure difference", "centimetre of liquid", "cm"),
}
STORIES = ("displacement", "titration", "immersion", "warming", "cooling")
