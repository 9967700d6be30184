import pytest

from vlcorpus.stages.stem.periodic_table.atom_claims import atom_claims, element_of, obeys
from vlcorpus.stages.stem.periodic_table.picture import Atom, Picture


def values(picture):
    return {claim.expression: claim.value for claim in atom_claims(picture)}


@pytest.mark.parametrize(
    ("boxes", "rule"),
    [
        ([("1s", ["uu"])], "Pauli"),
        ([("1s", ["ud"]), ("2s", ["ud"]), ("2p", ["ud", "", ""])], "Hund"),
        ([("1s", ["ud"]), ("2s", ["ud"]), ("2p", ["u", "d", ""])], "Hund"),
        ([("1s", ["ud"]), ("2s", ["u"]), ("2p", ["u", "", ""])], "aufbau"),
        ([("1s", ["ud"]), ("2s", ["ud"]), ("2p", ["u", "u", ""])], None),
    ],
)
def test_rules(boxes, rule):
    atom = Atom(sum(len(box) for _, subshell in boxes for box in subshell), subshells=boxes)
    assert [one for one in ("Pauli", "Hund", "aufbau") if not obeys(one, atom)] == ([rule] if rule else [])
    element = element_of(Picture("boxes", [], atoms={"A": atom}), atom)
    assert (element is None) is (rule is not None)


def test_boxes():
    carbon = Atom(6, subshells=[("1s", ["ud"]), ("2s", ["ud"]), ("2p", ["u", "u", ""])])
    told = values(Picture("boxes", [], atoms={"A": carbon}))
    assert told["configuration", "A"] == "1s2 2s2 2p2"
    assert (told["unpaired", "A"], told["empty", "A"], told["orbitals", "A"]) == ("2", "1", "5")
    assert (told["highest", "A"], told["in_subshell", "2p", "A"]) == ("2p", "2")


def test_particles():
    ion, atom = Atom(17, 18, shells=[2, 8, 8], charge=-1), Atom(17, 20, shells=[2, 8, 7])
    told = values(Picture("shells", [], atoms={"A": ion, "X": atom}))
    assert (told["charge", "A"], told["particle", "A"], told["full_outer", "A"]) == ("1-", "anion", "yes")
    assert (told["mass_number", "X"], told["outer", "X"], told["full_outer", "X"]) == ("37", "7", "no")
    assert told["isotopes", "A", "X"] == "yes"
    assert told["isoelectronic", "A", "X"] == "no"
    assert told["more_neutrons", "A", "X"] == "X"


def test_electrons_are_counted_where_one_atom_has_them_drawn():
    (claim,) = (
        claim
        for claim in atom_claims(Picture("shells", [], atoms={"A": Atom(3, shells=[2, 1])}))
        if claim.expression == ("count", "electrons")
    )
    assert claim.things == ("electron A 1", "electron A 2", "electron A 3")
