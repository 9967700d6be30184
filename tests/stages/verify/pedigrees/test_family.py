import pytest

from tests.stages.verify.pedigrees.families import GRANDPARENTS, THREE, three, truth
from vlcorpus.stages.verify.oracle import Contradiction, Unknown
from vlcorpus.stages.verify.pedigrees.family import read_family


def test_who_belongs_to_whom():
    chart = three()
    assert chart.children("I-1") == ["II-1", "II-2", "II-3"]
    assert chart.partners("II-2") == {"II-5"}
    assert chart.siblings("II-1") == ["II-2", "II-3"]
    assert chart.siblings("I-1") == []
    assert chart.ancestors("III-3") == {"II-3", "II-6", "I-1", "I-2"}
    assert chart.generation("III-2") == "III"


def test_who_is_not_there_is_not_known():
    for ask in (
        lambda: three().person("IV-1"),
        lambda: three().two("I-1", "I-1"),
        lambda: three().parents_of("II-5"),
        lambda: three().couple("II-1", "II-2"),
    ):
        with pytest.raises(Unknown):
            ask()


@pytest.mark.parametrize(
    "wrong",
    [
        truth(GRANDPARENTS, sexes={"I-2": "male"}),
        truth(GRANDPARENTS, ("I-3", "I-4", "II-1")),
        truth(("II-1", "II-2", "I-1")),
        truth(GRANDPARENTS, proband="III-1"),
        truth(GRANDPARENTS, affected=["I-1"], carriers=["I-1"]),
        truth(GRANDPARENTS, carriers=["I-2"], shows_carriers=False),
        truth(GRANDPARENTS, twins=[{"pair": ["I-1", "I-2"], "identical": False}]),
        truth(GRANDPARENTS, twins=[{"pair": ["II-1", "II-2"], "identical": True}]),
        truth(GRANDPARENTS, couples=[]),
    ],
    ids=[
        "two fathers",
        "four parents",
        "parents after their child",
        "a proband who is not there",
        "an affected carrier",
        "carriers that are not shown",
        "twins that are no siblings",
        "identical twins of two sexes",
        "people who belong to nobody",
    ],
)
def test_what_no_family_can_be_is_a_contradiction(wrong):
    with pytest.raises(Contradiction):
        read_family(wrong)


def test_three_generations_are_a_family():
    assert len(read_family(truth(*THREE)).people) == 10
