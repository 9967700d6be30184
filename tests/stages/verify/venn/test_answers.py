import pytest

from tests.stages.verify.venn.diagrams import COUNTS, diagram, nested, shading
from vlcorpus.stages.verify.oracle import Unknown
from vlcorpus.stages.verify.venn import answers
from vlcorpus.stages.verify.venn.diagram import read_diagram


def test_elements_come_in_their_order():
    assert answers.elements(diagram(), "A") == "2, 5, 7, 10"
    assert answers.elements(diagram(), "B ∩ C") == "7"
    assert answers.elements(diagram(), "(B ∩ C) \\ A") == "∅"


def test_letters_come_in_theirs():
    elements = {"A": ["k", "b"], "AB": ["e"]}
    assert (
        answers.elements(diagram(elements=elements, spots={key: ["0", "0"] for key in "kbe"}), "A")
        == "b, e, k"
    )


def test_elements_are_counted():
    assert answers.size(diagram(), "A") == "4"
    assert answers.size(read_diagram(COUNTS), "A ∩ B") == "11"
    assert answers.exactly(diagram(), "1") == "3"
    assert answers.exactly(diagram(), "0") == "1"
    assert answers.at_least(diagram(), "2") == "2"
    assert answers.count(diagram(), "elements") == "6"
    assert answers.count(diagram(), "regions") == "8"


def test_members():
    assert answers.member(diagram(), "7", "A ∩ B") == "yes"
    assert answers.member(diagram(), "12", "A ∪ B") == "no"
    assert answers.memberships(diagram(), "5") == "2"


def test_the_largest_set_is_alone():
    assert answers.largest(diagram()) == "A"
    with pytest.raises(Unknown):
        answers.largest(diagram(elements={"A": ["1"], "B": ["2"]}, spots={"1": ["0", "0"], "2": ["0", "0"]}))


def test_curves_tell_subsets():
    assert answers.subset(nested(), "A", "B") == "yes"
    assert answers.subset(nested(), "B", "A") == "no"
    assert answers.disjoint(nested(), "A", "B") == "no"
    assert answers.equal(nested(), "A ∩ B", "A") == "yes"


def test_a_shading_is_named_by_the_first_that_fits():
    assert answers.shading(shading("A", "AC")) == "A \\ B"
    assert answers.shading(shading("AB", "ABC", "AC", "BC", "C", "B", "A")) == "(A ∪ B) ∪ C"
    with pytest.raises(Unknown):
        answers.shading(shading("A", "BC"))


def test_what_is_shaded_in_part_is_not_known():
    assert answers.shaded(shading("A", "AC"), "A \\ B") == "yes"
    assert answers.shaded(shading("A", "AC"), "B") == "no"
    with pytest.raises(Unknown):
        answers.shaded(shading("A", "AC"), "A")


@pytest.mark.parametrize(
    "ask",
    [
        lambda: answers.elements(read_diagram(COUNTS), "A"),
        lambda: answers.size(shading("A"), "A"),
        lambda: answers.shading(diagram()),
        lambda: answers.subset(diagram(), "A", "A"),
        lambda: answers.exactly(diagram(), "4"),
        lambda: answers.member(diagram(), "99", "A"),
        lambda: answers.count(diagram(), "curves"),
    ],
)
def test_what_the_diagram_does_not_show_is_not_known(ask):
    with pytest.raises(Unknown):
        ask()
