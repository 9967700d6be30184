"""Write one Parquet shard the way a multimodal trainer reads it. Measured in docs/measurements.md §1.

media bytes          stored as they are     JPEG under zstd keeps its size and costs a core per 261 MB/s
repeated media       zstd                   several samples of an image follow each other: it is held once
everything else      zstd
row group            closed at 32 MiB or 128 rows: a random group is read in about 0.1 s
dictionary           only columns of few values; statistics only where a filter uses them: small footers
Arrow batches        a row group each, with statistics: decisions are small, many, and looked up by number
page index           on, the Hugging Face viewer asks for it
`huggingface` key    makes `load_dataset("parquet")` show images
"""

import hashlib
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import IO, TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq

from vlcorpus.schemas.arrow import arrow_schema, record_batch
from vlcorpus.schemas.heap import trim_heap
from vlcorpus.schemas.row import Row

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

GROUP_BYTES = 32 << 20
GROUP_ROWS = 128
PIECE_BYTES = 4 << 20
_DICTIONARY = (
    "domain",
    "task",
    "stage",
    "mode",
    "source",
    "license",
    "lang",
    "reason",
    "label_source",
    "engine",
)
_STATISTICS = ("id", "domain", "n_tokens")
_IMAGE = pa.struct([("bytes", pa.binary()), ("path", pa.string())])


@dataclass(frozen=True)
class ShardFacts:
    """What a commit says of a file."""

    rows: int
    bytes: int
    sha256: str


def write_shard(stream: IO[bytes], row_type: type, rows: Iterable) -> ShardFacts:
    """Write `rows` (dataclasses of `row_type`, or Arrow batches of them) to `stream`.

    One row group is in memory at a time.
    """
    sink = _Digesting(stream)
    n_rows = 0
    groups = _row_groups(rows)
    first = next(groups, [])
    options = writer_options(row_type, media_repeat=isinstance(first, list) and _repeats(first))
    with pq.ParquetWriter(sink, shard_schema(row_type), **options) as writer:
        for group in chain([first], groups):
            if isinstance(group, pa.RecordBatch):
                writer.write_batch(group.cast(shard_schema(row_type)), row_group_size=max(1, len(group)))
                n_rows += len(group)
            elif group:
                n_rows += _write_group(writer, row_type, group)
    return ShardFacts(rows=n_rows, bytes=sink.written, sha256=sink.digest.hexdigest())


def _row_groups(rows: Iterable) -> Iterator[list | pa.RecordBatch]:
    """Yield rows in lists that are a row group each, and Arrow batches as they come.

    A full group waits for the row after it: then the stages have let go of its last row, which may hold
    25 MB of pages, and writing is what takes most memory.
    """
    group: list = []
    group_bytes = 0
    for row in rows:
        if isinstance(row, pa.RecordBatch):
            yield row
            continue
        if len(group) == GROUP_ROWS or group_bytes >= GROUP_BYTES:
            yield group
            group, group_bytes = [], 0
        group.append(row)
        group_bytes += media_bytes(row)
    if group:
        yield group


def _repeats(group: list) -> bool:
    """Tell whether fewer than half of the media differ: samples of one image follow each other."""
    found = [content for row in group for content in _media(row)]
    return 2 * len(set(found)) < len(found)


def media_bytes(row: object) -> int:
    """Return the size of the media in a row, and of its own bytes: what fills a row group."""
    return sum(map(len, _media(row)))


def _media(row: object) -> Iterator[bytes]:
    row_type: type = type(row)
    for name, kind in _byte_columns(row_type):
        value = getattr(row, name)
        if value is None:
            continue
        if kind == "bytes":
            yield value
        else:
            yield from (m.bytes for m in (value if kind == "many" else (value,)) if m and m.bytes)


@cache
def _byte_columns(row_type: type) -> tuple[tuple[str, str], ...]:
    """Return the columns that hold bytes, and how: as `bytes`, in `one` medium or in `many`."""
    found = []
    for field in arrow_schema(row_type):
        if pa.types.is_binary(field.type):
            found.append((field.name, "bytes"))
        elif _has_bytes(field.type):
            found.append((field.name, "one"))
        elif pa.types.is_list(field.type) and _has_bytes(field.type.value_type):
            found.append((field.name, "many"))
    return tuple(found)


def _has_bytes(arrow_type: pa.DataType) -> bool:
    return pa.types.is_struct(arrow_type) and arrow_type.get_field_index("bytes") >= 0


@cache
def shard_schema(row_type: type) -> pa.Schema:
    """Return the row's schema with the metadata by which `datasets` decodes its images.

    `datasets` takes the metadata only where the column equals its own idea of it, and that is nullable
    throughout.
    """
    schema = arrow_schema(row_type)
    features: dict[str, dict] = {}
    for index, field in enumerate(schema):
        if _is_image(field.type):
            features[field.name] = {"_type": "Image"}
            schema = schema.set(index, pa.field(field.name, _IMAGE))
        elif pa.types.is_list(field.type) and _is_image(field.type.value_type):
            features[field.name] = {"_type": "List", "feature": {"_type": "Image"}}
            schema = schema.set(index, pa.field(field.name, pa.list_(_IMAGE)))
    return schema.with_metadata(
        {"huggingface": json.dumps({"info": {"features": features}})} if features else None
    )


def _is_image(arrow_type: pa.DataType) -> bool:
    return pa.types.is_struct(arrow_type) and [f.name for f in arrow_type] == ["bytes", "path"]


def _write_group(writer: pq.ParquetWriter, row_type: type, group: list) -> int:
    """Write the rows and empty the list. They turn into Arrow piece by piece: no second copy of the group."""
    n_rows, schema = len(group), shard_schema(row_type)
    n_bytes = sum(map(media_bytes, group))
    step = max(1, n_rows * PIECE_BYTES // max(PIECE_BYTES, n_bytes))
    batches = []
    while group:
        batches.append(record_batch(row_type, group[:step], schema))
        del group[:step]
    trim_heap()
    writer.write_table(pa.Table.from_batches(batches, schema), row_group_size=n_rows)
    del batches
    pa.default_memory_pool().release_unused()
    return n_rows


@cache
def writer_options(row_type: type, *, media_repeat: bool = False) -> dict:
    leaves = _leaf_paths(shard_schema(row_type))
    is_media = issubclass(row_type, Row)  # and not a decision on one
    raw = {name for name, kind in _byte_columns(row_type) if kind == "bytes"}
    raw.update(path for path in leaves if path.endswith(".bytes"))
    return {
        "version": "2.6",
        "store_schema": True,
        "write_page_index": True,
        # A page ends at 1 MiB, but only after so many rows: by default a group of images is one page, which
        # costs 95 MB and four times the time (measured).
        "write_batch_size": 8 if is_media else 1024,
        "compression": {path: "NONE" if path in raw and not media_repeat else "ZSTD" for path in leaves},
        "use_dictionary": [path for path in leaves if path.split(".")[0] in _DICTIONARY],
        "write_statistics": [path for path in leaves if path in _STATISTICS or not (is_media or path in raw)],
        # The default is made for a million values, and takes 0.15 s of every group.
        "bloom_filter_options": {"id": {"ndv": GROUP_ROWS, "fpp": 0.01}} if is_media else None,
    }


@cache
def _leaf_paths(schema: pa.Schema) -> tuple[str, ...]:
    """Return Parquet's own dotted paths of the leaf columns, read off an empty file."""
    empty = io.BytesIO()
    pq.write_table(schema.empty_table(), empty)
    columns = pq.ParquetFile(empty).schema
    return tuple(columns.column(i).path for i in range(len(columns)))


class _Digesting(io.RawIOBase):
    """A file that hashes what is written, so that the shard is not read again for its checksum."""

    def __init__(self, stream: IO[bytes]):
        self._stream = stream
        self.digest = hashlib.sha256()
        self.written = 0

    def writable(self) -> bool:
        return True

    def write(self, data: "ReadableBuffer") -> int:
        n_bytes = memoryview(data).nbytes
        self._stream.write(data)
        self.digest.update(data)
        self.written += n_bytes
        return n_bytes

    def tell(self) -> int:
        return self.written
