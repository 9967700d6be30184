"""The checkpoints of a table's commits: `<table>/checkpoints/00000007.parquet`, of which the newest counts.

A checkpoint is believed whole or not at all: its pages carry checksums, and its commits stand in the order of
partitions, each once.
"""

import re
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from vlcorpus.catalogs.tables.commits import COMMITS, as_commits
from vlcorpus.catalogs.tables.control_files import Damage, DamagedFile
from vlcorpus.catalogs.tables.storage import Storage

CHECKPOINTS = "checkpoints"
_GROUP_ROWS = 4096  # rows of a checkpoint that are read to look one commit up
_NAME = re.compile(r"[0-9]{8,18}\.parquet")
_NOT_PARQUET = (OSError, ValueError, KeyError, TypeError, AttributeError, pa.ArrowException)


@dataclass(frozen=True)
class Checkpoints:
    """Reads and writes them by number; none has the number -1."""

    files: Storage

    def names(self) -> list[str]:
        """Return their paths in the table."""
        return [f"{CHECKPOINTS}/{n}" for n in self.files.names(CHECKPOINTS) if _NAME.fullmatch(n)]

    def strays(self) -> list[Damage]:
        return [
            Damage(self.files, f"{CHECKPOINTS}/{name}", "it is not named as a checkpoint is")
            for name in self.files.names(CHECKPOINTS)
            if not _NAME.fullmatch(name)
        ]

    def newest(self) -> int:
        return max((int(name.rpartition("/")[2].split(".")[0]) for name in self.names()), default=-1)

    def read(self, number: int, columns: Collection[str], filters: pc.Expression | None = None) -> pa.Table:
        """Return columns of one. Raises DamagedFile, or FileNotFoundError where the writer deleted it."""
        if number < 0:
            return COMMITS.empty_table().select(list(columns))
        with self._parsed(number), self._open(number) as stream:
            found = pq.read_table(
                stream,
                columns=list(columns),
                filters=filters,
                pre_buffer=False,
                page_checksum_verification=True,
            )
            _require_ascending(found["partition"])
            return as_commits(found.select(list(columns)))

    def pages(self, number: int) -> Iterator[pa.Table]:
        """Yield all columns of one, in batches. Raises as `read` does."""
        if number < 0:
            return
        with self._parsed(number), self._open(number) as stream:
            file, last = pq.ParquetFile(stream, page_checksum_verification=True), -1
            for batch in file.iter_batches(_GROUP_ROWS, columns=COMMITS.names):
                found = as_commits(pa.Table.from_batches([batch]))
                last = _require_ascending(found["partition"], last)
                yield found

    def write(self, newest: int, commits: pa.Table, delete: Callable[[list[str]], object]) -> None:
        """Write the next one, by partition; then, and only then, delete those before it."""
        former = self.names()
        with self.files.open_write(name_of(newest + 1)) as stream:
            pq.write_table(
                commits, stream, row_group_size=_GROUP_ROWS, compression="zstd", write_page_checksum=True
            )
        delete(former)

    def _open(self, number: int) -> pa.NativeFile:
        return self.files.fs.open_input_file(self.files.path(name_of(number)))

    @contextmanager
    def _parsed(self, number: int) -> Iterator[None]:
        """Raise DamagedFile where the block cannot make commits of what the file holds."""
        try:
            yield
        except FileNotFoundError:
            raise
        except _NOT_PARQUET as error:
            self.files.read(name_of(number))  # a fault of the machine or the network shows here again
            why = str(error).split("\n")[0] or type(error).__name__
            raise DamagedFile(Damage(self.files, name_of(number), why)) from None


def name_of(number: int) -> str:
    return f"{CHECKPOINTS}/{number:08d}.parquet"


def _require_ascending(partitions: pa.ChunkedArray, last: int = -1) -> int:
    """Return the last partition. Raises ValueError where one is missing, or comes twice."""
    if partitions.null_count:
        raise ValueError("a commit names no partition")
    numbers = np.concatenate([[last], partitions.to_numpy()])
    if not (np.diff(numbers) > 0).all():
        raise ValueError("its commits are not in the order of partitions")
    return int(numbers[-1])
