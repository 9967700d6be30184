import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from vlcorpus.stages.dedup import spanning_forest as module
from vlcorpus.stages.dedup.pairs import Pairs
from vlcorpus.stages.dedup.spanning_forest import spanning_forest
from vlcorpus.stages.dedup.union_find import UnionFind

N = 30
EDGES = st.lists(st.tuples(st.integers(0, N - 1), st.integers(0, N - 1), st.floats(0, 1, width=32)))


def as_pairs(edges) -> Pairs:
    ends = np.array([edge[:2] for edge in edges], np.int64).reshape(-1, 2)
    return Pairs(ends.min(axis=1), ends.max(axis=1), np.array([s for *_, s in edges], np.float32))


def clusters(*batches: Pairs) -> list[int]:
    joined = UnionFind(N)
    for batch in batches:
        joined.join(batch.i, batch.j)
    return joined.clusters().tolist()


@given(batches=st.lists(EDGES, max_size=5), size=st.sampled_from([1, 7, 1 << 16]))
def test_it_joins_what_all_pairs_join_with_one_pair_less_than_rows(batches, size):
    pairs = [as_pairs(edges) for edges in batches]
    before, module.BATCH = module.BATCH, size
    try:
        forest = spanning_forest(N, pairs)
    finally:
        module.BATCH = before
    found = clusters(*pairs)
    assert clusters(forest) == found
    assert len(forest.i) == N - len(set(found))
    every = {triple for batch in pairs for triple in zip(*map(np.ndarray.tolist, batch), strict=True)}
    assert set(zip(*map(np.ndarray.tolist, forest), strict=True)) <= every


def test_a_row_is_joined_by_its_most_similar_pair():
    forest = spanning_forest(N, [as_pairs([(0, 2, 0.91), (1, 2, 0.99), (0, 1, 0.95)])])
    assert sorted(forest.similarity.tolist()) == [np.float32(0.95), np.float32(0.99)]


def test_no_pairs_are_no_forest():
    assert len(spanning_forest(N, []).i) == 0
