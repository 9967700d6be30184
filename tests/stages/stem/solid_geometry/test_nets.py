from random import Random

import pytest

from vlcorpus.stages.stem.solid_geometry.nets import _NETS, nets, opposites


def squares(rows):
    return [(x, -y) for y, row in enumerate(rows) for x, cell in enumerate(row) if cell == "#"]


@pytest.mark.parametrize("rows", _NETS)
def test_every_net_folds_to_three_pairs_of_faces(rows):
    found = opposites(squares(rows))
    assert len(found) == 6
    assert all(found[other] == square != other for square, other in found.items())


def test_in_a_row_the_next_but_one_is_opposite():
    found = opposites(squares(("..#.", "####", "#...")))
    assert found[0, -1] == (2, -1)
    assert found[2, 0] == (0, -2)


def test_squares_that_touch_are_neighbours_on_the_cube():
    for seed in range(30):
        claims = {str(claim) for claim in nets(Random(seed)).claims}
        touching = {claim for claim in claims if claim.startswith("touch") and claim.endswith("yes")}
        assert len(touching) == 5
        assert {claim.replace("touch", "neighbours") for claim in touching} <= claims
