"""The list of a table's partitions, kept beside it: which inputs lie in which.

    <table>/partitions/00000000.parquet     a row for each input of a partition
    <table>/partitions/00000001.parquet     what was added when the source grew; of a partition that was
                                            listed before, what it holds now

A file is written whole before anything is made of it, and is never touched again. Where one of them is gone
or damaged the list counts for nothing: the inputs are split anew, and those commits stand that say what their
partitions are made of now. Only tables whose rows come from outside have a list; one that is made of other
tables follows their partitions.
"""

import re
from collections.abc import Iterable

import pyarrow as pa
import pyarrow.parquet as pq

from vlcorpus.catalogs.sources.source import Item, Partition
from vlcorpus.catalogs.tables.control_files import Damage, DamagedFile
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
        pa.field("first_byte", pa.int64()),
    ]
)
_SINCE = {"first_byte": 0}  # columns that older lists lack, and what stands for them
_OF_ITEM = _SCHEMA.names[1:]
_NAME = re.compile(r"[0-9]{8}\.parquet")


def read_partitions(files: Storage) -> dict[int, Partition]:
    """Return the partitions by their index, ascending; none where it is damaged, or not there yet."""
    try:
        return _read(files)
    except DamagedFile as damaged:
        damaged.damage.tell()
        return {}


def damaged_partitions(files: Storage) -> list[Damage]:
    """Return the files of the list that count for nothing: strays, and all of it where one is damaged."""
    damages = [
        Damage(files, f"{PARTITIONS}/{name}", "it is not named as a list of partitions is")
        for name in files.names(PARTITIONS)
        if not _NAME.fullmatch(name)
    ]
    try:
        _read(files)
    except DamagedFile as damaged:
        of_list = (f"{PARTITIONS}/{name}" for name in _lists(files))
        damages += [
            Damage(files, n, "another file of it is damaged") for n in of_list if n != damaged.damage.name
        ]
        damages.append(damaged.damage)
    return damages


def append_partitions(files: Storage, partitions: Iterable[Partition]) -> None:
    """Write down partitions that are new, or hold something else than before."""
    columns: dict[str, list] = {name: [] for name in _SCHEMA.names}
    for partition in partitions:
        for item in partition.items or (None,):
            columns["partition"].append(partition.index)
            for name in _OF_ITEM:
                columns[name].append(getattr(item, name, None))
    listed = pa.table(columns, schema=_SCHEMA)
    with files.open_write(f"{PARTITIONS}/{_name(len(_lists(files)))}") as stream:
        pq.write_table(listed, stream, compression="zstd", write_page_checksum=True)


def _read(files: Storage) -> dict[int, Partition]:
    found: dict[int, Partition] = {}
    for number, name in enumerate(_lists(files)):
        path = f"{PARTITIONS}/{name}"
        if name != _name(number):
            raise DamagedFile(Damage(files, path, f"{_name(number)}, which comes before it, is not there"))
        content = files.read(path)
        try:
            listed = pq.read_table(pa.BufferReader(content), page_checksum_verification=True)
            found |= _partitions(_with_all_columns(listed).select(_SCHEMA.names).cast(_SCHEMA))
        except (OSError, ValueError, KeyError, pa.ArrowException) as error:
            why = str(error).split("\n")[0]
            raise DamagedFile(Damage(files, path, why)) from None
    return dict(sorted(found.items()))


def _lists(files: Storage) -> list[str]:
    return [name for name in files.names(PARTITIONS) if _NAME.fullmatch(name)]


def _name(number: int) -> str:
    return f"{number:08d}.parquet"


def _with_all_columns(listed: pa.Table) -> pa.Table:
    for name, value in _SINCE.items():
        if name not in listed.column_names:
            listed = listed.append_column(name, pa.repeat(pa.scalar(value, pa.int64()), len(listed)))
    return listed


def _partitions(listed: pa.Table) -> dict[int, Partition]:
    items: dict[int, list[Item]] = {}
    columns = [listed[name].to_pylist() for name in _SCHEMA.names]
    for index, key, *rest in zip(*columns, strict=True):
        of_partition = items.setdefault(index, [])
        if key is not None:
            of_partition.append(Item(key, *rest))
    return {index: Partition(index, tuple(found)) for index, found in items.items()}
