import pytest

from tests.stages.verify.venn.diagrams import diagram, nested
from vlcorpus.stages.verify.oracle import Unknown
from vlcorpus.stages.verify.venn.expressions import regions_of


@pytest.mark.parametrize(
    ("text", "regions"),
    [
        ("A", "A AB AC ABC"),
        ("A ∩ B", "AB ABC"),
        ("A \\ B", "A AC"),
        ("A △ B", "A AC B BC"),
        ("(A ∪ B) ∩ C", "AC BC ABC"),
        ("(A ∪ B)' ", "C "),
        ("A' ∩ B", "B BC"),
        ("U \\ A", "B C BC "),
        ("((A ∪ B) ∪ C)'", ""),
    ],
)
def test_regions_of_expressions(text, regions):
    assert regions_of(diagram(), text) == {frozenset(region) for region in regions.split(" ")}


@pytest.mark.parametrize("text", ["", "D", "A ∪", "A ∪ B ∪ C", "(A", "A)", "A B", "'A"])
def test_what_is_no_expression_is_not_known(text):
    with pytest.raises(Unknown):
        regions_of(diagram(), text)


def test_without_a_universe_nothing_has_a_complement():
    with pytest.raises(Unknown):
        regions_of(nested(), "A'")
