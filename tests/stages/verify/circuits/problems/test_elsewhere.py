import numpy as np
import pytest

from vlcorpus.stages.verify.circuits.problems.elsewhere import far, near


def product_is_1(at):
    return at.sum(axis=-1, keepdims=True)


def sum_and_product(at):
    """Two values of which the sum is 10 and the product 16: 2 and 8, or 8 and 2."""
    return np.stack([np.log(np.exp(at).sum(axis=-1) / 10), at.sum(axis=-1) - np.log(16)], axis=-1)


@pytest.mark.parametrize("find", [near, far])
def test_what_is_left_free_differs(find):
    found = find(np.zeros(3), product_is_1, 7)
    assert len(found) > 2
    assert np.abs(product_is_1(found)).max() < 1e-9
    assert np.ptp(found[:, 0]) > 0.01


def test_another_root_is_found_from_far_away():
    at = np.log([2.0, 8.0])
    assert np.allclose(np.exp(near(at, sum_and_product, 7)), [2, 8])
    assert {tuple(np.exp(one).round(6)) for one in far(at, sum_and_product, 7)} == {(2, 8), (8, 2)}


def test_where_nothing_holds_nothing_is_found():
    assert len(far(np.zeros(2), lambda at: np.exp(at).sum(axis=-1, keepdims=True), 7)) == 0
