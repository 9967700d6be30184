"""What sources of files have in common: inputs, how they are listed, and how one is opened."""

from abc import abstractmethod
from dataclasses import dataclass
from functools import cached_property
from io import BufferedReader
from typing import ClassVar

from vlcorpus.catalogs.sources.listing import list_files
from vlcorpus.catalogs.sources.location import Location, printable
from vlcorpus.catalogs.sources.reading import open_item
from vlcorpus.catalogs.sources.source import Item, Source
from vlcorpus.catalogs.sources.tree import tree_of
from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.file import FileRow
from vlcorpus.schemas.reasons import Reason
from vlcorpus.schemas.rejection import Rejection
from vlcorpus.schemas.row import YieldedT_co

MAX_FILE_BYTES = 256 << 20  # ours: eight such rows still fit Arrow's 2 GiB of binary in one column


@dataclass(frozen=True, kw_only=True)
class FileSource(Source[YieldedT_co]):
    """Rows of files that `inputs` name: local paths, pyarrow or fsspec URIs, folders, globs."""

    inputs: tuple[str, ...]
    reads_others: ClassVar[bool] = False  # files of a folder that no pattern names: images, ledgers
    source: str  # the name that rows carry: with the key it makes their id
    license: str | None = None  # SPDX expression
    max_file_bytes: int = MAX_FILE_BYTES

    def list_items(self) -> list[Item]:
        return list_files(self._locations, self.patterns, others_are_read=self.reads_others)

    @property
    @abstractmethod
    def patterns(self) -> tuple[str, ...]:
        """Return what the names of a folder's files must match."""

    def parameters(self) -> dict:
        return {
            "source": self.source,
            "max_file_bytes": self.max_file_bytes,
        }

    def licences(self) -> dict[str, str | None]:
        return {self.source: self.license}

    def location(self, item: Item) -> Location:
        return self._locations[item.input].root

    def open(self, item: Item) -> BufferedReader:
        """Open what was listed. Raises Reject as `open_item` and `require_as_listed` do."""
        stream = open_item(self.location(item), item.uri)
        self.require_as_listed(item)
        return stream

    def require_as_listed(self, item: Item) -> None:
        """Raise Reject (file_unreadable) where another file lies there than was listed.

        A commit says what it was made of. Looked at on the local disk: on an object store it would be another
        request for each file.
        """
        location = self.location(item)
        if not (location.is_local and item.stamp):
            return
        now = tree_of(location).entry(location.path_of(item.uri))
        # What stands behind a space in a stamp is of a file beside it.
        if now is None or item.stamp.split(" ")[0] != now.stamp:
            detail = f"{printable(item.uri)} was replaced between listing and reading"
            raise Reject(Reason.FILE_UNREADABLE, detail, retryable=True)

    def file_row(self, key: str, uri: str, content: bytes) -> FileRow:
        return FileRow.origin(self.source, key, self.license, uri=printable(uri), content=content)

    def rejection(self, key: str, uri: str, reject: Reject) -> Rejection:
        return Rejection.of(self.file_row(key, uri, b""), self.name, reject)

    @cached_property
    def _locations(self) -> tuple[Location, ...]:
        return tuple(Location(uri) for uri in self.inputs)
