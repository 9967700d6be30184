"""With the pairs that equal rows pass on, pairs alone decide as when equal rows are made one."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from vlcorpus.stages.dedup.pairs import NO_PAIRS, Pairs
from vlcorpus.stages.dedup.pass_on import pass_on
from vlcorpus.stages.dedup.survivors import survivors
from vlcorpus.stages.dedup.who_goes import who_goes

N = 14


def drawn(equal_to: list[int], near: list[tuple[int, int]]) -> Pairs:
    """Return near pairs of rows that no earlier one is equal to, and each other row with the equal one."""
    leader = [min(row, other) for row, other in enumerate(equal_to)]
    leader = [row if leader[of] != of else of for row, of in enumerate(leader)]
    first = [row for row in range(N) if leader[row] == row]
    pairs = {(leader[row], row, 1.0) for row in range(N) if leader[row] != row}
    for a, b in near:
        i, j = sorted((first[a % len(first)], first[b % len(first)]))
        if i != j:
            pairs.add((i, j, 0.9))
    if not pairs:
        return NO_PAIRS
    i, j, similarity = zip(*sorted(pairs), strict=True)
    return Pairs(np.array(i), np.array(j), np.array(similarity, np.float32))


rows = st.integers(0, N - 1)


@given(st.lists(rows, min_size=N, max_size=N), st.lists(st.tuples(rows, rows), max_size=30))
def test_pairs_that_are_passed_on_decide_as_equal_rows_that_are_one(equal_to, near):
    pairs = drawn(equal_to, near)
    passed = pass_on(pairs)
    as_one = survivors(np.arange(N), np.zeros(N), [pairs])
    assert who_goes(N, [(passed.i, passed.j)]).tolist() == (as_one.survivor != np.arange(N)).tolist()


def test_a_row_gets_the_pairs_of_the_one_that_it_is_equal_to_and_no_later_ones():
    pairs = Pairs(
        np.array([0, 1, 2, 2, 2]), np.array([2, 2, 3, 4, 5]), np.array([0.9, 0.95, 1, 1, 0.92], np.float32)
    )
    passed = pass_on(pairs)
    added = {
        (int(i), int(j), round(float(s), 2)) for i, j, s in zip(*(part[5:] for part in passed), strict=True)
    }
    assert added == {(0, 3, 0.9), (1, 3, 0.95), (0, 4, 0.9), (1, 4, 0.95)}


def test_without_equal_rows_nothing_is_added():
    pairs = Pairs(np.array([0]), np.array([1]), np.array([0.9], np.float32))
    assert pass_on(pairs) is pairs
