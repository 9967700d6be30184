"""The relation `commits`: a line per committed partition, column by column, for there may be many.

output, table_name, pipeline, partition, run_id, fingerprint   which partition, and what made it
rows, rejects, tokens, reasons, stages                         what came of it: counts, by reason, by stage
data_path, data_bytes, data_sha256, rejects_path …             its files; null without rows, or rejects
started, ended, wall_s, cpu_s, attempts, host, made_of         how it went, and of which inputs it was made
"""

from collections.abc import Sequence
from typing import Literal

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from vlcorpus.catalogs.tables.commits import COMMITS
from vlcorpus.catalogs.tables.shards import shard_schema
from vlcorpus.catalogs.tables.table import Manifest, TableStore

_AS_THEY_ARE = ("started", "ended", "wall_s", "cpu_s", "attempts", "host", "made_of")


def commit_lines(
    output: str,
    manifest: Manifest,
    commits: pa.Table,
    data_paths: Sequence[str | None],
    rejects_paths: Sequence[str | None],
) -> pa.Table:
    """Return the lines of a table's commits. The paths are those of their files, None without one."""
    n = len(commits)
    return pa.table(
        {
            "output": pa.repeat(output, n),
            "table_name": pa.repeat(manifest.table, n),
            "pipeline": pa.repeat(manifest.pipeline, n),
            **{name: commits[name] for name in ("partition", "run_id", "fingerprint")},
            "rows": _of_file(commits["data"], "rows", 0),
            "rejects": _of_file(commits["rejects"], "rows", 0),
            **{name: commits[name] for name in ("tokens", "reasons", "stages")},
            "data_path": pa.array(data_paths, pa.string()),
            "data_bytes": _of_file(commits["data"], "bytes", 0),
            "data_sha256": _of_file(commits["data"], "sha256"),
            "rejects_path": pa.array(rejects_paths, pa.string()),
            "rejects_bytes": _of_file(commits["rejects"], "bytes", 0),
            "rejects_sha256": _of_file(commits["rejects"], "sha256"),
            **{name: commits[name] for name in _AS_THEY_ARE},
        }
    )


def no_commit_lines() -> pa.Table:
    return commit_lines("", Manifest("", "", "", "", {}, 0), COMMITS.empty_table(), [], [])


def has_todays_schema(
    table: TableStore, commits: pa.Table, kind: Literal["data", "rejects"], row_type: type
) -> bool:
    """Say whether the files of a table have the columns of today, so that not each of them is asked.

    The oldest and the newest are looked at: columns change with the code, and what was made in between has
    those of one of the two.
    """
    made = commits.select(["partition", "ended"]).filter(pc.is_valid(commits[kind])).sort_by("ended")
    name_of = table.data_path if kind == "data" else table.rejects_path
    today = shard_schema(row_type)
    for partition in {made["partition"][0].as_py(), made["partition"][-1].as_py()}:
        try:
            with table.files.fs.open_input_file(table.files.path(name_of(partition))) as stream:
                if not pq.read_schema(stream).equals(today):
                    return False
        except (OSError, pa.ArrowException):  # damaged: whoever reads its rows is told
            return False
    return True


def _of_file(facts: pa.ChunkedArray, name: str, without: int | None = None) -> pa.ChunkedArray:
    """Return a fact of the files; `without` where there is none."""
    values = pc.struct_field(facts, name)
    return values if without is None else pc.fill_null(values, without)
