"""What drawn molecules are told as, and what can be said of them: the contract of maker and oracle.

Truth, a JSON object:

    drawing     skeletal | condensed | full | balls: carbons as bare corners; as CH3, CH2 …; every atom by its
                letter; every atom as a ball with its letter
    atoms       [{"element": "C", "hydrogens": 3, "at": [0, 150]}, …]: all atoms that are no hydrogen;
                `hydrogens` is how many hydrogens are bonded to it, drawn or not; `at` are integers, y
                upwards, a bond is about 100 long
    bonds       [[0, 1, 2], …]: indices of two of `atoms`, and the order 1, 2 or 3, as it is drawn: aromatic
                rings have single and double bonds in turns
    molecules   {"molecule": [0, 1, …]}, or {"I": [0, 1, …], "II": [7, 8, …]}: the indices of the atoms of
                each. Each hangs together, and no bond joins two of them
    marks       {"atom 1": 4, "atom b": 6, …}: names of atoms, by their indices; `1` or `b` stands beside it
    masses      {"H": 1, "C": 12, …}: relative atomic masses that are written in the picture; {} where none

No atom has a charge. Elements are those of `ELEMENTS`. Carbon has four bonds, nitrogen three, oxygen and
sulfur two, halogens one, hydrogens counted. A carbon has at most one double bond. Of the groups with a C=O
there are aldehydes, ketones, acids, esters and amides alone, none of which is bonded to another by the
carbon of its C=O, and no formate or formamide; no oxygen or nitrogen is bonded to oxygen or nitrogen; no OH,
NH2, halogen or ether oxygen is on a carbon of a C=C that is not aromatic.

An aromatic ring has six atoms, carbon or nitrogen, each with a double bond to an atom of this ring or of one
that shares two atoms with it; or five atoms, four of them such, and one an O, an S, or an N with single bonds
alone. So it does not matter which of its bonds are drawn double. A bond is aromatic where both its atoms are
in one aromatic ring. Rings are the smallest ones: molecules have bonds - atoms + 1 of them; two rings share
nothing, or one bond with its two atoms.

Groups, with the atoms that belong to each (`GROUPS`):

    C=C          two carbons with a double bond that is not aromatic
    C≡C          two carbons with a triple bond
    benzene      the six carbons of an aromatic ring of carbons; of two such rings that share a bond, as in
                 naphthalene, there is no benzene ring: no value of ("has", "benzene", m), ("groups", …)
    hydroxyl     an oxygen with a hydrogen, whose carbon has no C=O; ("has", …) and ("groups", …) of it have
                 no value where the molecule has a carboxyl group
    aldehyde     a carbon with =O and a hydrogen, and this oxygen
    ketone       a carbon with =O that is bonded to two carbons, and this oxygen
    carboxyl     a carbon with =O and OH, and both oxygens
    ester        a carbon with =O and an oxygen that is bonded to another carbon, and both oxygens
    ether        an oxygen that is bonded to two carbons, none of which has a C=O
    amino        a nitrogen with three single bonds, hydrogens counted, whose carbons have no C=O
    amide        a carbon with =O that is bonded to a nitrogen, this oxygen and this nitrogen
    nitrile      a carbon and a nitrogen with a triple bond
    halogen      a fluorine, chlorine, bromine or iodine
    thiol        a sulfur with a hydrogen

O, S and N of aromatic rings belong to no group, and where a molecule has one, ("has", g, m) and
("groups", g, m) have no value for ether, amino and thiol, and ("class", m) none.

Operations on marked atoms (a, b, different ones; both of one molecule where nothing else is said):

    ("element", a)            C | O …
    ("hydrogens", a)          how many hydrogens are bonded to it
    ("hybridisation", a)      of a carbon: sp with a triple bond, sp2 with a double bond, else sp3
    ("carbon_class", a)       of an sp3 carbon: primary | secondary | tertiary | quaternary, as it is bonded
                              to one, two, three or four carbons; no value for none
    ("bonded", a, b)          yes | no: a bond joins them
    ("bond", a, b)            single | double | triple, of bonded atoms; no value for an aromatic bond
    ("between", a, b)         how many bonds the shortest way from one to the other has
    ("in_ring", a)            yes | no
    ("ring_size", a)          how many atoms the ring has that it is in; no value where it is in none, or two
    ("group", a)              the group of `GROUPS` that it belongs to; no value where it is not just one
    ("stereocentre", a)       yes | no, of a carbon: no where it is not sp3, or bears two hydrogens or more.
                              Otherwise, where it is in no ring: yes where its four branches differ; no where
                              two are alike and these are plain; no value else, and for one in a ring.
                              A branch is a hydrogen, or all that is reached from a neighbour without passing
                              the carbon; two are alike where elements, hydrogens and bonds agree, with an
                              order of their own for aromatic bonds. A plain one has no ring and no double
                              bond, and none of its atoms has two neighbours further out (hydrogens apart)

Operations on molecules (m, n, different ones; g a group of `GROUPS`, e an element):

    ("formula", m)            carbons, hydrogens, then the other elements by the alphabet of their symbols,
                              each with its number where there is more than one: `C4H9Cl`, `C2H6O`
    ("atoms", e, m)           how many atoms of e, of `ELEMENTS` or H, it has in all; 0 is a value
    ("rings", m)              how many rings it has
    ("aromatic", m)           yes | no: it has an aromatic ring
    ("saturated", m)          yes | no, of molecules of carbon and hydrogen without an aromatic ring: all
                              bonds are single
    ("unsaturation", m)       rings, and bonds of order 2 once and of order 3 twice, aromatic ones as drawn
    ("has", g, m)             yes | no
    ("groups", g, m)          how many of them it has
    ("class", m)              of `CLASSES`. Of carbon and hydrogen: aromatic hydrocarbon with an aromatic
                              ring; without one: alkane, cycloalkane (all bonds single, a ring), alkene
                              (without a ring, one C=C, no C≡C), alkyne (without a ring, one C≡C, no C=C);
                              others have no value. With other elements: by its groups, C=C, C≡C and benzene
                              apart, where these are of one kind alone and hold all atoms that are neither
                              carbon nor hydrogen; a hydroxyl group on an aromatic carbon makes a phenol, on
                              another an alcohol, and with both there is no value
    ("longest_chain", m)      of a molecule without rings: the greatest number of carbons on a path of bonds
                              between carbons
    ("methyl", m)             how many CH3 groups (carbons with three hydrogens) it has
    ("molar_mass", m)         sum of `masses`; no value where an element of it has none there
    ("cis_trans", m)          cis | trans, where it has just one C=C, this is in no ring, and both its carbons
                              have one hydrogen: cis where the other neighbours are on one side of the line
                              through the C=C as drawn
    ("substitution", m)       ortho | meta | para, of a molecule with just one ring, this a benzene ring, of
                              which just two carbons have no hydrogen: these are neighbours, or have one, or
                              two carbons between them
    ("stereocentres", m)      how many of its carbons are stereocentres, as of ("stereocentre", a); no value
                              where one of its carbons has no value
    ("alcohol_class", m)      primary | secondary | tertiary, where it has just one hydroxyl group, on an sp3
                              carbon, and no carboxyl group: as this carbon is bonded to one, two or three
                              carbons; no value for none
    ("amine_class", m)        primary | secondary | tertiary, where it has just one amino group, and no N in
                              an aromatic ring: as the nitrogen is bonded to one, two or three carbons
    ("relation", m, n)        same | isomers | different: of one constitution (elements, hydrogens and bonds
                              agree, aromatic bonds have an order of their own); of one formula and different
                              constitutions; of different formulas. No value for one constitution with a C=C
    ("same_formula", m, n)    yes | no
    ("more", e, m, n)         the molecule with more atoms of e; no value for as many

Of the whole picture:

    ("count", what)           double bonds | triple bonds, as drawn, those of aromatic rings too |
                              heteroatoms: atoms that are neither carbon nor hydrogen | marks: marked atoms |
                              molecules

Places, all of them from `at`:

    ("atom", a)               a marked atom
    ("halfway", a, b)         the middle of the bond between two marked atoms
    ("only", e)               the one atom of element e, none of C and H, where the picture has just one
    ("only_bond", order)      the middle of the one bond of order `double` or `triple` of the picture
    ("ring", m)               the mean of the atoms of the ring, of a molecule with just one
"""

ELEMENTS = ("C", "N", "O", "S", "F", "Cl", "Br", "I")
DRAWINGS = ("skeletal", "condensed", "full", "balls")
GROUPS = (
    "C=C",
    "C≡C",
    "benzene",
    "hydroxyl",
    "aldehyde",
    "ketone",
    "carboxyl",
    "ester",
    "ether",
    "amino",
    "amide",
    "nitrile",
    "halogen",
    "thiol",
)
# What a molecule with a group is called, but for hydroxyl groups.
CLASS_OF = {
    "aldehyde": "aldehyde",
    "ketone": "ketone",
    "carboxyl": "carboxylic acid",
    "ester": "ester",
    "ether": "ether",
    "amino": "amine",
    "amide": "amide",
    "nitrile": "nitrile",
    "halogen": "halide",
    "thiol": "thiol",
}
HYDROCARBONS = ("alkane", "cycloalkane", "alkene", "alkyne", "aromatic hydrocarbon")
CLASSES = (*HYDROCARBONS, "alcohol", "phenol", *CLASS_OF.values())
HYBRIDISATIONS = ("sp", "sp2", "sp3")
DEGREES = ("primary", "secondary", "tertiary", "quaternary")
BONDS = {1: "single", 2: "double", 3: "triple"}
RELATIONS = ("same", "isomers", "different")
SUBSTITUTIONS = ("ortho", "meta", "para")
COUNTED = ("double bonds", "triple bonds", "heteroatoms", "marks", "molecules")
