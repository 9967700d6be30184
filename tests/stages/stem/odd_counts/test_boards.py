import itertools
from random import Random

import pytest

from vlcorpus.stages.stem.odd_counts.boards import BUILDS, CARD_RANKS, board, playing_card


def test_a_board_has_a_square_for_each_row_and_column():
    made = board(Random(0), 7, 8)
    assert [len(row.shapes) for row in made.parts["row"]] == [8] * 7
    assert len(made.parts["column"]) == 8


def test_neighbours_on_a_board_differ():
    top, second = board(Random(0), 8, 8).parts["row"][:2]
    roles = [shape.role for shape in top.shapes]
    assert all(a != b for a, b in itertools.pairwise(roles))
    assert all(a.role != b.role for a, b in zip(top.shapes, second.shapes, strict=True))


@pytest.mark.parametrize("rank", CARD_RANKS)
@pytest.mark.parametrize("more", [-1, 0, 1])
def test_a_card_tells_its_rank_and_what_is_wrong(rank, more):
    card = playing_card(Random(rank), rank + more, rank)
    assert (card.rank, len(card.parts["pip"])) == (rank, rank + more)
    assert (len(card.missing["pip"]), len(card.extra["pip"])) == (max(-more, 0), max(more, 0))
    pips = {pip.at for pip in card.parts["pip"]}
    assert set(card.extra["pip"]) <= pips
    assert not set(card.missing["pip"]) & pips


def test_pips_of_a_die_stand_apart():
    for count in range(1, 10):
        assert len({pip.at for pip in BUILDS["die"](Random(0), count, None).parts["pip"]}) == count
