"""Contact sheets: the first images of each kind of a domain's samples, with their boxes and points.

A card of generated scenes shows one for each discipline. The key of `meta` that sheets are made by stands in
`datasheet.yaml`. Samples are read in the order of partitions, and only the first of them: the same corpus
gives the same sheets, byte for byte, and a corpus of a billion rows as soon as a small one.
"""

import base64
import io
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

import duckdb
import PIL.Image
import PIL.ImageDraw
import pyarrow as pa
import pyarrow.parquet as pq

from vlcorpus.catalogs.tables.filesystem import filesystem
from vlcorpus.schemas.open_image import open_image

FIRST_ROWS = 4096  # that tiles are chosen from
COLUMNS, PER_TASK, TILES = 4, 4, 12
TILE_PX, GAP_PX = 300, 8
_COLORS = ("#d62828", "#1d6fd1", "#2a9d3a", "#b5179e", "#e07b00", "#0f8b8d")
_GROUND, _LINE_PX, _POINT_PX, _QUALITY = "#e9ebef", 2, 5, 80
_UNUSUAL = re.compile(r"[^\w-]+")  # in the name of a file
_SHARDS = """
    select path from shards where kind = 'data' and (output, pipeline, table_name) in (
        select (output, pipeline, table_name) from samples where domain = $domain)
    order by output, pipeline, table_name, partition"""


@dataclass(frozen=True)
class ContactSheet:
    name: str  # what all its tiles are of
    jpeg: bytes

    @property
    def file_name(self) -> str:
        """Return its name beside the card: a row's words lead into no other folder."""
        return f"sheet-{_UNUSUAL.sub('_', self.name)}.jpg"

    @property
    def title(self) -> str:
        return self.name.replace("_", " ").capitalize()

    @property
    def data_uri(self) -> str:
        return "data:image/jpeg;base64," + base64.b64encode(self.jpeg).decode()


@dataclass
class _Tiles:
    images: list[PIL.Image.Image] = field(default_factory=list)
    parents: set[str] = field(default_factory=set)  # what samples were made of: nothing is shown twice
    tasks: Counter[str] = field(default_factory=Counter)

    def wants(self, row: dict) -> bool:
        return (
            len(self.images) < TILES
            and self.tasks[row["task"]] < PER_TASK
            and self.parents.isdisjoint(row["parents"])
        )

    def add(self, row: dict, content: bytes | None) -> None:
        """Take a row in; one whose image is not there or does not open is left out."""
        if not content:
            return
        try:
            with open_image(content) as image:
                self.images.append(_tile(image, row["objects"]))
        except (OSError, ValueError, SyntaxError, PIL.Image.DecompressionBombError):
            return  # `verify` tells of it
        self.tasks[row["task"]] += 1
        self.parents.update(row["parents"])


def draw_sheets(connection: duckdb.DuckDBPyConnection, domain: str, key: str) -> list[ContactSheet]:
    """Return a sheet for each value of a key of `meta`, by name, of samples that frame or point at things."""
    paths = [path for (path,) in connection.execute(_SHARDS, {"domain": domain}).fetchall()]
    sheets: dict[str, _Tiles] = {}
    samples = (found for path in paths for found in _samples(path, domain))
    for group, index, row in islice(samples, FIRST_ROWS):
        if not row["objects"]:
            continue
        name = str(json.loads(row["meta"]).get(key, domain)).partition("/")[0]  # `clocks/2` is a version
        tiles = sheets.setdefault(name, _Tiles())
        if tiles.wants(row):
            tiles.add(row, group.image(index))
    return [ContactSheet(name, _jpeg(tiles.images)) for name, tiles in sorted(sheets.items()) if tiles.images]


@dataclass
class _Group:
    """A row group of a shard, whose images are read when one of them is wanted."""

    file: pq.ParquetFile
    number: int

    def rows(self) -> list[dict]:
        columns = ["domain", "task", "meta", "parents", "objects"]
        return self.file.read_row_group(self.number, columns=columns).to_pylist()

    @cached_property
    def _images(self) -> pa.ChunkedArray:
        return self.file.read_row_group(self.number, columns=["images.list.element.bytes"])["images"]

    def image(self, index: int) -> bytes | None:
        """Return the first image of a row; None where the shard does not hold it."""
        images = self._images[index].as_py()
        return images[0]["bytes"] if images else None


def _samples(path: str, domain: str) -> Iterator[tuple[_Group, int, dict]]:
    """Yield the samples of a shard, each with the group and the place in which it lies."""
    fs, inside = filesystem(path)
    with fs.open_input_file(inside) as stream:
        file = pq.ParquetFile(stream)
        for number in range(file.num_row_groups):
            group = _Group(file, number)
            for index, row in enumerate(group.rows()):
                if row["domain"] == domain:
                    yield group, index, row


def _tile(image: PIL.Image.Image, objects: list[dict]) -> PIL.Image.Image:
    """Return the image in the size of a tile, with its boxes and points in colours that take turns."""
    tile = image.convert("RGB")
    scale = TILE_PX / max(tile.size)
    tile = tile.resize((round(tile.width * scale), round(tile.height * scale)), PIL.Image.Resampling.LANCZOS)
    canvas = PIL.ImageDraw.Draw(tile)
    for number, thing in enumerate(objects):
        color = _COLORS[number % len(_COLORS)]
        if box := thing["bbox_px"]:
            canvas.rectangle([value * scale for value in box], outline=color, width=_LINE_PX)
        elif point := thing["point_px"]:
            x, y = (value * scale for value in point)
            canvas.circle((x, y), _POINT_PX, outline="white", fill=color)
    return tile


def _jpeg(tiles: list[PIL.Image.Image]) -> bytes:
    n_rows = -(-len(tiles) // COLUMNS)
    step = TILE_PX + GAP_PX
    sheet = PIL.Image.new("RGB", (min(COLUMNS, len(tiles)) * step + GAP_PX, n_rows * step + GAP_PX), _GROUND)
    for number, tile in enumerate(tiles):
        row, column = divmod(number, COLUMNS)
        left, top = column * step + GAP_PX, row * step + GAP_PX
        sheet.paste(tile, (left + (TILE_PX - tile.width) // 2, top + (TILE_PX - tile.height) // 2))
    out = io.BytesIO()
    sheet.save(out, "JPEG", quality=_QUALITY)
    return out.getvalue()
