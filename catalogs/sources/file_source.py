"""What sources of files have in common: inputs, how they are listed, and how one is opened."""

from abc import abstractmethod
from dataclasses import dataclass
from functools import cached_property
from io import BufferedReader

from vlcorpus.catalogs.sources.listing import list_files
from vlcorpus.catalogs.sources.location import Location, printable
from vlcorpus.catalogs.sources.reading import open_item
from vlcorpus.catalogs.sources.source import Item, Source
from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.file import FileRow
from vlcorpus.schemas.rejection import Rejection
from vlcorpus.schemas.row import YieldedT_co

MAX_FILE_BYTES = 256 << 20  # ours: eight such rows still fit Arrow's 2 GiB of binary in one column


@dataclass(frozen=True, kw_only=True)
class FileSource(Source[YieldedT_co]):
    """Rows of files that `inputs` name: local paths, pyarrow or fsspec URIs, folders, globs."""

    inputs: tuple[str, ...]
    source: str  # the name that rows carry: with the key it makes their id
    license: str | None = None  # SPDX expression
    max_file_bytes: int = MAX_FILE_BYTES

    def list_items(self) -> list[Item]:
        return list_files(self._locations, self.patterns)

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
        return open_item(self.location(item), item.uri)

    def file_row(self, key: str, uri: str, content: bytes) -> FileRow:
        return FileRow.origin(self.source, key, self.license, uri=printable(uri), content=content)

    def rejection(self, key: str, uri: str, reject: Reject) -> Rejection:
        return Rejection.of(self.file_row(key, uri, b""), self.name, reject)

    @cached_property
    def _locations(self) -> tuple[Location, ...]:
        return tuple(Location(uri) for uri in self.inputs)
