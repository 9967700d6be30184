"""What a picture of waves is told as, and what can be said of it: the contract of maker and oracle.

Numbers are fractions, as schemas/scenes/claims.py writes them: `3`, `1/2`. Units are written in the picture,
and stand in no value: lengths along x are metres, heights centimetres, times seconds, speeds metres a second.

Truth, a JSON object:

    picture       snapshot | record | string
    x             {"low": "0", "high": "12", "step": "1"}: the axis to the right, position in m (snapshot) or
                  time in s (record), with grid lines `step` apart; null for a string
    y             {"low": "-4", "high": "4", "step": "1"}: displacement in cm; null for a string
    waves         {"W1": {"amplitude": "3", "length": "4", "shift": "1", "color": "red" | null, "speed": "2" |
                  null, "direction": "right" | "left" | null}, …}. The displacement at x is amplitude times
                  sin(2 pi (x - shift) / length), from the low to the high end of the axis. `length` is the
                  wavelength of a snapshot, the period of a record. `speed` is written in the picture where it
                  is not null; `direction`, of snapshots alone, is drawn as an arrow where it is not null
    points        {"P": ["W1", "5"], …}: a dot on a wave at that x. It is a particle of the medium, which
                  moves up and down
    strings       {"S1": {"length": "6", "loops": 3, "start": "fixed", "end": "fixed"}, …}: standing waves on
                  strings of that length in m, which is written in the picture, one below the other. Drawn are
                  the two curves between which the string swings. An end is fixed (a node) or free (an
                  antinode). `loops` counts quarters of a wave: a string with both ends fixed, or both free,
                  has an even number of them, another an odd one

Operations on waves (w, v) and points (P, Q). ("…", …) is no value where a wave lacks what it takes.

    ("amplitude", w)
    ("wavelength", w)             of a snapshot
    ("period", w)                 of a record; of a snapshot with a speed: wavelength divided by speed
    ("frequency", w)              1 divided by the period
    ("speed", w)                  as it is written
    ("direction", w)              right | left
    ("color", w)                  red | blue …
    ("displacement", w, x)        at a multiple of a quarter of `length` from `shift`, inside the axis
    ("larger_amplitude", w, v)    the wave of the two
    ("longer", w, v)              the wave of the two with the longer wavelength, or period
    ("higher_frequency", w, v)    of two records
    ("phase", w, v)               of two waves of one length: in phase | opposite | quarter: how far the
                                  shifts are apart, a whole number of lengths, a half more, a quarter more or
                                  less; other differences have no value
    ("crests", w)                 how many highest points of the wave lie strictly inside the axis
    ("troughs", w)                lowest ones
    ("state", P)                  crest | trough | equilibrium: where the dot is; no value elsewhere
    ("moving", P)                 up | down | at rest: which way the particle moves at this moment: of a
                                  record as the curve goes on to the right; of a snapshot with a direction,
                                  as the wave goes on that way. At rest at crests and troughs
    ("alike", P, Q)               yes | no: two particles of one snapshot's wave move alike: their distance
                                  is a whole number of wavelengths
    ("opposite", P, Q)            yes | no: their distance is a half wavelength and a whole number of them
    ("distance", P, Q)            between the x of two dots, in wavelengths of their wave: `3/4`

Operations on strings (s, t):

    ("nodes", s)                  points that stay at rest, fixed ends among them
    ("antinodes", s)              points that swing most, free ends among them
    ("half_waves", s)             how many half wavelengths the string holds: `2`, `3/2`
    ("string_wavelength", s)      the wavelength on it
    ("string_length", s)          as it is written
    ("ends", s)                   both fixed | both free | one fixed
    ("harmonic", s)               of both ends alike: number of half waves; of other strings: number of
                                  quarters of a wave
    ("more_nodes", s, t)          the string of the two
    ("longer_wavelength", s, t)   the string of the two

Of all pictures:

    ("count", what)               waves | points | strings

Places. Coordinates are those of the axes; of a string number n, from 0 from the top down, x runs from 0 to
its length, and it lies at y = -n.

    ("point", P)
    ("crest", w, n)               number n of those that `crests` counts, from the left, from 1
    ("trough", w, n)
    ("zero", w, n)                number n of the points strictly inside the axis where the wave crosses zero
    ("node", s, n)                number n from the left, from 1, ends among them
    ("antinode", s, n)            the point of the string at rest, at the height of its nodes
"""

PICTURES = ("snapshot", "record", "string")
DIRECTIONS = ("right", "left")
PHASES = ("in phase", "opposite", "quarter")
STATES = ("crest", "trough", "equilibrium")
MOVING = ("up", "down", "at rest")
ENDS = ("both fixed", "both free", "one fixed")
COUNTED = ("waves", "points", "strings")
