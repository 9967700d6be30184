"""The rows of a whole table, numbered from 0 in the order of its partitions: a mask of them is an array."""

from dataclasses import dataclass

import numpy as np

from vlcorpus.catalogs.sources.source import Item
from vlcorpus.pipelines.steps.columns import ROW_BITS, row_numbers
from vlcorpus.pipelines.steps.step import index_of, n_rows_of


@dataclass(frozen=True)
class RowNumbers:
    """`first[p]` is the number of the first row of partition p."""

    first: np.ndarray
    n_rows: int

    @classmethod
    def of(cls, items: list[Item]) -> "RowNumbers":
        """Number the rows of a table's partitions."""
        sizes = np.zeros(max(map(index_of, items), default=-1) + 1, np.int64)
        for item in items:
            sizes[index_of(item)] = n_rows_of(item)
        return cls(np.cumsum(sizes) - sizes, int(sizes.sum()))

    def at(self, position: np.ndarray) -> np.ndarray:
        """Return the numbers of rows by where they lie, in 4 bytes where that is enough."""
        dtype = np.int32 if self.n_rows < 1 << 31 else np.int64
        return (self.first[position >> ROW_BITS] + row_numbers(position)).astype(dtype)
