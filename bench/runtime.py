"""Rows/s of a whole run on Ray against the same stages in a bare multiprocessing loop.

Both read the same files, pass the same stages, write the same rows to Parquet, on two cores, in one call of
this script. Ours commits, hashes, syncs and keeps books besides. Steady state: the clock runs from the first
tenth of the partitions to the last one, on both sides, so that neither Ray's start nor a pool's is in it.
Rounds alternate, and the median ratio counts. The last line is the result as one JSON object: `efficiency` is
the lower one of `cheap` and `dear`; `header_only` is a stage of 0.1 ms, at which the price of a row's way
through any runtime begins to show.

    python -m bench.runtime [--seconds 10] [--rounds 3]
"""

import argparse
import json
import multiprocessing
import os
import statistics
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
from PIL import Image

from bench.image_samples import pipeline
from vlcorpus.catalogs.sources.source import Partition
from vlcorpus.catalogs.tables.shards import shard_schema, writer_options
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.runtime import ray_environment
from vlcorpus.pipelines.runtime.dag import Pipeline
from vlcorpus.pipelines.runtime.run import RunOptions, Watcher, run
from vlcorpus.schemas.arrow import record_batch
from vlcorpus.schemas.sample import Sample

WORKERS = 2
# Roughly, of one core: sizes the input to the seconds wanted.
ROWS_PER_S = {"header_only": 3000, "cheap": 800, "dear": 150}
PER_PARTITION = {"header_only": 2048, "cheap": 1024, "dear": 64}
# For both sides: else glibc gives the heap back after each image of the bare loop, which costs it a fifth
# of its speed on the dear stage and would flatter us. (Our generators hold one until the next is there.)
MALLOC_KEEPS_MEMORY = {"MALLOC_TRIM_THRESHOLD_": "268435456", "MALLOC_MMAP_THRESHOLD_": "134217728"}
TEN_IMAGES_LIMIT = {"wall_s": 3.0, "rss_mb": 400}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--seconds", type=float, default=10, help="of work per side and round")
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    os.environ.update(MALLOC_KEEPS_MEMORY)
    ray_environment.prepare(None)
    result = {}
    with tempfile.TemporaryDirectory(prefix="vlcorpus-bench-") as folder:
        for kind in ROWS_PER_S:
            result[kind] = compare(kind, Path(folder), arguments.seconds, arguments.rounds)
        result["ten_images"] = ten_images(Path(folder))
    result["efficiency"] = min(result[kind]["efficiency"] for kind in ("cheap", "dear"))
    print(json.dumps(result))


def compare(kind: str, folder: Path, seconds: float, rounds: int) -> dict:
    """Measure both sides in turn; return medians."""
    from vlcorpus.pipelines.runtime.on_ray import local_cluster

    n_files = max(20 * PER_PARTITION[kind], int(ROWS_PER_S[kind] * WORKERS * seconds))
    images = draw(folder / kind, n_files)
    ratios, ours, bare = [], [], []
    with local_cluster(WORKERS):
        for number in range(rounds):
            bare.append(bare_loop(kind, images, folder / f"{kind}-bare-{number}"))
            ours.append(whole_run(kind, images, folder / f"{kind}-ours-{number}"))
            ratios.append(ours[-1] / bare[-1])
            print(f"{kind}: ours {ours[-1]:.1f} rows/s, bare {bare[-1]:.1f} rows/s, {ratios[-1]:.1%}")
    return {
        "efficiency": round(statistics.median(ratios), 3),
        "rows_per_s": round(statistics.median(ours), 1),
        "bare_rows_per_s": round(statistics.median(bare), 1),
        "rows": n_files,
    }


def draw(folder: Path, n: int) -> Path:
    """Write `n` JPEGs of 512 x 384 px; 64 are drawn, the rest are links to them under other names."""
    folder.mkdir()
    rng = np.random.default_rng(0)
    for number in range(n):
        path = folder / f"{number:06d}.jpg"
        if number < 64:
            coarse = rng.integers(0, 255, (24, 32, 3), dtype=np.uint8)
            Image.fromarray(coarse).resize((512, 384), Image.Resampling.BICUBIC).save(path, quality=92)
        else:
            os.link(folder / f"{number % 64:06d}.jpg", path)
    return folder


class Clock(Watcher):
    """Notes when each partition was done."""

    def __init__(self):
        self.done: list[tuple[float, int]] = []

    def committed(self, commit) -> None:
        self.done.append((time.monotonic(), commit.rows))

    def rows_per_s(self) -> float:
        """Return the speed after the first tenth of the partitions."""
        self.done.sort()
        warm = max(WORKERS, len(self.done) // 10)
        seconds = self.done[-1][0] - self.done[warm - 1][0]
        return sum(rows for _, rows in self.done[warm:]) / seconds


def whole_run(kind: str, images: Path, output: Path) -> float:
    clock = Clock()
    run(pipeline(kind, images, PER_PARTITION[kind]), str(output), RunOptions("ray"), config={}, watcher=clock)
    _delete_data(output / "bench/samples/data")
    return clock.rows_per_s()


def bare_loop(kind: str, images: Path, output: Path) -> float:
    """Do what a careful person's script does: a pool, a loop over stages, one Parquet file per chunk."""
    output.mkdir()
    built = pipeline(kind, images, PER_PARTITION[kind])
    source = built.samples.source("")
    partitions = source.partitions(source.items())
    clock = Clock()
    with multiprocessing.get_context("spawn").Pool(WORKERS) as pool:
        for rows in pool.imap_unordered(partial(bare_chunk, built, output), partitions):
            clock.done.append((time.monotonic(), rows))
    _delete_data(output)
    return clock.rows_per_s()


def bare_chunk(built: Pipeline, output: Path, partition: Partition) -> int:
    n_rows = 0
    options = writer_options(Sample)
    schema = shard_schema(Sample)
    with pq.ParquetWriter(output / f"{partition.index}.parquet", schema, **options) as writer:
        group = []
        for row in built.samples.source("").read(partition):
            for stage in built.samples.stages:
                row = stage.each(row)
            group.append(row)
            if len(group) == 128:
                writer.write_batch(record_batch(Sample, group, schema))
                n_rows, group = n_rows + len(group), []
        if group:
            writer.write_batch(record_batch(Sample, group, schema))
            n_rows += len(group)
    return n_rows


def ten_images(folder: Path) -> dict:
    """Run ten images on the local executor in a process of its own:

    seconds and peak memory, start-up included.
    """
    images = draw(folder / "ten", 10)
    code = (
        "import sys; from pathlib import Path; from bench.image_samples import pipeline; "
        "from vlcorpus.pipelines.runtime.run import RunOptions, run; "
        "run(pipeline('dear', Path(sys.argv[1]), 32), sys.argv[2], RunOptions('auto'), config={})"
    )
    walls, peaks = [], []
    for number in range(3):
        output = folder / f"ten-out-{number}"
        began = time.monotonic()
        process = subprocess.Popen([sys.executable, "-c", code, str(images), str(output)])
        _, status, usage = os.wait4(process.pid, 0)
        walls.append(time.monotonic() - began)
        peaks.append(usage.ru_maxrss / 1024)
        rows = sum(commit.rows for commit in TableStore(f"{output}/bench/samples").commits())
        if status or rows != 10:
            raise SystemExit(f"ten images gave {rows} rows, status {status}")
    result = {"wall_s": round(statistics.median(walls), 2), "rss_mb": round(max(peaks))}
    print(f"ten images, local executor: {result} (limits {TEN_IMAGES_LIMIT})")
    return result


def _delete_data(folder: Path) -> None:
    """Free the disk between rounds."""
    for path in folder.glob("*.parquet"):
        path.unlink()


if __name__ == "__main__":
    main()
