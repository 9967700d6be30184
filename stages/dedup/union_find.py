"""Clusters out of pairs: rows joined by a chain of pairs are one cluster, named by its smallest row.

Union-find on arrays, whole batches of pairs at a time: a root is hung below the smaller root, so that no
cycle arises whatever the order of pairs. (SciPy's connected_components would need all pairs at once, and
SciPy.) Source: Shiloach, Vishkin, "An O(log n) parallel connectivity algorithm", 1982, without its ranks.
"""

import numpy as np


class UnionFind:
    """Rows 0 to n - 1, at first each alone; 8 bytes a row."""

    def __init__(self, n: int):
        self._parent = np.arange(n)

    def join(self, i: np.ndarray, j: np.ndarray) -> None:
        """Put rows `i[k]` and `j[k]` into one cluster, for each k."""
        while len(i):
            i, j = self._roots(i), self._roots(j)
            apart = i != j
            i, j = i[apart], j[apart]
            # A root that is hung below several takes the smallest; the others are joined in the next round.
            np.minimum.at(self._parent, np.maximum(i, j), np.minimum(i, j))

    def clusters(self) -> np.ndarray:
        """Return the smallest row of each row's cluster, (n,) int64."""
        return self._roots(np.arange(len(self._parent)))

    def _roots(self, rows: np.ndarray) -> np.ndarray:
        while True:
            parent = self._parent[rows]
            above = self._parent[parent]
            if np.array_equal(parent, above):
                return parent
            self._parent[rows] = above  # path halving
            rows = above
