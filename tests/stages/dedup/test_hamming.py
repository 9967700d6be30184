"""Pairs within a radius: against all pairs by brute force."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vlcorpus.stages.dedup.hamming import RADIUS, hamming_pairs, pairs_of_band


def brute(hashes: np.ndarray, radius: int) -> dict[tuple[int, int], float]:
    """Compare first rows of equal hashes with each other, and later ones with their first."""
    first = {}
    for row, value in enumerate(hashes.tolist()):
        first.setdefault(value, row)
    found = {(first[v], row): 1.0 for row, v in enumerate(hashes.tolist()) if first[v] != row}
    rows = sorted(first.values())
    for a in rows:
        for b in rows:
            bits = (int(hashes[a]) ^ int(hashes[b])).bit_count()
            if a < b and bits <= radius:
                found[a, b] = 1 - bits / 64
    return found


def listed(pairs) -> list[tuple[int, int, float]]:
    return [row for batch in pairs for row in zip(*(part.tolist() for part in batch), strict=True)]


def planted(seed: int, n: int = 400, most: int = 12) -> np.ndarray:
    """Return random hashes, the second half copies of the first with up to `most` flipped bits."""
    rng = np.random.default_rng(seed)
    base = rng.integers(0, 2**64, n // 2, np.uint64)
    copies = base.copy()
    for row in range(len(copies)):
        for bit in rng.choice(64, rng.integers(0, most + 1), replace=False):
            copies[row] ^= np.uint64(1) << np.uint64(bit)
    return np.concatenate([base, copies])


@pytest.mark.parametrize("radius", [0, 1, 3, 4, 8, 12])
def test_equals_brute_force_and_has_each_pair_once(radius):
    hashes = planted(radius)
    found = listed(hamming_pairs(hashes, radius))
    assert {(i, j): s for i, j, s in found} == brute(hashes, radius)
    assert len({(i, j) for i, j, _ in found}) == len(found) > 10


@given(st.lists(st.integers(0, 2**64 - 1) | st.integers(0, 40), max_size=25), st.integers(0, 63))
def test_equals_brute_force_for_any_hashes(values, radius):
    hashes = np.array(values, np.uint64)
    assert {(i, j): s for i, j, s in listed(hamming_pairs(hashes, radius, 7))} == brute(hashes, radius)


def test_the_pairs_are_ordered_by_their_lower_row_first():
    assert all(i < j for i, j, _ in listed(hamming_pairs(planted(1), 8)))


def test_the_order_is_that_of_the_hashes_and_not_of_the_batches():
    hashes = planted(2)
    assert listed(hamming_pairs(hashes, 8, 3)) == listed(hamming_pairs(hashes, 8))


def test_a_thousand_equal_hashes_are_999_pairs():
    assert sum(len(pairs.i) for pairs in hamming_pairs(np.full(1000, 5, np.uint64))) == 999


def test_both_sides_of_the_radius():
    assert listed(hamming_pairs(np.array([0, 0b1111], np.uint64))) == [(0, 1, 1 - 4 / 64)]
    assert listed(hamming_pairs(np.array([0, 0b11111], np.uint64))) == []


@pytest.mark.parametrize("radius", [-1, 64])
def test_a_radius_without_meaning_is_refused(radius):
    with pytest.raises(ValueError, match="radius"):
        list(hamming_pairs(np.zeros(2, np.uint64), radius))


def test_bands_by_themselves_find_every_pair_once():
    rng = np.random.default_rng(5)
    hashes = rng.integers(0, 2**64, 400, np.uint64)
    for row in range(200, 400):  # each is near to an earlier one
        hashes[row] = hashes[row - 200]
        for bit in rng.choice(64, rng.integers(0, 7), replace=False).tolist():
            hashes[row] ^= np.uint64(1 << bit)
    found = [
        (int(i), int(j), float(similarity))
        for band in range(RADIUS + 1)
        for pairs in pairs_of_band(hashes, band)
        for i, j, similarity in zip(*pairs, strict=True)
    ]
    i, j = np.triu_indices(len(hashes), 1)
    bits = np.bitwise_count(hashes[i] ^ hashes[j])
    near = bits <= RADIUS
    assert near.sum() > 100
    assert sorted(found) == sorted(
        zip(i[near].tolist(), j[near].tolist(), (1 - bits[near] / 64).tolist(), strict=True)
    )
