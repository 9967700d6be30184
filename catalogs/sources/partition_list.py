"""The list of a table's partitions, kept beside it: which inputs lie in which.

    <table>/partitions/00000000.parquet     a row for each input of a partition
    <table>/partitions/00000001.parquet     what was added when the source grew; of a partition that was
                                            listed before, what it holds now

A file is written whole before anything is made of it, and is never touched again. Only tables whose rows come
from outside have a list; one that is made of other tables follows their partitions.
"""

from collections.abc import Iterable

import pyarrow as pa
import pyarrow.parquet as pq

from vlcorpus.catalogs.sources.source import Item, Partition
from vlcorpus.catalogs.tables.storage import Storage
from vlcorpus.catalogs.tables.table import PARTITIONS

_SCHEMA = pa.schema(
    [
        pa.field("partition", pa.int64(), nullable=False),
        pa.field("key", pa.string()),  # null: the partition holds nothing any more
        pa.field("uri", pa.string()),
        pa.field("n_bytes", pa.int64()),
        pa.field("stamp", pa.string()),
        pa.field("n_rows", pa.int64()),
        pa.field("input", pa.int32()),
        pa.field("first_row", pa.int64()),
        pa.field("stop", pa.int64()),
    ]
)
_OF_ITEM = _SCHEMA.names[1:]


def read_partitions(files: Storage) -> dict[int, Partition]:
    """Return the partitions by their index, ascending; none where nothing was listed yet."""
    found: dict[int, Partition] = {}
    for name in files.names(PARTITIONS, ".parquet"):
        with files.fs.open_input_file(files.path(PARTITIONS, name)) as stream:
            listed = pq.read_table(stream)
        found |= _partitions(listed)
    return dict(sorted(found.items()))


def append_partitions(files: Storage, partitions: Iterable[Partition]) -> None:
    """Write down partitions that are new, or hold something else than before."""
    columns: dict[str, list] = {name: [] for name in _SCHEMA.names}
    for partition in partitions:
        for item in partition.items or (None,):
            columns["partition"].append(partition.index)
            for name in _OF_ITEM:
                columns[name].append(getattr(item, name, None))
    number = len(files.names(PARTITIONS, ".parquet"))
    with files.open_write(f"{PARTITIONS}/{number:08d}.parquet") as stream:
        pq.write_table(pa.table(columns, schema=_SCHEMA), stream, compression="zstd")


def _partitions(listed: pa.Table) -> dict[int, Partition]:
    items: dict[int, list[Item]] = {}
    columns = [listed[name].to_pylist() for name in _SCHEMA.names]
    for index, key, *rest in zip(*columns, strict=True):
        of_partition = items.setdefault(index, [])
        if key is not None:
            of_partition.append(Item(key, *rest))
    return {index: Partition(index, tuple(found)) for index, found in items.items()}
