"""Are the committed files there, whole, of the right schema, and alone? Every byte of them is read."""

from collections.abc import Iterator
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.parquet as pq

from vlcorpus.catalogs.checks.report import Check
from vlcorpus.catalogs.tables.commits import Commit
from vlcorpus.catalogs.tables.shards import ShardFacts, shard_schema
from vlcorpus.catalogs.tables.table import Manifest, TableStore
from vlcorpus.catalogs.tables.wholeness import not_whole
from vlcorpus.schemas.rejection import Rejection


@dataclass(frozen=True)
class Shard:
    """A committed Parquet file."""

    table: TableStore
    name: str  # path inside the table
    row_type: type
    facts: ShardFacts

    @property
    def path(self) -> str:
        """Return the path as the views show it."""
        files = self.table.files
        return files.path(self.name) if files.is_local else f"{files.uri.rstrip('/')}/{self.name}"


@dataclass(frozen=True)
class TableFacts:
    """A table as its manifest and commits tell it."""

    table: TableStore
    manifest: Manifest
    commits: list[Commit]

    @classmethod
    def read(cls, table: TableStore) -> "TableFacts":
        return cls(table, table.manifest(), list(table.commits()))

    def shards(self) -> Iterator[Shard]:
        return (shard for shard, _ in self.committed_shards())

    def committed_shards(self) -> Iterator[tuple[Shard, int]]:
        """Yield the committed files, each with its partition."""
        row_type = self.manifest.row_type()
        for commit in self.commits:
            index = commit.partition
            if commit.data:
                yield Shard(self.table, self.table.data_path(index), row_type, commit.data), index
            if commit.rejects:
                yield Shard(self.table, self.table.rejects_path(index), Rejection, commit.rejects), index


def check_files(tables: list[TableFacts]) -> tuple[list[Check], list[Shard]]:
    """Return the checks, and the shards that can be read further. A damaged file is not opened."""
    again = (
        "`vlcorpus repair`, or `vlcorpus clean --partition TABLE/N`, takes the partition back; "
        "the next run makes it again"
    )
    whole = Check("shards-whole", "files have the size and sha256 of their commit", again, of="files")
    opens = Check("shards-open", "files are Parquet and hold the rows of their commit", again, of="files")
    schema = Check(
        "shards-schema",
        "files have today's schema of their rows",
        "read them with the version that wrote them, or make the table again with --fresh",
        of="files",
    )
    readable = []
    for facts in tables:
        for shard in facts.shards():
            for check in (whole, opens, schema):
                check.checked += 1
            if problem := not_whole(shard.table.files, shard.name, shard.facts):
                whole.blame(shard.path, problem)
                continue
            try:
                found = _open(shard)
            except (OSError, pa.ArrowException) as error:
                opens.blame(shard.path, str(error).splitlines()[0])
                continue
            if found.metadata.num_rows != shard.facts.rows:
                told = f"{found.metadata.num_rows} rows, the commit says {shard.facts.rows}"
                opens.blame(shard.path, told)
            if problem := _other_schema(found.schema_arrow, shard_schema(shard.row_type)):
                schema.blame(shard.path, problem)
            else:
                readable.append(shard)
    return [whole, opens, schema, _check_strays(tables)], readable


def _open(shard: Shard) -> pq.ParquetFile:
    with shard.table.files.fs.open_input_file(shard.table.files.path(shard.name)) as stream:
        return pq.ParquetFile(stream)


def _other_schema(found: pa.Schema, wanted: pa.Schema) -> str | None:
    for field in wanted:
        if field.name not in found.names:
            return f"column {field.name} is missing"
        if not found.field(field.name).equals(field):
            return f"column {field.name} is {found.field(field.name)}, not {field}"
    if extra := set(found.names) - set(wanted.names):
        return f"unknown columns: {', '.join(sorted(extra))}"
    return None if _features(found) == _features(wanted) else "the metadata that makes images load differs"


def _features(schema: pa.Schema) -> bytes | None:
    return (schema.metadata or {}).get(b"huggingface")


def _check_strays(tables: list[TableFacts]) -> Check:
    check = Check(
        "shards-committed",
        "no file lies beside the committed ones",
        "the views do not show them; the next run of the pipeline overwrites them, `clean` deletes them",
        of="files",
        warns=True,
    )
    for facts in tables:
        committed = {shard.name for shard in facts.shards()}
        for folder in ("data", "rejects"):
            for name in facts.table.files.names(folder):
                check.checked += 1
                if f"{folder}/{name}" not in committed:
                    check.blame(f"{facts.table.uri}/{folder}/{name}", "not of any commit")
    return check
