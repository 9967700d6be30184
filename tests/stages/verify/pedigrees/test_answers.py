import pytest

from tests.stages.verify.pedigrees.families import THREE, truth
from vlcorpus.stages.verify.oracle import Unknown
from vlcorpus.stages.verify.pedigrees.oracle import ORACLE

TWINS = [{"pair": ["II-1", "II-3"], "identical": True}]
CHART = truth(*THREE, affected=["II-2", "III-1"], twins=TWINS, proband="III-1")


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        (("sex", "I-2"), "female"),
        (("affected", "III-1"), "yes"),
        (("deceased", "I-1"), "no"),
        (("generation", "III-1"), "III"),
        (("father", "II-1"), "I-1"),
        (("mother", "III-3"), "II-6"),
        (("partner", "II-2"), "II-5"),
        (("children", "I-1"), "3"),
        (("sons", "I-1"), "2"),
        (("daughters", "I-1"), "1"),
        (("brothers", "II-2"), "2"),
        (("sisters", "II-1"), "1"),
        (("affected_children", "I-2"), "1"),
        (("siblings", "II-1", "II-2"), "yes"),
        (("siblings", "III-1", "III-3"), "no"),
        (("parent", "I-1", "II-1"), "yes"),
        (("parent", "II-1", "I-1"), "no"),
        (("ancestor", "I-1", "III-1"), "yes"),
        (("relation", "I-1", "III-1"), "grandfather"),
        (("relation", "III-2", "I-2"), "granddaughter"),
        (("relation", "II-3", "III-2"), "uncle"),
        (("relation", "II-2", "III-3"), "aunt"),
        (("relation", "III-3", "II-2"), "nephew"),
        (("relation", "III-1", "III-3"), "cousin"),
        (("relation", "II-5", "II-2"), "partner"),
        (("relation", "II-2", "II-1"), "sister"),
        (("from_outside", "II-5"), "yes"),
        (("from_outside", "I-1"), "no"),
        (("related_couple", "I-1", "I-2"), "no"),
        (("twins", "II-3", "II-1"), "identical"),
        (("proband",), "III-1"),
        (("excluded", "Y-linked"), "yes"),
        (("excluded", "autosomal recessive"), "no"),
        (("surely_carrier", "I-2", "autosomal recessive"), "yes"),
        (("count", "people"), "10"),
        (("count", "affected_males"), "1"),
        (("count", "generations"), "3"),
        (("in_generation", "II"), "5"),
        (("affected_in", "III"), "1"),
    ],
)
def test_values(expression, value):
    assert ORACLE(CHART).value(expression) == value


@pytest.mark.parametrize(
    "expression",
    [
        ("father", "I-1"),
        ("partner", "II-1"),
        ("brothers", "II-5"),
        ("carrier", "I-1"),
        ("relation", "II-5", "II-1"),
        ("relation", "II-6", "III-1"),
        ("related_couple", "II-1", "II-2"),
        ("twins", "II-1", "II-2"),
        ("excluded", "magical"),
        ("count", "carriers"),
        ("in_generation", "IV"),
        ("sex", "IV-1"),
    ],
)
def test_what_people_would_not_answer(expression):
    with pytest.raises(Unknown):
        ORACLE(CHART).value(expression)


def test_shown_carriers():
    chart = ORACLE(truth(*THREE, affected=["II-2"], carriers=["I-1", "I-2"]))
    assert chart.value(("carrier", "I-1")) == "yes"
    assert chart.value(("carrier", "II-1")) == "no"
    assert chart.value(("count", "carriers")) == "2"
    with pytest.raises(Unknown):
        chart.value(("carrier", "II-2"))


def test_the_one_mode_that_is_left():
    chart = ORACLE(truth(("I-1", "I-2", "II-2"), affected=["II-2"]))
    assert chart.value(("mode",)) == "autosomal recessive"
    with pytest.raises(Unknown):
        ORACLE(truth(("I-1", "I-2", "II-1"), affected=["II-1"])).value(("mode",))
