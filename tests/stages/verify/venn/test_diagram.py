import pytest

from tests.stages.verify.venn.diagrams import COUNTS, TRUTH
from vlcorpus.stages.verify.oracle import Contradiction, Unknown
from vlcorpus.stages.verify.venn.diagram import read_diagram


@pytest.mark.parametrize(
    "wrong",
    [
        {"sets": ["A", "A", "B"]},
        {"sets": ["A"]},
        {"universe": ""},
        {"universe": "A"},
        {"content": "numbers"},
        {"elements": {"A": ["1"], "B": ["1"]}},
        {"regions": {**TRUTH["regions"], "BA": ["0", "0"]}},
        {"spots": {}},
        {"shaded": ["D"]},
        COUNTS | {"counts": {"A": 1}},
        COUNTS | {"counts": {**COUNTS["counts"], "A": -1}},
        {"content": "counts"},
    ],
)
def test_what_no_diagram_can_be_is_a_contradiction(wrong):
    with pytest.raises(Contradiction):
        read_diagram(TRUTH | wrong)


def test_elements_are_counted_as_the_diagram_shows_them():
    assert read_diagram(TRUTH).n_elements(frozenset("A")) == 2
    assert read_diagram(COUNTS).n_elements(frozenset("A")) == 1
    with pytest.raises(Unknown):
        read_diagram(TRUTH | {"elements": {}, "spots": {}, "content": "shading"}).n_elements(frozenset("A"))
