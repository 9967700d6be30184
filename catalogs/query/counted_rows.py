"""What statistics ask of every row, read once: out of row indexes, and out of the shards that none holds."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from vlcorpus.catalogs.query.duckdb_files import asked_for
from vlcorpus.catalogs.tables.light_columns import LIGHT, Kind
from vlcorpus.catalogs.tables.row_index import RowIndex
from vlcorpus.catalogs.tables.storage import Storage, join

_SQL = Path(__file__).parent / "sql" / "counted"
_VIEWS: tuple[tuple[Kind, str, str], ...] = (
    ("data", "samples", "sample_files"),
    ("rejects", "rejects", "reject_files"),
)
_OF_TABLE = ("output", "pipeline", "table_name")


@dataclass(frozen=True)
class _Shards:
    """The committed shards of one kind in a table."""

    of_table: tuple[str, str, str]
    index: RowIndex
    lines: pa.Table  # partition, sha256, path


def hold_counted_rows(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the views `samples` and `rejects` tables in memory, of the columns that statistics ask for."""
    for kind, view, variable in _VIEWS:
        held: set[str] = set()
        batches = _indexed(_shards(connection, kind), held)
        connection.register("indexed_rows", pa.RecordBatchReader.from_batches(_schema(kind), batches))
        connection.execute((_SQL / f"indexed_{view}.sql").read_text())
        connection.unregister("indexed_rows")
        (files,) = connection.execute(f"select getvariable('{variable}')").fetchall()[0]
        connection.execute("set variable opened_files = $1", [[file for file in files if file not in held]])
        connection.execute((_SQL / f"opened_{view}.sql").read_text())


def _shards(connection: duckdb.DuckDBPyConnection, kind: Kind) -> list[_Shards]:
    tables = connection.execute("select output, pipeline, table_name, path from tables").fetchall()
    lines = """
        select partition, sha256, path from shards
        where output = $1 and pipeline = $2 and table_name = $3 and kind = $4"""
    return [
        _Shards(
            (output, pipeline, name),
            RowIndex(Storage(join(output, path)), kind),
            connection.sql(lines, params=[output, pipeline, name, kind]).to_arrow_table(),
        )
        for output, pipeline, name, path in tables
    ]


def _schema(kind: Kind) -> pa.Schema:
    of_table = [pa.field(name, pa.string()) for name in (*_OF_TABLE, "filename")]
    return pa.schema([*LIGHT[kind], *of_table])


def _indexed(tables: list[_Shards], held: set[str]) -> Iterator[pa.RecordBatch]:
    """Yield the rows that the indexes hold, with the table and the shard they lie in; note these shards."""
    for shards in tables:
        partitions, paths = shards.lines["partition"].combine_chunks(), shards.lines["path"].combine_chunks()
        committed = zip(partitions.to_pylist(), shards.lines["sha256"].to_pylist(), strict=True)
        for rows in shards.index.rows(dict(committed)):
            found = paths.take(pc.index_in(rows["partition"], partitions).combine_chunks())
            held.update(map(asked_for, pc.unique(found).to_pylist()))
            for name, value in zip(_OF_TABLE, shards.of_table, strict=True):
                rows = rows.append_column(name, pa.repeat(value, len(rows)))
            yield from rows.append_column("filename", found).to_batches()
