"""A few samples to look at: a thumbnail, the task, the head of the answer."""

import base64
import io
from dataclasses import dataclass

import duckdb
import PIL.Image
import pyarrow.parquet as pq

from vlcorpus.catalogs.tables.filesystem import filesystem
from vlcorpus.schemas.open_image import open_image

SIDE_PX = 320
ANSWER_CHARS = 220


@dataclass(frozen=True)
class Example:
    id: str
    task: str
    source_key: str
    license: str | None
    answer: str  # its first characters
    thumbnail: str | None  # data URI; None for an image that is not in the shard or does not decode
    width_px: int
    height_px: int


def draw_examples(connection: duckdb.DuckDBPyConnection, domain: str, n: int) -> list[Example]:
    """Return `n` samples that show an image, each task in turn, the same ones each time."""
    drawn = connection.execute(
        """
        with candidates as (
            select id, task, source_key, license, output, pipeline, table_name, partition, file_row_number,
                   image_info, row_number() over (partition by task order by id) as turn
            from samples where domain = $domain and len(image_info) > 0
        ), drawn as (
            from candidates where turn <= $n order by turn, task limit $n
        )
        select id, task, source_key, license, shards.path, file_row_number,
               image_info[1].width_px, image_info[1].height_px
        from drawn join shards using (output, pipeline, table_name, partition) where shards.kind = 'data'
        order by turn, task""",
        {"domain": domain, "n": n},
    ).fetchall()
    examples = []
    for id, task, key, license, path, number, width, height in drawn:
        answer, image = _answer_and_image(path, number)
        examples.append(
            Example(
                id=id,
                task=task,
                source_key=key,
                license=license,
                answer=answer[:ANSWER_CHARS],
                thumbnail=_thumbnail(image),
                width_px=width,
                height_px=height,
            )
        )
    return examples


def _answer_and_image(path: str, row_number: int) -> tuple[str, bytes | None]:
    """Read the first answer and the first image of a row: two columns of the one row group that holds it."""
    fs, inside = filesystem(path)
    with fs.open_input_file(inside) as stream:
        file = pq.ParquetFile(stream)
        for group in range(file.num_row_groups):
            n_rows = file.metadata.row_group(group).num_rows
            if row_number < n_rows:
                rows = file.read_row_group(group, columns=["messages", "images.list.element.bytes"])
                messages, images = (rows[name][row_number].as_py() for name in ("messages", "images"))
                said = (message["content"] for message in messages if message["role"] == "assistant")
                content = next(said, None) or [{}]
                return content[0].get("text") or "", images[0]["bytes"] if images else None
            row_number -= n_rows
    return "", None


def _thumbnail(content: bytes | None) -> str | None:
    if not content:
        return None
    try:
        with open_image(content) as image:
            image.draft("RGB", (SIDE_PX * 2, SIDE_PX * 2))
            small = image.convert("RGB")
    except (OSError, ValueError, SyntaxError, PIL.Image.DecompressionBombError):
        return None  # `verify` tells of it
    small.thumbnail((SIDE_PX, SIDE_PX))
    out = io.BytesIO()
    small.save(out, "JPEG", quality=82)
    return "data:image/jpeg;base64," + base64.b64encode(out.getvalue()).decode()
