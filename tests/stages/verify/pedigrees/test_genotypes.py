import pytest

from tests.stages.verify.pedigrees.families import family
from vlcorpus.schemas.stem.pedigrees import MODES
from vlcorpus.stages.verify.oracle import Unknown
from vlcorpus.stages.verify.pedigrees.genotypes import explains, is_surely_carrier

TRIO = ("I-1", "I-2", "II-1", "II-2")


@pytest.mark.parametrize(
    ("affected", "excluded"),
    [
        # Of parents without the trait an affected daughter has an allele from each.
        (["II-2"], {"autosomal dominant", "X-linked dominant", "X-linked recessive", "Y-linked"}),
        # An affected son may have his from his mother alone.
        (["II-1"], {"autosomal dominant", "X-linked dominant", "Y-linked"}),
        # Fathers pass the Y chromosome to all of their sons.
        (["I-1"], {"X-linked dominant", "Y-linked"}),
        # And their X chromosome to all of their daughters, and to no son.
        (["I-1", "II-1"], {"X-linked dominant"}),
        (["I-2"], {"X-linked recessive", "Y-linked"}),
        (
            ["I-1", "I-2", "II-1"],
            {"autosomal recessive", "X-linked dominant", "X-linked recessive", "Y-linked"},
        ),
    ],
)
def test_what_a_chart_excludes(affected, excluded):
    chart = family(TRIO, affected=affected)
    assert {mode for mode in MODES if not explains(chart, mode)} == excluded


def test_shown_carriers_exclude_what_has_none():
    chart = family(TRIO, affected=["II-1"], carriers=["I-2"])
    assert not explains(chart, "autosomal recessive")  # for then the father were one
    assert explains(chart, "X-linked recessive")
    assert not explains(chart, "autosomal dominant")


def test_parents_of_the_affected_are_surely_carriers():
    chart = family(TRIO, affected=["II-2"])
    assert is_surely_carrier(chart, "I-1", "autosomal recessive")
    assert not is_surely_carrier(chart, "II-1", "autosomal recessive")
    assert is_surely_carrier(family(TRIO, affected=["II-1"]), "I-2", "X-linked recessive")


def test_identical_twins_have_the_same():
    """A twin of a carrier is one: the mother of an affected son, and her sister."""
    couples = (("I-1", "I-2", "II-2", "II-4"), ("II-1", "II-2", "III-1"))
    twins = [{"pair": ["II-2", "II-4"], "identical": True}]
    assert is_surely_carrier(family(*couples, affected=["III-1"], twins=twins), "II-4", "X-linked recessive")
    assert not is_surely_carrier(family(*couples, affected=["III-1"]), "II-4", "X-linked recessive")


@pytest.mark.parametrize(
    ("name", "mode"),
    [
        ("II-2", "autosomal recessive"),
        ("I-1", "X-linked recessive"),
        ("I-1", "autosomal dominant"),
        ("I-2", "X-linked recessive"),
    ],
    ids=["affected", "a man", "dominant", "excluded"],
)
def test_whom_nobody_asks_for(name, mode):
    with pytest.raises(Unknown):
        is_surely_carrier(family(TRIO, affected=["II-2"]), name, mode)


def test_cousins_who_have_children_are_solved_too():
    """A loop: what each family of three allows is not allowed by all of them together."""
    couples = (
        ("I-1", "I-2", "II-1", "II-2"),
        ("II-1", "II-4", "III-1"),
        ("II-3", "II-2", "III-2"),
        ("III-1", "III-2", "IV-1", "IV-2"),
    )
    chart = family(*couples, affected=["IV-2"])
    assert explains(chart, "autosomal recessive")
    assert is_surely_carrier(chart, "III-1", "autosomal recessive")
    assert not is_surely_carrier(chart, "I-1", "autosomal recessive")
