"""The light columns of a row: what statistics ask of it, a hundred bytes without its media and texts."""

from typing import Any, Literal

import pyarrow as pa
import pyarrow.parquet as pq

from vlcorpus.catalogs.tables.commit_log import part
from vlcorpus.catalogs.tables.storage import Storage
from vlcorpus.schemas.arrow import arrow_schema
from vlcorpus.schemas.rejection import Rejection
from vlcorpus.schemas.sample import Sample

Kind = Literal["data", "rejects"]  # kind of a shard, and the folder of a table in which it lies
_OF_SAMPLES = (
    *("id", "source", "source_key", "license", "domain", "task", "stage", "mode", "lang", "trainable"),
    *("n_tokens", "n_text_tokens", "n_vision_tokens", "n_loss_tokens", "tokenizer_id"),
    *("label_source", "engine", "model"),
)
_OF_REJECTIONS = ("source", "stage", "reason")
_PLACE = [pa.field("partition", pa.int64()), pa.field("file_row_number", pa.int64())]
_SIZE = pa.struct([("width_px", pa.int32()), ("height_px", pa.int32())])


def _fields(row_type: type, names: tuple[str, ...]) -> list[pa.Field]:
    """Return columns of a row type, nullable: a shard may be older than a column."""
    return [pa.field(name, arrow_schema(row_type).field(name).type) for name in names]


_IMAGE_INFO = pa.field("image_info", pa.list_(pa.field("element", _SIZE)))
LIGHT: dict[Kind, pa.Schema] = {
    "data": pa.schema([*_PLACE, *_fields(Sample, _OF_SAMPLES), _IMAGE_INFO]),
    "rejects": pa.schema([*_PLACE, *_fields(Rejection, _OF_REJECTIONS)]),
}
_PATHS: dict[Kind, list[str]] = {  # the columns that are read of a shard, as Parquet names them
    "data": [*_OF_SAMPLES, *(f"image_info.list.element.{field.name}" for field in _SIZE)],
    "rejects": [*_OF_REJECTIONS],
}


def read_light_rows(files: Storage, kind: Kind, partition: int, facts: dict[str, Any]) -> pa.Table:
    """Return the light columns of a committed shard, of whose file `facts` are what the commit says.

    Raises OSError or ArrowException where it cannot be read, or is another file.
    """
    with files.fs.open_input_file(files.path(kind, f"{part(partition)}.parquet")) as stream:
        shard = pq.ParquetFile(stream, pre_buffer=True)
        if (stream.size(), shard.metadata.num_rows) != (facts["bytes"], facts["rows"]):
            raise pa.ArrowInvalid("its size, or its rows, are not those of the commit")
        found = shard.read(_PATHS[kind], use_threads=False)
    n = len(found)
    columns = {name: found[name] for name in found.column_names}
    columns["partition"] = pa.repeat(pa.scalar(partition, pa.int64()), n)
    columns["file_row_number"] = pa.array(range(n), pa.int64())
    schema = LIGHT[kind]
    return pa.table([_fitted(columns.get(field.name), field.type, n) for field in schema], schema)


def _fitted(values: pa.ChunkedArray | None, kind: pa.DataType, n: int) -> pa.ChunkedArray | pa.Array:
    return pa.nulls(n, kind) if values is None else values.cast(kind)
