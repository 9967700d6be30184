"""A DuckDB connection with views over any number of output roots: what SQL, stats and verify ask.

tables    one line per table                       commits   one per committed partition
stages    counts of each stage in each commit      shards    one per committed Parquet file
runs      the run records                          prompts   templates by hash
licences  what was said of each source
samples   the training records                     rejects   what left early
lineage   one line per id: kept or rejected, by which stage, run, code and model
and every other table by its own name (`captioned`, `duplicates`, `visual_clusters` …), those of all domains
together; `captions.duplicates`, `documents.samples` are those of one

The file list comes from the commits, never from a glob: what an attempt left behind is invisible. Media bytes
are read only when a query selects them. Nothing is written: the connection is disposable.
"""

import glob
import tempfile
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from vlcorpus.catalogs.query.duckdb_files import SCHEME, CommittedFiles
from vlcorpus.catalogs.query.relations import Relations, Shards
from vlcorpus.schemas.clusters import ClusterRequest, Coverage, VisualCluster
from vlcorpus.schemas.dedup import DuplicateDecision, NearPair
from vlcorpus.schemas.errors import VerifyFailed
from vlcorpus.schemas.rejection import Rejection
from vlcorpus.schemas.sample import Sample

SQL = Path(__file__).parent / "sql"
ASKED_FOR = {  # the tables that named queries ask
    "visual_coverage": Coverage,
    "duplicates": DuplicateDecision,
    "copies": DuplicateDecision,
    "visual_clusters": VisualCluster,
    "visual_requests": ClusterRequest,
    "text_pairs": NearPair,
}
CACHED_FOOTERS = 2000  # ours: DuckDB holds 120 KB of each
VIEWS = ("score", "stages", "shards", "samples", "rejects", "lineage")  # files of SQL, in order of dependence


def connect(
    outputs: list[str],
    *,
    leave_out: Collection[str] = (),
    external_access: bool = False,
    memory_limit: str | None = None,
) -> duckdb.DuckDBPyConnection:
    """Return a connection with the views of the module's docstring over `outputs`.

    An output is a run's output directory or one table in it, local or remote. Without tables the views are
    there, typed and empty. `leave_out` names committed files, as `shards.path` does, that cannot be read.
    Queries reach the tables and nothing else, whatever they say, unless `external_access` lets them.
    Raises ConfigError where there is no such directory, VerifyFailed where a shard is damaged; where only a
    page of it is, the query that reads it will fail.
    """
    connection = duckdb.connect(
        config={
            "autoinstall_known_extensions": False,  # a download at run time
            "python_enable_replacements": False,  # a name in SQL is no variable of ours
            "temp_directory": f"{tempfile.gettempdir()}/vlcorpus-duckdb",
            **({"memory_limit": memory_limit} if memory_limit else {}),
        }
    )
    opened = CommittedFiles()
    relations = Relations(opened, leave_out)
    for output in dict.fromkeys(outputs):
        relations.add(output)
    connection.register_filesystem(opened)
    n_files = sum(len(shards.paths) for shards in (*relations.tables.values(), relations.rejects))
    if n_files <= CACHED_FOOTERS:  # read once per connection, not once per query
        connection.execute("set parquet_metadata_cache = true")
    with told_if_damaged(outputs):
        _make_views(connection, relations, opened)
    if not external_access:
        _lock(connection, relations.folders)
    return connection


@contextmanager
def told_if_damaged(outputs: Iterable[str]) -> Iterator[None]:
    """Raise VerifyFailed, which says what to do, in place of DuckDB's error for a shard it cannot read."""
    try:
        yield
    except duckdb.Error as error:
        raise VerifyFailed(
            f"{', '.join(outputs)}: a shard cannot be read: {error}. `vlcorpus verify` says which one, "
            "`vlcorpus repair` takes its partition back, and the next run makes it again."
        ) from error


def _make_views(connection: duckdb.DuckDBPyConnection, relations: Relations, opened: CommittedFiles) -> None:
    for name, lines in relations.named():
        connection.register(name, lines)
    for name, row_type, shards in (
        ("sample", Sample, relations.samples),
        ("reject", Rejection, relations.rejects),
    ):
        shards.row_types.add(row_type)
        _set_files(connection, name, shards, opened)
    for view in VIEWS:
        connection.execute((SQL / f"{view}.sql").read_text(encoding="utf-8"))
    for domain in relations.domains():
        connection.execute(f"create schema {identifier(domain)}")
    for number, (view, shards) in enumerate(_tables(relations)):
        _set_files(connection, f"table_{number}", shards, opened)
        connection.execute(
            f"""create view {view} as from read_parquet(getvariable('table_{number}_files'),
            union_by_name = getvariable('table_{number}_files_differ'))"""
        )


def identifier(name: str) -> str:
    """Return the name as SQL takes it, whatever it is made of."""
    return '"' + name.replace('"', '""') + '"'


def _lock(connection: duckdb.DuckDBPyConnection, folders: Collection[str]) -> None:
    """Leave the connection nothing to reach but the tables, for good: who made them is nobody we know."""
    for setting, value in (
        # What is asked for is written as a pattern, what is opened is a path.
        ("allowed_directories", [*sorted({*folders, *map(glob.escape, folders)}), SCHEME]),
        ("enable_external_access", False),
        ("lock_configuration", True),
    ):
        connection.execute(f"set {setting} = {_literal(value)}")  # settings take no parameters


def _literal(value: bool | list[str]) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return "[" + ", ".join("'" + text.replace("'", "''") + "'" for text in value) + "]"


def _set_files(
    connection: duckdb.DuckDBPyConnection, name: str, shards: Shards, opened: CommittedFiles
) -> None:
    """Tell the views which files they stand on, and whether each is asked for its columns: it takes a while.

    An empty shard of today's schema goes first: without rows, or before a column existed, types stand.
    """
    empty = sorted(map(opened.empty, shards.row_types))
    connection.execute(f"set variable {name}_empty_files = $1", [empty])
    connection.execute(f"set variable {name}_files = $1", [[*empty, *shards.paths]])
    connection.execute(f"set variable {name}_files_differ = $1", [shards.differ or len(empty) > 1])


def _tables(relations: Relations) -> Iterator[tuple[str, Shards]]:
    """Yield each table's view and files: by its name, of all domains, and by its domain's and its name.

    Those that have a view of their own are left out of the former; those of `ASKED_FOR` are always there.
    """
    taken = {*VIEWS, *(name for name, _ in relations.named())}
    everywhere = {name: Shards(row_types={row_type}) for name, row_type in ASKED_FOR.items()}
    for (domain, name), shards in relations.tables.items():
        everywhere.setdefault(name, Shards()).join(shards)
        yield f"{identifier(domain)}.{identifier(name)}", shards
    for name in sorted(everywhere.keys() - taken):
        yield identifier(name), everywhere[name]
