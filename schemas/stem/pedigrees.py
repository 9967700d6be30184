"""What a pedigree chart is told as, and what can be said of it: the contract of maker and oracle.

Truth, a JSON object:

    people     {"I-1": {"sex": "male", "affected": true, "carrier": false, "deceased": false,
               "at": ["0", "300"]}, …}: named by generation and number, which are written beside them, from
               the left; squares are males, circles females, filled symbols affected people, half filled ones
               carriers (who are not affected), struck through ones deceased; `at` is the middle of the
               symbol, integers, y upwards
    couples    [{"parents": ["I-1", "I-2"], "children": ["II-1", "II-3"], "related": false}, …]: a father and
               a mother, their children from the left, at least one; `related` couples are joined by a double
               line
    twins      [{"pair": ["II-2", "II-3"], "identical": true}, …]: children of one couple
    proband    the person to whom an arrow points, "" where there is none
    shows_carriers  true: every carrier is drawn as one; false: nobody is drawn as one

Everybody belongs to the family: each is a child or a parent of somebody in it. All parents of a person are
drawn or none are. Who has no parents in the chart came from outside of it (or founded it).

Operations (P and Q are different people):

    ("sex", P)             male | female
    ("affected", P)        yes | no
    ("carrier", P)         yes | no: drawn as one; no value where carriers are not shown, or for the affected
    ("deceased", P)        yes | no
    ("generation", P)      I | II | III …
    ("father", P), ("mother", P)   no value where the parents are not in the chart
    ("partner", P)         the one person with whom P has children; no value where it is not just one
    ("children", P)        how many children P has
    ("sons", P), ("daughters", P), ("brothers", P), ("sisters", P)   how many: brothers and sisters have both
                           parents in common; of siblings no value where the parents are not in the chart
    ("affected_children", P)   how many children of P are affected
    ("siblings", P, Q)     yes | no: they have both parents in common
    ("parent", P, Q)       yes | no: P is the father or the mother of Q
    ("ancestor", P, Q)     yes | no: P is a parent of Q, or of an ancestor of Q
    ("relation", P, Q)     what P is to Q, one of RELATIONS; no value for all else, and where several hold.
                           Uncles, aunts, nephews, nieces and cousins are so by blood: an uncle is a brother
                           of a parent, a cousin the child of a sibling of a parent. Partners have a child in
                           common
    ("from_outside", P)    yes | no: P has no parents in the chart, but a partner who has some
    ("related_couple", P, Q)   yes | no: P and Q are a couple joined by a double line; no value where they are
                           no couple
    ("twins", P, Q)        identical | fraternal; no value where they are no twins
    ("proband",)           no value where there is none
    ("excluded", mode)     yes | no: no genotypes explain the chart by this mode of inheritance, one of MODES
    ("mode",)              the one mode that is not excluded; no value where it is not just one
    ("surely_carrier", P, mode)   yes | no: in all genotypes that explain the chart by this mode, P has one
                           allele for the trait and one against it; P is a woman for the X-linked mode; no
                           value for the affected, for a mode other than `autosomal recessive` and `X-linked
                           recessive`, for an excluded mode, and where carriers are shown
    ("count", what)        people | males | females | affected | unaffected | affected_males |
                           affected_females | carriers (no value where they are not shown) | deceased |
                           generations | couples
    ("in_generation", g)   how many people there are in generation g, written as `II`
    ("affected_in", g)     how many affected people there are in it

Genotypes explain a chart by a mode where each person has two alleles (for X-linked modes a male one, for
Y-linked inheritance a male one and a female none), each child has one of the father's and one of the mother's
(X-linked: a son has one of his mother's alone, a daughter her father's and one of her mother's; Y-linked: a
son has his father's), identical twins have the same, and just those are affected who by the mode should be:
`dominant`, all with an allele for the trait; `recessive`, those with alleles for it alone; `Y-linked`, males
with it. Those who came from outside may have any. Where carriers are shown, they are just those who are not
affected and have one allele for the trait and one against it; a dominant or Y-linked mode is then excluded
where there is one. No alleles mutate.

Places: ("person", P), the middle of the symbol; ("couple", P, Q), halfway between two partners, on the line
that joins them; and each operation whose value is a person, which is that person's middle: ("mother", P),
("partner", P), ("proband",) …
"""

SEXES = ("male", "female")
GENERATIONS = ("I", "II", "III", "IV", "V")
RELATIONS = (
    "father", "mother", "son", "daughter", "brother", "sister", "partner",
    "grandfather", "grandmother", "grandson", "granddaughter",
    "uncle", "aunt", "nephew", "niece", "cousin",
)  # fmt: skip
MODES = (
    "autosomal dominant",
    "autosomal recessive",
    "X-linked dominant",
    "X-linked recessive",
    "Y-linked",
)
TWINS = ("identical", "fraternal")
