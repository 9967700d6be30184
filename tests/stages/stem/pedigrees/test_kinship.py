import pytest

from tests.stages.stem.pedigrees.families import cousins, person, three_generations
from vlcorpus.stages.stem.pedigrees.kinship import Kinship


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("I-1", "II-3", "father"),
        ("I-2", "II-4", "mother"),
        ("II-4", "I-1", "daughter"),
        ("II-1", "II-3", "brother"),
        ("II-4", "II-1", "sister"),
        ("II-2", "II-3", "partner"),
        ("I-1", "III-2", "grandfather"),
        ("III-2", "I-1", "granddaughter"),
        ("II-1", "III-2", "uncle"),
        ("II-4", "III-1", "aunt"),
        ("III-1", "II-4", "nephew"),
        ("III-2", "II-1", "niece"),
        ("II-2", "II-1", None),
        ("II-2", "I-1", None),
    ],
)
def test_what_one_is_to_another(one, other, relation):
    made = three_generations()
    assert Kinship(made).relation(person(made, one), person(made, other)) == relation


def test_cousins_who_are_partners_have_no_one_word():
    made = cousins()
    kin = Kinship(made)
    assert kin.relation(person(made, "III-1"), person(made, "III-2")) is None
    assert kin.relation(person(made, "II-3"), person(made, "III-1")) == "aunt"
    assert {p.name for p in kin.ancestors(person(made, "IV-1"))} == {
        "I-1", "I-2", "II-1", "II-2", "II-3", "II-4", "III-1", "III-2",
    }  # fmt: skip
