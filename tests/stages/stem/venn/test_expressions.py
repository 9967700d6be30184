import pytest

from vlcorpus.schemas.stem.venn import SHADINGS
from vlcorpus.stages.stem.venn.expressions import expressions, regions_of

ALL = ("", "A", "B", "C", "AB", "AC", "BC", "ABC")


@pytest.mark.parametrize(
    ("expression", "regions"),
    [
        ("A", "A AB AC ABC"),
        ("A ∩ B", "AB ABC"),
        ("A ∪ B", "A B AB AC BC ABC"),
        ("A \\ B", "A AC"),
        ("A △ B", "A B AC BC"),
        ("(A ∪ B) ∩ C", "AC BC ABC"),
        ("A ∪ (B ∩ C)", "A AB AC BC ABC"),
        ("A \\ (B ∪ C)", "A"),
        ("(A ∩ B)' ∩ C", "C AC BC"),
        ("A' ∩ B'", " C"),
        ("((A ∪ B) ∪ C)'", ""),
        ("U \\ A", " B C BC"),
    ],
)
def test_the_regions_of_an_expression(expression, regions):
    assert regions_of(expression, ALL, "U") == frozenset(regions.split(" "))


def test_expressions_have_the_letters_of_the_sets_and_complements_need_a_universe():
    found = list(expressions(("P", "Q"), with_universe=True))
    assert len(found) == len(SHADINGS[2])
    assert found[2] == "P ∩ Q"
    assert [e for e in found if "'" not in e] == list(expressions(("P", "Q"), with_universe=False))
