"""What every source promises, checked in one place."""

import pickle
from collections import Counter

import pytest

from vlcorpus.catalogs.sources.source import Source
from vlcorpus.schemas.arrow import record_batch
from vlcorpus.schemas.captions.pair import PairRow
from vlcorpus.schemas.rejection import Rejection


@pytest.fixture
def read_all():
    return read_whole_source


@pytest.fixture
def read(read_all):
    """Read pairs as every source is read, and see that Arrow takes the rows."""

    def read_pairs(source):
        rows = read_all(source)
        record_batch(PairRow, [row for row in rows if isinstance(row, PairRow)])
        record_batch(Rejection, [row for row in rows if isinstance(row, Rejection)])
        return rows

    return read_pairs


def outcomes(rows) -> list[str]:
    """Return `row` or the reason of each."""
    return [str(row.reason) if isinstance(row, Rejection) else "row" for row in rows]


def read_whole_source(source: Source) -> list:
    """Read every partition as a worker does, after a pickle, and check the contract on the way."""
    items = source.items()
    partitions = source.partitions(items)
    assert [item.key for item in items] == sorted(item.key for item in items)
    assert partitions == source.partitions(list(items)), "the split is a function of the listing"
    assert [p.index for p in partitions] == list(range(len(partitions)))
    begun = Counter(i.key for p in partitions for i in p.items if not i.first_row)
    assert begun == Counter(i.key for i in items), (
        "an item is in one partition, or its pieces follow one another"
    )
    assert source.describe() == pickle.loads(pickle.dumps(source)).describe()
    worker = pickle.loads(pickle.dumps(source))
    rows = [row for partition in partitions for row in worker.rows(pickle.loads(pickle.dumps(partition)))]
    twice = [key for key, n in Counter(row.id for row in rows).items() if n > 1]
    assert not twice, "an id is one row"
    for row in rows:
        f"{row.source_key}{getattr(row, 'uri', '')}".encode()  # raises where Arrow would
    return rows
