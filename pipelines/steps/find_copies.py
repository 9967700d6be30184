"""Find rows with the same image: equal files, and files whose images look the same.

The map side gives each image to a bucket for each band of its perceptual hash; two hashes that differ in few
bits are equal in one (`stages/dedup/hamming.py`). The reduce side compares what meets in a bucket: a file of
another digest must have nearly the sides, and nearly the look (`stages/dedup/thumbnail.py`), of its copy.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil
from typing import ClassVar

import numpy as np
import pyarrow as pa

from vlcorpus.catalogs.sources.source import Item, Partition
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.steps.columns import (
    batch,
    packed_ids,
    parse_ids,
    positions,
    ranks,
    read_columns,
    unpacked_ids,
)
from vlcorpus.pipelines.steps.cost import GROUP_FOOTER_BYTES, HEX_ID_BYTES, NEAR_FRACTION, PAIR_BYTES, Cost
from vlcorpus.pipelines.steps.fill_buckets import MAP_ROWS, MAX_MAPS, n_maps
from vlcorpus.pipelines.steps.pair_rows import Compared, pair_rows
from vlcorpus.pipelines.steps.step import Step, by_rows, index_of, items_of, n_rows_of
from vlcorpus.schemas.dedup import CopyBucketRow
from vlcorpus.stages.dedup.buckets import equal_rows
from vlcorpus.stages.dedup.hamming import RADIUS, bands, pairs_of_band
from vlcorpus.stages.dedup.leading_pairs import leading_pairs
from vlcorpus.stages.dedup.near_pairs import NEARLY_ONE
from vlcorpus.stages.dedup.pairs import Pairs
from vlcorpus.stages.dedup.survivors import staying_order
from vlcorpus.stages.dedup.thumbnail import MAX_ASPECT_DIFFERENCE, THUMBNAIL_BYTES, look_alike

BUCKETS = 1 << 16  # a band has 13 bits
GROUP_ROWS = 4096  # ours: rows of a row group, 2 MB: a task reads those that reach into its buckets
TASK_ROWS = 250_000  # ours: 125 MB
MAX_TASKS = 1000  # ours: every task opens every shard
ENTRY_BYTES = THUMBNAIL_BYTES + 50
TEXT_COUNTS = 1e6  # ours: a copy that has a text stays, whatever their sizes are
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)  # 2^64 / golden ratio
COMPARISON_S = 1e-8  # CPU seconds to compare two hashes


@dataclass(frozen=True)
class FillCopyBuckets(Step):
    """The largest of several copies stays, and one with a text before one without."""

    table: TableStore

    def cost(self, n: int, d: int) -> Cost:
        read, written = n * (HEX_ID_BYTES + ENTRY_BYTES), (RADIUS + 1) * n * ENTRY_BYTES
        tasks = n_maps(n)
        return Cost.of(
            tasks=tasks, rows=(RADIUS + 1) * n, read=read, written=written, held=2 * written / tasks
        )

    def partitions(self, items: list[Item]) -> list[Partition]:
        return by_rows(items, max(MAP_ROWS, n_rows_of(*items) // MAX_MAPS))

    def read(self, partition: Partition) -> Iterator[pa.RecordBatch]:
        names = ("id", "perceptual_hash", "digest", "width_px", "height_px", "text", "thumbnail")
        items = [item for item in partition.items if item.n_rows]
        if not items:
            return
        rows = pa.concat_tables([read_columns(self.table, item, *names) for item in items])
        ids, position = parse_ids(rows["id"]), np.concatenate([positions(item) for item in items])
        hashes, digest = rows["perceptual_hash"].to_numpy(), rows["digest"].to_numpy()
        width, height = (rows[side].to_numpy().astype(float) for side in ("width_px", "height_px"))
        has_text = np.array([bool(text) for text in rows["text"].to_pylist()])
        score = width * height * np.where(has_text, TEXT_COUNTS, 1.0)
        thumbnails = np.frombuffer(b"".join(rows["thumbnail"].to_pylist()), np.uint8).reshape(
            -1, THUMBNAIL_BYTES
        )
        bucket = np.stack([_buckets(value, band) for band, value in enumerate(bands(hashes))], axis=1)
        order = np.argsort(bucket.ravel(), kind="stable")
        for start in range(0, len(order), GROUP_ROWS):
            entries = order[start : start + GROUP_ROWS]
            row, band = np.divmod(entries, RADIUS + 1)
            yield batch(
                CopyBucketRow,
                bucket=bucket.ravel()[entries],
                band=band,
                hash=hashes[row],
                digest=digest[row],
                aspect=width[row] / height[row],
                position=position[row],
                id=packed_ids(ids[row]),
                score=score[row],
                thumbnail=pa.array(
                    [thumbnails[one].tobytes() for one in row.tolist()], pa.binary(THUMBNAIL_BYTES)
                ),
            )


def _buckets(value: np.ndarray, band: int) -> np.ndarray:
    mixed = (value + np.uint64(band + 1)) * _MULTIPLIER
    mixed = (mixed ^ (mixed >> np.uint64(32))) * _MULTIPLIER
    return (mixed >> np.uint64(48)).astype(np.int64)


@dataclass(frozen=True)
class FindCopies(Step):
    """A task per run of buckets: it reads the row groups that reach into it."""

    version: ClassVar[str] = "2"

    buckets: TableStore

    def cost(self, n: int, d: int) -> Cost:
        entries = (RADIUS + 1) * n
        tasks = _n_tasks(entries)
        # Two hashes meet that are equal in a band, 13 bits, and in a fifth of the rest, 10 bits.
        compared_s = COMPARISON_S * (RADIUS + 1) ** 2 * n * n / 2 / 2**23
        footers = tasks * entries / GROUP_ROWS * GROUP_FOOTER_BYTES
        return Cost.of(
            tasks=tasks,
            rows=entries,
            spent_s=compared_s,
            read=2 * entries * ENTRY_BYTES + footers,
            written=NEAR_FRACTION * n * PAIR_BYTES,
            held=2 * entries / tasks * ENTRY_BYTES,
        )

    def partitions(self, items: list[Item]) -> list[Partition]:
        tasks = _n_tasks(n_rows_of(*items))
        return [Partition(number, tuple(items)) for number in range(tasks)]

    def read(self, partition: Partition) -> Iterator[pa.RecordBatch]:
        items = items_of(self.buckets, partition.items)
        tasks = _n_tasks(n_rows_of(*items))
        low, high = (BUCKETS * (partition.index + more) // tasks for more in (0, 1))
        groups = [group for item in items if item.n_rows for group in self._row_groups(item, low, high)]
        if not groups:
            return
        rows = pa.concat_tables(groups)
        bucket = rows["bucket"].to_numpy()
        rows = rows.filter(pa.array((bucket >= low) & (bucket < high)))
        if not len(rows):
            return
        names = ("band", "position", "score")
        band, position, score = (rows[name].to_numpy() for name in names)
        ids = unpacked_ids(rows["id"])
        place = staying_order(ranks(ids), score)
        pairs = leading_pairs(place, _copies(rows, band, place))
        yield from pair_rows(pairs, Compared(ids, position, score, band, tells_equals=band == 0))

    def _row_groups(self, item: Item, low: int, high: int) -> Iterator[pa.Table]:
        with self.buckets.open_shard(index_of(item)) as shard:
            for number in range(shard.num_row_groups):
                reach = shard.metadata.row_group(number).column(0).statistics
                if reach.max >= low and reach.min < high:
                    yield shard.read_row_group(number)


def _n_tasks(entries: int) -> int:
    return min(MAX_TASKS, max(1, ceil(entries / TASK_ROWS)))


def _copies(rows: pa.Table, band: np.ndarray, place: np.ndarray) -> Iterator[Pairs]:
    """Yield the pairs of copies among the entries of some buckets, band by band."""
    hashes, digest, aspect = (rows[name].to_numpy() for name in ("hash", "digest", "aspect"))
    thumbnails = np.frombuffer(b"".join(rows["thumbnail"].to_pylist()), np.uint8).reshape(-1, THUMBNAIL_BYTES)
    sides = np.log(aspect.astype(float))
    for number in range(RADIUS + 1):
        here = np.flatnonzero(band == number)
        here = here[np.argsort(place[here])]
        first, first_of = equal_rows(digest[here])
        later = np.flatnonzero(first_of != np.arange(len(here)))
        if len(later):
            yield Pairs(here[first_of[later]], here[later], np.ones(len(later), np.float32))
        distinct = here[first]
        for pairs in pairs_of_band(hashes[distinct], number):
            i, j = distinct[pairs.i], distinct[pairs.j]
            alike = np.abs(sides[i] - sides[j]) <= MAX_ASPECT_DIFFERENCE
            alike[alike] = look_alike(thumbnails, i[alike], j[alike])
            if alike.any():
                yield Pairs(i[alike], j[alike], np.minimum(pairs.similarity[alike], NEARLY_ONE))
