"""What pictures of elements and atoms are told as, and what can be said: the contract of maker and oracle.

Facts of elements are those of schemas/stem/elements.py. A symbol is `Na`. Charges are written `2+`, `1-`,
`0`.

Truth, a JSON object:

    picture   table | shells | boxes | nuclides
    cells     of a table, else []: [{"number": 11, "shows": ["number", "symbol", "name", "mass"], "letter":
              null, "color": "red"}, …]: elements by atomic number, each at its place in the periodic table;
              what is written in the cell; the letter that stands there instead of symbol and name, or null;
              its colour, or null. A blank cell has no letter and shows nothing
    legend    {"metal": "blue", …}: of a table whose cells are coloured by the kinds of elements, what is
              written under it, else {}
    atoms     of the other pictures, else {}: by letters,
              shells     {"A": {"protons": 11, "neutrons": 12 | null, "shells": [2, 8, 1]}}: written in the
                         nucleus, and electrons drawn on circles around it, or their numbers on arcs, from the
                         inside out
              boxes      {"A": {"subshells": [["1s", ["ud"]], ["2p", ["u", "u", ""]]]}}: a box for each
                         orbital, with arrows up (u) and down (d) in it: "", "u", "d", "ud", "uu". It is of a
                         neutral atom, and none of chromium or copper, which fill 3d before 4s is full
              nuclides   {"A": {"symbol": "Na", "mass_number": 23, "protons": 11, "charge": 1}}: the symbol
                         with the mass number at its upper left, the protons at its lower left, and the charge
                         at its upper right where it is not 0

X and Y are different names: the letter of a cell, or the symbol of a cell that shows symbol or name; or the
letter of an atom. Main groups are 1, 2 and 13 to 18. The element of an atom is that of its protons; of boxes,
that of its electrons, and there is none where a rule of ("obeys", …) is broken.

Operations on the element of a name, in any picture:

    ("element", X)            its symbol; not of a name that is a symbol
    ("number", X)             its atomic number
    ("group", X)              1 to 18
    ("period", X)             1 to 6
    ("kind", X)               metal | metalloid | nonmetal; no value where elements.py has none
    ("family", X)             alkali metal (group 1 without H) | alkaline earth metal (group 2) | halogen
                              (group 17) | noble gas (group 18) | none of these (all others); no value for H
    ("valence", X)            electrons in the outer shell of a neutral atom, of main groups: 2 for He, else
                              the last digit of the group
    ("occupied", X)           how many shells of a neutral atom hold electrons, of main groups: the period
    ("usual_ion", X)          charge of its common ion: group 1 without H `1+`, group 2 `2+`, Al `3+`, group
                              17 without At `1-`, O and S `2-`; no value for others
    ("same_group", X, Y)      yes | no
    ("same_period", X, Y)     yes | no
    ("higher_number", X, Y)   the name of the two whose atomic number is higher; no value for equal ones
    ("larger_atom", X, Y)     the name of the two with the larger atomic radius: of two elements in group 1,
                              2, 15, 16, 17 or 18 the lower one; of two in period 2, or two in period 3,
                              groups 1, 2 and 13 to 17, the one further to the left; no value for others
    ("electronegative", X, Y) the name of the two with the greater electronegativity: of two elements in group
                              16 or 17, without Po and At, the upper one; of two in period 2, or two in period
                              3, groups 1, 2 and 13 to 17, the one further to the right; no value for others

Operations on tables:

    ("letter", e)             the letter of the cell of the element with symbol e
    ("right_of", X)           symbol of the element in the same period, in the next group to the right; no
                              value where elements.py has none there
    ("left_of", X)
    ("below", X)              symbol of the element in the same group, in the next period; up to period 6
    ("above", X)
    ("mass", X)               as it is written; no value where it is not
    ("color", X)              no value where it is null, or the element's cell has none
    ("count", what)           cells | letters (cells with one) | blanks (blank cells) | a colour (cells that
                              have it)

Operations on atoms, by the pictures that have them:

    ("electrons", X)          all: of shells and boxes as drawn; of nuclides protons less charge
    ("protons", X)            shells and nuclides, as written
    ("neutrons", X)           shells where it is written; nuclides: mass number less protons
    ("mass_number", X)        protons and neutrons together
    ("charge", X)             shells and nuclides: protons less electrons
    ("particle", X)           shells and nuclides: atom | cation | anion, by the charge
    ("isotopes", X, Y)        yes | no, shells and nuclides with neutrons: as many protons, other neutrons
    ("isoelectronic", X, Y)   yes | no, shells and nuclides: as many electrons
    ("more_neutrons", X, Y)   the name of the two with more neutrons; no value for as many
    ("drawn_shells", X)       of shells: how many are drawn
    ("outer", X)              of shells: electrons in the outermost shell that is drawn
    ("in_shell", n, X)        of shells: electrons in shell number n, from the inside, from 1
    ("full_outer", X)         of shells: yes | no: the outermost shell that is drawn holds 8, or is the only
                              one and holds 2
    ("unpaired", X)           of boxes: how many boxes hold just one arrow
    ("orbitals", X)           of boxes: how many boxes are drawn
    ("empty", X)              of boxes: how many boxes are empty
    ("in_subshell", s, X)     of boxes: electrons in the subshell `2p` …, which is drawn
    ("highest", X)            of boxes: the last subshell of `FILLING` that holds electrons
    ("configuration", X)      of boxes: `1s2 2s2 2p3`: subshells with electrons, in the order of the truth
    ("obeys", rule, X)        of boxes: yes | no. Pauli: no box holds two arrows of one direction. Hund: in
                              each subshell no box is empty while another holds two, and boxes with one arrow
                              have it in one direction. aufbau: where a subshell holds electrons, all before
                              it in `FILLING` are drawn, and full: two electrons for each box
    ("count", what)           electrons, of shells with one atom: all that are drawn | atoms

Places. In a table the middle of a cell is at (100 * group, -100 * period). In the other pictures atom number
k, from 0, in the order of `atoms`, has its middle at (1000 * k, 0) of shells, and no places else.

    ("cell", X)
    ("cell_of", e)            the cell of the element with symbol e, which shows symbol, name or letter
    ("nucleus", X)            of shells: the middle
"""

PICTURES = ("table", "shells", "boxes", "nuclides")
PARTS = ("number", "symbol", "name", "mass")
LETTERS = "AEGLMQRXZ"  # no symbols of elements; J is a 1 in some fonts
FAMILIES = ("alkali metal", "alkaline earth metal", "halogen", "noble gas", "none of these")
PARTICLES = ("atom", "cation", "anion")
RULES = ("Pauli", "Hund", "aufbau")
FILLING = ("1s", "2s", "2p", "3s", "3p", "4s", "3d", "4p")
BOXES = {"s": 1, "p": 3, "d": 5}  # orbitals of a subshell
COUNTED = ("cells", "letters", "blanks", "electrons", "atoms")
