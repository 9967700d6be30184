"""Files as they lie: in folders, globs or by name, on a local disk or an object store."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from vlcorpus.catalogs.sources.file_source import FileSource
from vlcorpus.catalogs.sources.reading import read_whole, too_large
from vlcorpus.catalogs.sources.source import Item, Partition, split
from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.file import FileRow
from vlcorpus.schemas.rejection import Rejection


@dataclass(frozen=True, kw_only=True)
class Files(FileSource[FileRow]):
    """One row for each file. Its key is its path below the input, with `/`."""

    patterns: tuple[str, ...] = ("*",)  # names of files in folders, whatever their case: `*.pdf`
    files_per_partition: int = 32
    partition_bytes: int = 64 << 20

    def list_items(self) -> list[Item]:
        return [replace(item, n_rows=1) for item in super().list_items()]

    def partitions(self, items: list[Item]) -> list[Partition]:
        return split(items, max_items=self.files_per_partition, max_bytes=self.partition_bytes)

    def read(self, partition: Partition) -> Iterator[FileRow | Rejection]:
        """Yield each file. Reasons: file_missing, file_unreadable, file_empty, file_too_large."""
        for item in partition.items:
            try:
                row = self.file_row(item.key, item.uri, self._content(item))
            except Reject as reject:
                yield self.rejection(item.key, item.uri, reject)
            else:
                yield row

    def parameters(self) -> dict:
        return {
            **super().parameters(),
            "patterns": list(self.patterns),
            "files_per_partition": self.files_per_partition,
            "partition_bytes": self.partition_bytes,
        }

    def _content(self, item: Item) -> bytes:
        if item.n_bytes > self.max_file_bytes:
            raise too_large(item.uri, item.n_bytes, self.max_file_bytes)
        content = read_whole(self.location(item), item.uri, item.n_bytes, self.max_file_bytes)
        self.require_as_listed(item)
        return content
