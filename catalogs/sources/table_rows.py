"""The rows of a table that a former run committed."""

from collections.abc import Iterator
from dataclasses import dataclass

from vlcorpus.catalogs.sources.source import Item, Partition, Source
from vlcorpus.catalogs.tables.commit_log import index_of_name, part
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.schemas.errors import ConfigError
from vlcorpus.schemas.row import Row


@dataclass(frozen=True)
class TableRows(Source[Row]):
    """Partition 42 of the table in, partition 42 out, also where it holds no row."""

    table: TableStore

    def list_items(self) -> list[Item]:
        """Return the partitions. Raises ConfigError where there is no table, or a part is not committed."""
        manifest = self.table.manifest()
        commits = sorted(self.table.commits(), key=lambda commit: commit.partition)
        if missing := manifest.n_partitions - len(commits):
            raise ConfigError(
                f"{self.table.uri}: {missing} of {manifest.n_partitions} partitions are not committed. "
                f"Finish it first: run `vlcorpus run {manifest.pipeline}` again, same input and output."
            )
        return [
            Item(
                key=part(commit.partition),
                uri=f"{self.table.uri.rstrip('/')}/{self.table.data_path(commit.partition)}",
                n_bytes=commit.data.bytes if commit.data else 0,
                stamp=commit.data.sha256 if commit.data else "",
                n_rows=commit.rows,
            )
            for commit in commits
        ]

    def partitions(self, items: list[Item]) -> list[Partition]:
        return [Partition(partition_index(item), (item,)) for item in items]

    def read(self, partition: Partition) -> Iterator[Row]:
        """Yield the committed rows. Raises EnvironmentFailure where the table is damaged."""
        for item in partition.items:
            if item.n_rows:
                yield from self.table.shard_rows(partition_index(item))

    def parameters(self) -> dict:
        manifest = self.table.find_manifest()
        return {"table": self.table.name, "fingerprint": manifest.fingerprint if manifest else None}


def partition_index(item: Item) -> int:
    """Return the partition that an item of `TableRows` names."""
    return index_of_name(item.key)
