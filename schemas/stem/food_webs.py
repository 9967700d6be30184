"""What a food web is told as, and what can be said of it: the contract of maker and oracle.

Truth, a JSON object:

    kind       web | chain | pyramid
    species    {"grass": ["120", "0"], …}: the middle of each name, integers, y upwards; {} for a pyramid
    links      [["grass", "rabbit"], …]: drawn as straight arrows from what is eaten to who eats it
    levels     [["grass", "10000"], …]: of a pyramid, from the bottom up: what is written on each step, a
               species or one of LEVELS, and its energy, an integer; [] otherwise
    unit       of the energies, "kJ"; "" otherwise
    steps      {"grass": ["0", "50"], …}: of a pyramid: the middle of each step; {} otherwise

Everything is meant as drawn: an animal eats what its arrows come from, and nothing else. No arrows go round
in a circle. A food chain begins with a producer and follows arrows. Species are X, Y, Z, all different.

Operations on webs and chains (a chain is a web in which each species has one arrow to it and one from it, but
the first and the last):

    ("eats", X, Y)            yes | no: an arrow leads from Y to X
    ("prey", X)               how many species X eats
    ("predators", X)          how many species eat X
    ("only_prey", X)          the one species that X eats; no value where it is not just one
    ("only_predator", X)      the one species that eats X; no value where it is not just one
    ("shared_prey", X, Y)     the one species that both eat; no value where it is not just one
    ("shared_predator", X, Y) the one species that eats both; no value where it is not just one
    ("compete", X, Y)         yes | no: some species is eaten by both; no value for a producer
    ("producer", X)           yes | no: no arrow leads to X
    ("top_predator", X)       yes | no: an arrow leads to X, none leaves it
    ("diet", X)               herbivore (eats producers only) | carnivore (eats no producer) | omnivore (eats
                              producers and others); no value for a producer
    ("level", X)              trophic level: 1 for a producer, for others 1 more than what they eat; no value
                              where species that X eats differ in it or have none
    ("consumer", X)           by trophic level, one of CONSUMERS: primary (2), secondary (3), tertiary (4) …;
                              no value for a producer, and where `level` has none
    ("reaches", X, Y)         yes | no: arrows lead from X to Y, directly or over others: Y gets energy from X
    ("chain", X, Y, Z, …)     yes | no: an arrow leads from each to the next (three species or more)
    ("loses_all", X, Y)       yes | no: X is all that Y eats; no value where Y is a producer
    ("chains",)               how many food chains there are from a producer to a top predator
    ("longest",)              how many species the longest food chain has
    ("most_prey",)            the one species that eats the most species; no value where several do
    ("most_predators",)       the one species that the most species eat; no value where several are
    ("next", X)               chains only: the species that the arrow of X leads to; no value for the last
    ("first",), ("last",)     chains only
    ("count", what)           species | arrows | producers | consumers (all but producers) | top_predators |
                              herbivores | carnivores | omnivores

Operations on pyramids (X and Y are steps by what is written on them):

    ("energy", X)             the number written on the step
    ("above", X)              what is written on the step above; no value for the top one
    ("below", X)
    ("top",), ("bottom",)
    ("position", X)           its number, counted from the bottom: `1`
    ("passed", X, Y)          percent of the energy of X that is found in Y, the step right above X: `10`,
                              `25/2`
    ("lost", X, Y)            the energy of X that is not found in Y, the step right above it: a difference
    ("count", "levels")       how many steps there are

Places: ("species", X), the middle of its name; ("link", X, Y), the middle of the arrow that leads from X to
Y, halfway between the middles of both; ("step", X), the middle of a step; and each operation whose value is a
species or a step, which is its middle: ("only_prey", X), ("most_prey",), ("top",), ("above", X) …
"""

KINDS = ("web", "chain", "pyramid")
DIETS = ("herbivore", "carnivore", "omnivore")
CONSUMERS = ("primary", "secondary", "tertiary", "quaternary", "quinary")
LEVELS = (
    "producers",
    "primary consumers",
    "secondary consumers",
    "tertiary consumers",
    "quaternary consumers",
)
