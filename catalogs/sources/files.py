"""Files as they lie: in folders, globs or by name, on a local disk or an object store."""

import logging
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace

from vlcorpus.catalogs.sources.file_source import FileSource
from vlcorpus.catalogs.sources.reading import read_whole, too_large
from vlcorpus.catalogs.sources.source import Item, Partition, split
from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.file import FileRow
from vlcorpus.schemas.rejection import Rejection

log = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class Files(FileSource[FileRow]):
    """One row for each file. Its key is its path below the input, with `/`."""

    patterns: tuple[str, ...] = ("*",)  # names of files in folders, whatever their case: `*.pdf`
    files_per_partition: int = 32
    partition_bytes: int = 64 << 20

    def list_items(self) -> list[Item]:
        """Return the files, each once: a local one that is there by links too goes by its first real name."""
        return [replace(item, n_rows=1) for item in _without_links(super().list_items())]

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


def _without_links(items: list[Item]) -> list[Item]:
    """Leave out what is a file of the listing by another name. A link to anything else stays, and is read."""
    files = {item.key: _file_of(item) for item in items}
    first_of: dict[tuple[int, int] | None, str] = {}
    for item in items:  # sorted by key
        if not os.path.islink(item.uri):
            first_of.setdefault(files[item.key], item.key)
    kept = [
        item
        for item in items
        if files[item.key] is None or first_of.get(files[item.key], item.key) == item.key
    ]
    if len(kept) < len(items):
        log.info("%d names are links to files that are read by another name", len(items) - len(kept))
    return kept


def _file_of(item: Item) -> tuple[int, int] | None:
    """Return what tells a local file from every other; None where there is none to be looked at."""
    try:
        status = os.stat(item.uri)
    except (OSError, ValueError):
        return None
    return status.st_dev, status.st_ino
