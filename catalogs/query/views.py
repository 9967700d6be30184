"""A DuckDB connection with views over any number of output roots: what SQL, stats and verify ask.

tables    one line per table                       commits   one per committed partition
stages    counts of each stage in each commit      shards    one per committed Parquet file
runs      the run records                          prompts   templates by hash
licences  what was said of each source
samples   the training records                     rejects   what left early
lineage   one line per id: kept or rejected, by which stage, run, code and model
and every other table by its own name (`captioned`, `duplicates`, `visual_clusters` …)

The file list comes from the commits, never from a glob: what an attempt left behind is invisible. Media bytes
are read only when a query selects them. Nothing is written: the connection is disposable.
"""

import tempfile
from collections.abc import Collection, Iterator
from pathlib import Path

import duckdb
import pyarrow as pa

from vlcorpus.catalogs.query.duckdb_files import CommittedFiles
from vlcorpus.catalogs.query.relations import Relations
from vlcorpus.schemas.arrow import record_batch
from vlcorpus.schemas.clusters import ClusterRequest, Coverage, VisualCluster
from vlcorpus.schemas.dedup import DuplicateDecision, NearPair
from vlcorpus.schemas.rejection import Rejection
from vlcorpus.schemas.sample import Sample

SQL = Path(__file__).parent / "sql"
ASKED_FOR = {  # the tables that named queries ask
    "visual_coverage": Coverage,
    "duplicates": DuplicateDecision,
    "visual_clusters": VisualCluster,
    "visual_requests": ClusterRequest,
    "text_pairs": NearPair,
}
VIEWS = ("score", "stages", "shards", "samples", "rejects", "lineage")  # files of SQL, in order of dependence


def connect(outputs: list[str], *, leave_out: Collection[str] = ()) -> duckdb.DuckDBPyConnection:
    """Return a connection with the views of the module's docstring over `outputs`.

    An output is a run's output directory or one table in it, local or remote. Without tables the views are
    there, typed and empty. `leave_out` names committed files, as `shards.path` does, that cannot be read.
    Raises ConfigError where there is no such directory.
    """
    connection = duckdb.connect(
        config={
            "autoinstall_known_extensions": False,  # a download at run time
            "temp_directory": f"{tempfile.gettempdir()}/vlcorpus-duckdb",
            "parquet_metadata_cache": True,  # footers are read once per connection, not once per query
        }
    )
    opened = CommittedFiles()
    relations = Relations(opened, leave_out)
    for output in dict.fromkeys(outputs):
        relations.add(output)
    connection.register_filesystem(opened)
    for name, line_type, rows in relations.named():
        connection.register(name, pa.Table.from_batches([record_batch(line_type, rows)]))
    # An empty shard of today's schema goes first: without samples, or before a column existed, types stand.
    for name, row_type, paths in (
        ("sample_files", Sample, relations.sample_paths),
        ("reject_files", Rejection, relations.reject_paths),
    ):
        connection.execute(f"set variable {name} = $1", [[opened.empty(row_type), *paths]])
    for view in VIEWS:
        connection.execute((SQL / f"{view}.sql").read_text())
    for name, files in _other_tables(relations, opened):
        connection.execute(f'set variable "files_of_{name}" = $1', [files])
        shards = f"read_parquet(getvariable('files_of_{name}'), union_by_name = true)"
        connection.execute(f'create view "{name}" as from {shards}')
    return connection


def _other_tables(relations: Relations, opened: CommittedFiles) -> Iterator[tuple[str, list[str]]]:
    """Yield names and files of the tables that have no view yet; those of `ASKED_FOR` always, typed."""
    taken = {*VIEWS, *(name for name, *_ in relations.named())}
    for name in sorted({*ASKED_FOR, *relations.tables} - taken):
        files = relations.tables.get(name, [])
        row_types = {row_type for row_type, _ in files} | {ASKED_FOR.get(name)} - {None}
        yield name, [*map(opened.empty, row_types), *(path for _, path in files)]
