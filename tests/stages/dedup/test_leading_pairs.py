"""The pairs that are left decide as all pairs do."""

import numpy as np
import pytest

from vlcorpus.stages.dedup import leading_pairs as module
from vlcorpus.stages.dedup.leading_pairs import leading_pairs
from vlcorpus.stages.dedup.pairs import NO_PAIRS, Pairs
from vlcorpus.stages.dedup.survivors import survivors


def crowd(n: int, share: float, seed: int = 0) -> Pairs:
    """Return pairs of points on a plane, of which each is near to a share of the others."""
    points = np.random.default_rng(seed).random((n, 2))
    near = ((points[:, None] - points[None]) ** 2).sum(axis=-1) < share / np.pi
    i, j = np.nonzero(np.triu(near, 1))
    return Pairs(i, j, np.full(len(i), 0.9, np.float32))


def stays(n: int, pairs: Pairs) -> np.ndarray:
    return survivors(np.arange(n), np.zeros(n), [pairs]).survivor == np.arange(n)


@pytest.mark.parametrize("batch", [100, 1 << 18])
def test_each_row_keeps_its_pairs_with_the_first_rows(batch, monkeypatch):
    monkeypatch.setattr(module, "BATCH", batch)
    place = np.random.default_rng(1).permutation(60)
    i, j = np.triu_indices(60, 1)
    every = Pairs(i, j, np.full(len(i), 0.9, np.float32))
    parts = [Pairs(*(part[at : at + 50] for part in every)) for at in range(0, len(i), 50)]
    found = leading_pairs(place, parts, 3)
    by_place = {}
    for first, later in zip(place[found.i].tolist(), place[found.j].tolist(), strict=True):
        by_place.setdefault(later, []).append(first)
    assert {later: sorted(ahead) for later, ahead in by_place.items()} == {
        later: list(range(min(later, 3))) for later in range(1, 60)
    }


def test_of_a_crowd_in_which_each_has_a_hundred_pairs_the_same_rows_stay():
    every = crowd(2000, 0.05)
    found = leading_pairs(np.arange(2000), [every])
    assert len(every.i) / 2000 > 40
    assert len(found.i) < 0.75 * len(every.i)
    few, all_of_them = stays(2000, found), stays(2000, every)
    assert few[all_of_them].all()
    assert few.sum() == all_of_them.sum()


def test_no_pairs_are_none():
    assert len(leading_pairs(np.arange(3), []).i) == len(NO_PAIRS.i)
