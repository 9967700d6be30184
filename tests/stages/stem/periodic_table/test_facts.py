import pytest

from vlcorpus.schemas.stem.elements import BY_SYMBOL
from vlcorpus.stages.stem.periodic_table import facts


@pytest.mark.parametrize(
    ("symbol", "valence", "charge", "family"),
    [
        ("H", 1, None, None),
        ("He", 2, None, "noble gas"),
        ("Na", 1, 1, "alkali metal"),
        ("Ca", 2, 2, "alkaline earth metal"),
        ("Al", 3, 3, "none of these"),
        ("N", 5, None, "none of these"),
        ("S", 6, -2, "none of these"),
        ("Br", 7, -1, "halogen"),
        ("Fe", None, None, "none of these"),
        ("At", 7, None, "halogen"),
    ],
)
def test_elements(symbol, valence, charge, family):
    element = BY_SYMBOL[symbol]
    assert facts.valence(element) == valence
    assert facts.usual_charge(element) == charge
    assert facts.family(element) == family


@pytest.mark.parametrize(
    ("one", "other", "larger", "pulls_more"),
    [
        ("Na", "K", "K", None),
        ("F", "Cl", "Cl", "F"),
        ("Na", "Cl", "Na", "Cl"),
        ("Al", "Ga", None, None),  # nearly equal
        ("Na", "Be", None, None),  # along a diagonal
        ("F", "Ne", None, None),  # a noble gas bonds with nothing
        ("Po", "S", "Po", None),
    ],
)
def test_pairs_are_compared_where_nobody_disputes_it(one, other, larger, pulls_more):
    pair = BY_SYMBOL[one], BY_SYMBOL[other]
    assert facts.larger_atom(*pair) == (larger and BY_SYMBOL[larger])
    assert facts.more_electronegative(*pair) == (pulls_more and BY_SYMBOL[pulls_more])


@pytest.mark.parametrize(("charge", "text"), [(0, "0"), (1, "1+"), (-2, "2-")])
def test_charges(charge, text):
    assert facts.written_charge(charge) == text


def test_neighbours_are_those_of_the_table():
    sodium = BY_SYMBOL["Na"]
    assert facts.neighbor(sodium, 0, 1) == BY_SYMBOL["K"]
    assert facts.neighbor(sodium, 1, 0) == BY_SYMBOL["Mg"]
    assert facts.neighbor(BY_SYMBOL["Be"], 1, 0) is None
