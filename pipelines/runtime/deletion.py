"""What `--fresh` and `--fresh-from` delete: tables of their own pipeline, and how much lies in each."""

from dataclasses import dataclass

import pyarrow.fs as pafs

from vlcorpus.catalogs.tables.output import home_of
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.catalogs.tables.totals import table_totals
from vlcorpus.pipelines.runtime.dag import Pipeline, Table, store
from vlcorpus.schemas.errors import ConfigError


@dataclass(frozen=True)
class Deletion:
    """A table that is there, and is to be deleted."""

    store: TableStore
    n_rows: int  # number of committed rows
    n_bytes: int  # bytes of all its files


def tables_to_delete(pipeline: Pipeline, fresh: bool, fresh_from: str | None) -> list[Table]:
    """Return the tables that the options name, whether they are there or not.

    Raises ConfigError where `fresh_from` names no table of the pipeline.
    """
    if fresh:
        return pipeline.tables()
    if fresh_from is None:
        return []
    try:
        return pipeline.made_of(fresh_from)
    except KeyError:
        names = ", ".join(table.name for table in pipeline.tables())
        raise ConfigError(f"--fresh-from {fresh_from}: no such table; there are: {names}") from None


def deletions(output: str, pipeline: str, tables: list[Table]) -> list[Deletion]:
    """Return those of the tables of `pipeline` that are there, with what would be lost."""
    stores = [store(home_of(output, pipeline), table.name) for table in tables]
    return [
        Deletion(table, table_totals(table).rows if table.find_manifest() else 0, _size(table))
        for table in stores
        if table.files.exists()
    ]


def _size(table: TableStore) -> int:
    selector = pafs.FileSelector(table.files.path(), recursive=True, allow_not_found=True)
    return sum(info.size or 0 for info in table.files.fs.get_file_info(selector))
