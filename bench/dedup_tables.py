"""Our side of bench-dedup: the tables of the pipeline's semantic dedup, over a committed table of vectors."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from vlcorpus.catalogs.sources.source import Item, Partition, Source
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.runtime.dag import Pipeline, Table
from vlcorpus.pipelines.runtime.run import RunOptions, run
from vlcorpus.pipelines.semantic_dedup import DedupConfig, semantic_dedup
from vlcorpus.pipelines.steps.columns import batch, hex_ids, parse_ids
from vlcorpus.pipelines.steps.step import Step
from vlcorpus.schemas.arrow import Float32
from vlcorpus.schemas.vectors import column
from vlcorpus.stages.stage import Chain

PARTITION_ROWS = 20_000
LOCAL = RunOptions(executor="local")


@dataclass(slots=True, kw_only=True)
class VectorRow:
    id: str
    score: Float32
    vector: bytes


@dataclass(frozen=True)
class VectorFile(Source):
    """The rows of a .npy file of float16."""

    path: str

    def list_items(self) -> list[Item]:
        n = len(np.load(self.path, mmap_mode="r"))
        starts = range(0, n, PARTITION_ROWS)
        return [Item(f"{s:012d}", self.path, 0, n_rows=min(PARTITION_ROWS, n - s)) for s in starts]

    def partitions(self, items: list[Item]) -> list[Partition]:
        return [Partition(index, (item,)) for index, item in enumerate(items)]

    def read(self, partition: Partition) -> Iterator[pa.RecordBatch]:
        vectors = np.load(self.path, mmap_mode="r")
        start = int(partition.items[0].key)
        for first in range(start, start + partition.items[0].n_rows, 128):  # a row group of the captions
            part = vectors[first : min(first + 128, start + partition.items[0].n_rows)]
            ids = np.zeros((len(part), 16), np.uint8)
            ids[:, 8:] = np.arange(first, first + len(part), dtype=">u8").view(np.uint8).reshape(-1, 8)
            yield batch(VectorRow, id=hex_ids(ids), score=np.ones(len(part)), vector=column(part))

    def parameters(self) -> dict:
        return {"path": self.path}


def rows(folder: Path) -> Table:
    return Table("rows", Chain(VectorFile(str(folder / "vectors.npy")), ()), row=VectorRow)


def write_rows(folder: Path) -> None:
    """Commit the table that is deduplicated."""
    run(Pipeline("bench", rows(folder)), str(folder / "out"), LOCAL, config={})


def decisions(folder: Path, threshold: float) -> Table:
    cfg = DedupConfig(threshold=threshold)
    return semantic_dedup(rows(folder), cfg, vector="vector", score=("score",), seed=0)


def planned(n: int, d: int) -> float:
    """Return the CPU seconds that the steps say they need."""
    tables = Pipeline("bench", decisions(Path(), 0.9)).tables()
    sources = (table.source("") for table in tables)
    return sum(source.cost(n, d).cpu_s for source in sources if isinstance(source, Step))


def dedup(folder: Path, threshold: float) -> np.ndarray:
    """Make the decisions; return a number of each row's group, that of its own for a row without one."""
    run(Pipeline("bench", decisions(folder, threshold)), str(folder / "out"), LOCAL, config={})
    store = TableStore(str(folder / "out/bench/duplicates"))
    groups = []
    for index in store.committed():
        with store.open_shard(index) as shard:
            found = shard.read(["id", "group"])
        ids = parse_ids(pc.coalesce(found["group"], found["id"]))
        groups.append(ids[:, 8:].copy().view(">u8").ravel().astype(np.int64))
    return np.concatenate(groups)
