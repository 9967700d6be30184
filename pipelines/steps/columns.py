"""Columns between Arrow and NumPy: ids as 128-bit numbers, positions of rows, shards read in part."""

from binascii import unhexlify
from collections.abc import Iterator

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from vlcorpus.catalogs.sources.source import Item
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.steps.step import index_of, n_rows_of
from vlcorpus.schemas.arrow import arrow_schema, from_record
from vlcorpus.schemas.row import ID_BYTES
from vlcorpus.schemas.vectors import unpack

ROW_BITS = 32
GROUP_ROWS = 65_536  # ours: rows of a row group of decisions; a task reads those with its partition's rows


def read_columns(table: TableStore, item: Item, *columns: str) -> pa.Table:
    """Return columns of a partition that has rows."""
    with table.open_shard(index_of(item)) as shard:
        return shard.read(list(columns))


def chosen_rows(table: TableStore, index: int, wanted: np.ndarray) -> Iterator:
    """Yield the rows of a partition where `wanted` (n_rows,) is true; row groups without one are not read."""
    if not wanted.any():
        return
    row_type, first = table.manifest().row_type(), 0
    with table.open_shard(index) as shard:
        for group in range(shard.num_row_groups):
            n_rows = shard.metadata.row_group(group).num_rows
            here = np.flatnonzero(wanted[first : first + n_rows])
            first += n_rows
            if len(here):
                for record in shard.read_row_group(group).take(here).to_pylist():
                    yield from_record(row_type, record)


def read_whole(table: TableStore, record_type: type, *columns: str) -> pa.Table:
    """Return columns of a table that one task made; it may be empty."""
    if not table.commit_of(0).rows:
        return arrow_schema(record_type).empty_table().select(columns)
    with table.open_shard(0) as shard:
        return shard.read(list(columns))


def read_in_partition(
    table: TableStore, record_type: type, partition: int, *columns: str, shard: int = 0
) -> pa.Table:
    """Return those rows of a shard of a table that are about rows of a partition, with `position`.

    `record_type` has `position` as its first column; row groups that lie elsewhere are not read.
    """
    columns = ("position", *columns)
    if not table.commit_of(shard).rows:
        return arrow_schema(record_type).empty_table().select(columns)
    low, high = partition << ROW_BITS, (partition + 1) << ROW_BITS
    with table.open_shard(shard) as file:
        reach = [file.metadata.row_group(n).column(0).statistics for n in range(file.num_row_groups)]
        near = [n for n, found in enumerate(reach) if found.max >= low and found.min < high]
        rows = file.read_row_groups(near, list(columns))
    return rows.filter((pc.field("position") >= low) & (pc.field("position") < high))


def in_groups(rows: int) -> Iterator[slice]:
    """Yield the row groups of a table that `read_in_partition` will read."""
    return (slice(start, start + GROUP_ROWS) for start in range(0, rows, GROUP_ROWS))


def read_bucket(table: TableStore, items: list[Item], number: int) -> pa.Table:
    """Return the rows of those row groups whose first column is `number`: a bucket of a shuffle."""
    found = [arrow_schema(table.manifest().row_type()).empty_table()]
    for item in items:
        with table.open_shard(index_of(item)) as shard:
            reach = [shard.metadata.row_group(n).column(0).statistics for n in range(shard.num_row_groups)]
            found += [shard.read_row_group(n) for n, column in enumerate(reach) if column.min == number]
    return pa.concat_tables(found)


def sample_vectors(
    table: TableStore, items: list[Item], column: str, fraction: float, *, seed: int, least: int = 1
) -> np.ndarray:
    """Return the vectors of `draw_vectors`, (m, d) float16."""
    drawn = draw_vectors(table, items, column, fraction, seed=seed, least=least)
    vectors = [vectors for _, _, vectors in drawn]
    return np.concatenate(vectors) if vectors else np.empty((0, 0), np.float16)


def draw_vectors(
    table: TableStore, items: list[Item], column: str, fraction: float, *, seed: int, least: int = 1
) -> Iterator[tuple[Item, np.ndarray, np.ndarray]]:
    """Yield partitions, numbers of rows in them and these rows' vectors: a fraction of all, drawn by `seed`.

    Whole row groups are drawn, so that no more is read than is used, and of a partition `least` vectors or
    none, so that few partitions are opened for few. What is drawn of a partition hangs on no other.
    """
    for item in items:
        rng = np.random.default_rng((seed, index_of(item)))
        wanted, few = fraction * n_rows_of(item), min(least, n_rows_of(item))
        left = _rounded(wanted, rng) if wanted >= few else few * int(rng.random() < wanted / few)
        if not left:
            continue
        with table.open_shard(index_of(item)) as shard:
            sizes = np.array([shard.metadata.row_group(n).num_rows for n in range(shard.num_row_groups)])
            groups = rng.permutation(len(sizes))
            groups = np.sort(groups[: np.searchsorted(np.cumsum(sizes[groups]), left) + 1])
            vectors = unpack(shard.read_row_groups(groups.tolist(), [column])[column])
        starts = np.cumsum(sizes) - sizes
        rows = np.concatenate([np.arange(sizes[group]) + starts[group] for group in groups])
        if len(rows) > left:
            drawn = np.sort(rng.choice(len(rows), left, replace=False))
            rows, vectors = rows[drawn], vectors[drawn]
        yield item, rows, vectors


def positions(item: Item) -> np.ndarray:
    """Return where each row of a partition lies, (n_rows,) int64: schemas/dedup.py."""
    return (np.int64(index_of(item)) << ROW_BITS) | np.arange(n_rows_of(item), dtype=np.int64)


def row_numbers(position: np.ndarray) -> np.ndarray:
    """Return the numbers of rows in their shards."""
    return position & ((1 << ROW_BITS) - 1)


def parse_ids(column: pa.ChunkedArray) -> np.ndarray:
    """Return hexadecimal ids as (n, 16) uint8."""
    return np.concatenate([_parsed(chunk) for chunk in column.chunks] or [np.empty((0, ID_BYTES), np.uint8)])


def _parsed(strings: pa.StringArray) -> np.ndarray:
    _, offsets, text = strings.buffers()
    ends = np.frombuffer(offsets, np.int32)[strings.offset : strings.offset + len(strings) + 1]
    ids = unhexlify(memoryview(text)[ends[0] : ends[-1]]) if len(strings) else b""
    return np.frombuffer(ids, np.uint8).reshape(-1, ID_BYTES)


def ranks(ids: np.ndarray) -> np.ndarray:
    """Return the place of each of (n, 16) uint8 among all, by their bytes, (n,) int64."""
    rank = np.empty(len(ids), np.int64)
    rank[np.lexsort(ids.view(">u8").astype(np.uint64).T[::-1])] = np.arange(len(ids))
    return rank


def hex_ids(ids: np.ndarray, where: np.ndarray | None = None) -> pa.Array:
    """Return (n, 16) uint8 as hexadecimal strings; null where `where` is false."""
    text = np.ascontiguousarray(ids).tobytes().hex().encode()
    offsets = np.arange(len(ids) + 1, dtype=np.int32) * np.int32(2 * ID_BYTES)
    strings = pa.Array.from_buffers(pa.string(), len(ids), [None, pa.py_buffer(offsets), pa.py_buffer(text)])
    return strings if where is None else pc.if_else(pa.array(where), strings, None)


def packed_ids(ids: np.ndarray) -> pa.Array:
    """Return (n, 16) uint8 as 16-byte cells."""
    content = pa.py_buffer(np.ascontiguousarray(ids))
    return pa.Array.from_buffers(pa.binary(ID_BYTES), len(ids), [None, content])


def unpacked_ids(column: pa.ChunkedArray) -> np.ndarray:
    """Return 16-byte cells as (n, 16) uint8."""
    cells = column.combine_chunks()
    flat = np.frombuffer(cells.buffers()[1], np.uint8)
    return flat[cells.offset * ID_BYTES : (cells.offset + len(cells)) * ID_BYTES].reshape(-1, ID_BYTES)


def batch(record_type: type, **columns: np.ndarray | pa.Array | pa.ChunkedArray | list) -> pa.RecordBatch:
    """Return one batch of a record type; columns are arrays of NumPy or Arrow, each of them named."""
    schema = arrow_schema(record_type)
    if missing := set(schema.names) ^ set(columns):
        raise TypeError(f"{record_type.__name__}: columns {sorted(missing)} are missing or unknown")
    arrays = [_as_arrow(columns[field.name], field.type) for field in schema]
    return pa.RecordBatch.from_arrays(arrays, schema=schema)


def _as_arrow(values: np.ndarray | pa.Array | pa.ChunkedArray | list, arrow_type: pa.DataType) -> pa.Array:
    if isinstance(values, pa.ChunkedArray):
        values = values.combine_chunks()
    return values.cast(arrow_type) if isinstance(values, pa.Array) else pa.array(values, arrow_type)


def _rounded(value: float, rng: np.random.Generator) -> int:
    """Round to a neighbour at random, so that many small shares add up to the whole."""
    return int(value) + bool(rng.random() < value - int(value))
