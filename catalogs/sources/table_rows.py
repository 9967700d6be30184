"""The rows of a table that a former run committed."""

from collections.abc import Iterator
from dataclasses import dataclass

from catalogs.sources.source import Item, Partition, Source
from catalogs.table import TableStore, part
from schemas.errors import ConfigError, EnvironmentFailure
from schemas.row import Row


@dataclass(frozen=True)
class TableRows(Source):
    """Partition 42 of the table in, partition 42 out, also where it holds no row."""

    table: TableStore

    def list_items(self) -> list[Item]:
        """Return the partitions. Raises ConfigError where there is no table, or a part is not committed."""
        manifest = self.table.manifest()
        if manifest is None:
            raise ConfigError(
                f"{self.table.uri}: there is no table. "
                "Run the pipeline that makes it, or name another folder."
            )
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
        return [Partition(_index(item), (item,)) for item in items]

    def read(self, partition: Partition) -> Iterator[Row]:
        """Yield the committed rows.

        Raises EnvironmentFailure for a shard that its commit promises and that is not there, or not as it
        was: the table is damaged, and no row of it is at fault.
        """
        for item in partition.items:
            if item.n_rows:
                yield from self._rows(item)

    def parameters(self) -> dict:
        manifest = self.table.manifest()
        return {"table": self.table.name, "fingerprint": manifest.fingerprint if manifest else None}

    def _rows(self, item: Item) -> Iterator[Row]:
        try:
            yield from self.table.rows(_index(item))
        except (OSError, ValueError) as error:  # gone; no Parquet (ArrowInvalid), no UTF-8
            raise EnvironmentFailure(
                f"{item.uri}: the shard is committed but cannot be read: {error}. "
                f"Check {self.table.uri} with `vlcorpus verify`; restore it or make the table again."
            ) from error


def _index(item: Item) -> int:
    return int(item.key.removeprefix("part-"))
