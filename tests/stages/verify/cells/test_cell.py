import pytest

from tests.stages.verify.cells.drawings import PLANT
from vlcorpus.stages.verify.cells.cell import Part, read_cell
from vlcorpus.stages.verify.oracle import Contradiction, Unknown


def test_parts_and_letters_are_found():
    cell = read_cell(PLANT)
    assert cell.labelled("A") == Part("nucleus", (20, 40))
    assert len(cell.of_kind("chloroplast")) == 2
    assert cell.of_kind("capsule") == []
    with pytest.raises(Unknown):
        cell.labelled("Z")
    with pytest.raises(Unknown):
        cell.of_kind("chlorophyll")


def with_part(kind, at, labels=()):
    return {**PLANT, "parts": [*PLANT["parts"], {"kind": kind, "at": at}], "labels": dict(labels)}


@pytest.mark.parametrize(
    ("truth", "why"),
    [
        (PLANT | {"cell": "fungus"}, "no cell 'fungus'"),
        (PLANT | {"labels": {"A": 7}}, "no part 7"),
        (PLANT | {"labels": {"A": -1}}, "no part -1"),
        (PLANT | {"labels": {"A": True}}, "no part True"),
        (PLANT | {"labels": {"AB": 0}}, "no letter"),
        (PLANT | {"labels": {"7": 0}}, "no letter"),
        (with_part("chlorophyll", [9, 9]), "is no part"),
        (with_part("nucleus", [9, 9.5]), "no integers"),
        (with_part("cell wall", [9, 9]), "comes twice"),
        (with_part("nucleoid", [9, 9]), "in no such cell"),
        (with_part("nucleolus", [20, 40], {"A": 2}), "at two parts"),
    ],
)
def test_what_no_drawing_can_have_is_a_contradiction(truth, why):
    with pytest.raises(Contradiction, match=why):
        read_cell(truth)


def test_a_nucleolus_may_be_in_the_middle_of_a_nucleus_without_a_letter():
    assert read_cell(with_part("nucleolus", [20, 40])).of_kind("nucleolus")


def test_what_textbooks_leave_open_may_be_drawn():
    assert read_cell(with_part("centrioles", [9, 9])).of_kind("centrioles")
