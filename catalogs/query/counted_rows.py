"""What statistics ask of every row, read once: out of row indexes, and out of the shards that none holds."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from vlcorpus.catalogs.query.duckdb_files import asked_for
from vlcorpus.catalogs.tables.light_columns import LIGHT, Kind
from vlcorpus.catalogs.tables.row_index import RowIndex
from vlcorpus.catalogs.tables.storage import Storage, join
from vlcorpus.schemas.row_types import find_row_type
from vlcorpus.schemas.sample import Sample

_SQL = Path(__file__).parent / "sql" / "counted"
_VIEWS: tuple[tuple[Kind, str], ...] = (("data", "samples"), ("rejects", "rejects"))
_OF_TABLE = ("output", "pipeline", "table_name")


@dataclass(frozen=True)
class _Shards:
    """The committed shards of one kind in a table."""

    of_table: tuple[str, str, str]
    index: RowIndex
    lines: pa.Table  # partition, sha256, path
    held: list[pa.Array] = field(default_factory=list)  # partitions of which the rows were indexed

    def indexed(self) -> Iterator[pa.RecordBatch]:
        """Yield the rows that the index holds, with the table they are of; note their shards."""
        partitions, sha256 = (self.lines[name].to_pylist() for name in ("partition", "sha256"))
        for rows in self.index.rows(dict(zip(partitions, sha256, strict=True))):
            self.held.append(pc.unique(rows["partition"]))
            for name, value in zip(_OF_TABLE, self.of_table, strict=True):
                rows = rows.append_column(name, pa.repeat(value, len(rows)))
            yield from rows.to_batches()

    def unindexed(self) -> list[str]:
        """Return the paths of the other shards."""
        held = pa.chunked_array(self.held, pa.int64())
        others = self.lines.filter(pc.invert(pc.is_in(self.lines["partition"], held)))
        return others["path"].to_pylist()


def hold_counted_rows(connection: duckdb.DuckDBPyConnection, *, rejects: bool = True) -> None:
    """Make the views `samples` and `rejects` tables in memory, of the columns that statistics ask for."""
    for kind, view in _VIEWS if rejects else _VIEWS[:1]:
        tables = _tables(connection, kind)
        batches = chain.from_iterable(shards.indexed() for shards in tables)
        connection.register("indexed_rows", pa.RecordBatchReader.from_batches(_schema(kind), batches))
        connection.execute((_SQL / f"indexed_{view}.sql").read_text(encoding="utf-8"))
        connection.unregister("indexed_rows")
        others = [asked_for(path) for shards in tables for path in shards.unindexed()]
        connection.execute("set variable other_files = $1", [others])
        connection.execute((_SQL / f"opened_{view}.sql").read_text(encoding="utf-8"))


def _tables(connection: duckdb.DuckDBPyConnection, kind: Kind) -> list[_Shards]:
    tables = connection.execute("select output, pipeline, table_name, path, row_type from tables").fetchall()
    lines = """
        select partition, sha256, path from shards
        where output = $1 and pipeline = $2 and table_name = $3 and kind = $4"""
    return [
        _Shards(
            (output, pipeline, name),
            RowIndex(Storage(join(output, path)), kind),
            connection.sql(lines, params=[output, pipeline, name, kind]).to_arrow_table(),
        )
        for output, pipeline, name, path, row_type in tables
        if kind == "rejects" or issubclass(find_row_type(row_type), Sample)
    ]


def _schema(kind: Kind) -> pa.Schema:
    return pa.schema([*LIGHT[kind], *(pa.field(name, pa.string()) for name in _OF_TABLE)])
