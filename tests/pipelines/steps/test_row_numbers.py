"""Numbers of rows over all partitions of a table."""

import numpy as np
import pytest

from vlcorpus.catalogs.sources.source import Item
from vlcorpus.pipelines.steps.row_numbers import RowNumbers


def items(**sizes: int) -> list[Item]:
    return [Item(f"rows/part-{index[1:]:0>5}.parquet", "", 0, n_rows=size) for index, size in sizes.items()]


def test_rows_are_numbered_in_the_order_of_partitions_of_which_some_may_lack():
    numbers = RowNumbers.of(items(p0=3, p2=2))
    position = np.array([0, 2, (2 << 32) + 0, (2 << 32) + 1])
    assert numbers.at(position).tolist() == [0, 2, 3, 4]
    assert numbers.n_rows == 5


@pytest.mark.parametrize(("n_rows", "dtype"), [(1 << 31, np.int64), ((1 << 31) - 1, np.int32)])
def test_numbers_take_4_bytes_where_that_is_enough(n_rows, dtype):
    assert RowNumbers(np.zeros(1, np.int64), n_rows).at(np.array([1])).dtype == dtype


def test_a_table_may_be_empty():
    assert RowNumbers.of([]).n_rows == 0
