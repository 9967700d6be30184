"""Lines that end in page numbers are one list."""

import pytest

from tests.stages.documents.tables.drawing import line
from vlcorpus.schemas.page import BlockKind
from vlcorpus.stages.documents.layout.contents import merge_contents
from vlcorpus.stages.documents.layout.laid_block import LaidBlock


def block(*texts: str, kind: BlockKind = BlockKind.TEXT) -> LaidBlock:
    return LaidBlock.of(kind, [line(100, 20 * i, text) for i, text in enumerate(texts)], "\n".join(texts))


ENTRIES = [f"Chapter {n} of rivers ..... {7 * n}" for n in range(1, 6)]
PROSE = block("The river rose.", "It was late in 1986 and dark")


def test_five_entries_are_one_list_over_their_blocks():
    (made,) = merge_contents([block(*ENTRIES[:2]), block(*ENTRIES[2:], kind=BlockKind.LIST)])
    assert (made.kind, made.text.split("\n")) == (BlockKind.LIST, ENTRIES)


def test_four_are_chance():
    blocks = [block(*ENTRIES[:4])]
    assert merge_contents(blocks) == blocks


def test_what_stands_between_parts_two_lists():
    kinds = [b.kind for b in merge_contents([block(*ENTRIES), PROSE, block(*ENTRIES)])]
    assert kinds == [BlockKind.LIST, BlockKind.TEXT, BlockKind.LIST]


def test_a_line_without_a_number_goes_on_in_the_next():
    lines = [*ENTRIES[:4], "A chapter whose name is", "longer than its line 40"]
    (made,) = merge_contents([block(*lines)])
    assert made.text.split("\n")[-1] == "A chapter whose name is longer than its line 40"


def test_a_last_line_without_a_number_is_not_lost():
    (made,) = merge_contents([block(*ENTRIES, "Index")])
    assert made.text.split("\n")[-1] == "Index"


@pytest.mark.parametrize(("n_others", "merged"), [(1, True), (2, False)])
def test_both_sides_of_the_share_that_must_end_in_a_number(n_others, merged):
    (made,) = merge_contents([block(*ENTRIES, *["words and no more"] * n_others)])
    assert (made.kind is BlockKind.LIST) is merged


@pytest.mark.parametrize("entry", ["Preface · · · xii", "Rivers 12", "Brücken … 3"])
def test_what_ends_like_an_entry(entry):
    assert merge_contents([block(*[entry] * 5)])[0].kind is BlockKind.LIST


@pytest.mark.parametrize("text", ["12 345 678", "in 19866", "rivers12", "It rose."])
def test_what_does_not(text):
    assert merge_contents([block(*[text] * 5)])[0].kind is BlockKind.TEXT
