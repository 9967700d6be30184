"""The Parquet file that img2dataset writes beside each tar, or folder: what became of every address.

Source: img2dataset README, "Output format": `00000.tar` with `00000.parquet`, whose columns are among others
`key`, `status` (`success`, `failed_to_download`, `failed_to_resize`) and `error_message`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

import pyarrow.parquet as pq

from vlcorpus.catalogs.sources.location import Location
from vlcorpus.catalogs.sources.parquet_child import decode
from vlcorpus.catalogs.sources.reading import open_item
from vlcorpus.catalogs.sources.row_groups import BROKEN_PARQUET, broken_parquet, opened_parquet
from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.reasons import Reason

NEEDED = ("key", "status")
_BATCH_ROWS = 1  # the reason is that of row_groups.py: every row may mean one long message


@dataclass(frozen=True, slots=True)
class Download:
    key: str | None
    succeeded: bool
    detail: str


def is_ledger(parquet: pq.ParquetFile) -> bool:
    """Say whether it is one: a table of another kind may lie beside a tar."""
    return set(NEEDED) <= set(parquet.schema_arrow.names)


def downloads(location: Location, uri: str, max_file_bytes: int) -> Iterator[Download]:
    """Yield the rows of the ledger at `uri`. Raises Reject: parquet_broken, as `open_item`, as `decode`."""
    yield from decode(f"{__name__}:read", (location, uri), max_file_bytes)


def read(request: tuple[Location, str]) -> Iterator[Download]:
    """Yield the rows of a ledger: what the child is asked."""
    with open_item(*request) as stream:
        parquet = opened_parquet(stream)
        columns = [name for name in (*NEEDED, "error_message") if name in parquet.schema_arrow.names]
        try:
            for batch in parquet.iter_batches(batch_size=_BATCH_ROWS, columns=columns, use_threads=False):
                yield from map(_download, batch.to_pylist())
        except BROKEN_PARQUET as error:
            raise broken_parquet(error, "the ledger of img2dataset") from error


def n_downloads(stream: BinaryIO) -> int | None:
    """Return how many rows the ledger has, None where the file is none. Raises Reject parquet_broken."""
    parquet = opened_parquet(stream)
    return parquet.metadata.num_rows if is_ledger(parquet) else None


def failure(download: Download) -> Reject:
    """Return the reason of a row that stands for no sample: it failed, or it has no key of its own."""
    if not download.succeeded:
        return Reject(Reason.DOWNLOAD_FAILED, download.detail)
    if download.key is None:
        return Reject(Reason.KEY_MISSING, "the ledger has no key for it")
    return Reject(Reason.SAMPLE_REPEATED, f"the ledger has the key {download.key!r} before")


def _download(record: dict) -> Download:
    key, status = record["key"], record["status"]
    error = record.get("error_message")
    return Download(
        key=None if key is None else str(key),
        succeeded=status == "success",
        detail=f"{status}: {error}" if error else str(status),
    )
