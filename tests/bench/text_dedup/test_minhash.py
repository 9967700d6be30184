"""How often two sets share a key: as the banding formula says."""

import numpy as np
import pytest

from bench.text_dedup.minhash import BANDS, ROWS, band_keys
from bench.text_dedup.shingles import Shingles

SIZE = 60


@pytest.mark.parametrize("similarity", [0.3, 0.5, 0.7])
def test_keys_are_shared_as_often_as_the_formula_says(similarity):
    rng = np.random.default_rng(1)
    n_shared = round(2 * SIZE * similarity / (1 + similarity))
    n_pairs = 1000
    hashes = rng.integers(0, 2**64, (n_pairs, 2, SIZE), np.uint64)
    hashes[:, 1, :n_shared] = hashes[:, 0, :n_shared]
    keys = band_keys(Shingles(hashes.ravel(), np.full(2 * n_pairs, SIZE)))
    shared = (keys[::2] == keys[1::2]).any(axis=1).mean()
    true = n_shared / (2 * SIZE - n_shared)
    assert shared == pytest.approx(1 - (1 - true**ROWS) ** BANDS, abs=0.05)


def test_different_sets_share_no_key():
    hashes = np.random.default_rng(2).integers(0, 2**64, 2000 * SIZE, np.uint64)
    keys = band_keys(Shingles(hashes, np.full(2000, SIZE)))
    assert sum(len(np.unique(column)) for column in keys.T) > BANDS * 2000 - 5


def test_order_and_repetition_in_a_set_do_not_count():
    hashes = np.array([1, 2, 3, 3, 2, 1, 1], np.uint64)
    keys = band_keys(Shingles(hashes, np.array([3, 4])))
    assert keys[0].tolist() == keys[1].tolist()


def test_no_texts_no_keys():
    assert band_keys(Shingles(np.empty(0, np.uint64), np.empty(0, np.int64))).shape == (0, BANDS)
