"""What rows that are generated cost: some are made in a folder that is thrown away, and counted up."""

import math
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from vlcorpus.catalogs.query.quantities import human_bytes, human_duration
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.runtime.dag import Pipeline
from vlcorpus.pipelines.runtime.run import RunOptions, run

WARM_ROWS = 8  # whose cost is that of loading libraries
TRIED_ROWS = 128

Build = Callable[[int], Pipeline]  # the pipeline that makes so many rows


@dataclass(frozen=True)
class Trial:
    """What rows cost one core here, from their numbers to a shard."""

    n_rows: int
    n_samples: int
    n_rejects: int
    n_bytes: int
    cpu_s: float


def try_rows(build: Build, n: int = TRIED_ROWS) -> Trial:
    """Make a few rows, then `n`, and return the cost of the latter."""
    _made(build(min(n, WARM_ROWS)))
    return _made(build(n))


def trial_lines(build: Build, n_rows: int, cores: int) -> Iterator[str]:
    """Say what so many rows would cost on so many cores, by a trial here: nothing else is written."""
    tried = try_rows(build, min(n_rows, TRIED_ROWS))
    table = build(n_rows).samples
    source = table.source("")
    n_partitions = len(source.partitions(source.items()))
    times = n_rows / tried.n_rows
    cpu_s = times * tried.cpu_s
    # No partition is cut: the last ones keep some cores waiting.
    wall_s = math.ceil(n_partitions / cores) * cpu_s / n_partitions
    yield (
        f"tried on {tried.n_rows:,} rows: {1000 * tried.cpu_s / tried.n_rows:.1f} ms of a core, "
        f"{human_bytes(tried.n_bytes / tried.n_rows)} and {tried.n_samples / tried.n_rows:.2g} samples "
        f"a row, {100 * tried.n_rejects / tried.n_rows:.2g} % rejected"
    )
    yield (
        f"{table.name}: {n_rows:,} rows in {n_partitions:,} partitions, {round(times * tried.n_samples):,} "
        f"samples, {human_bytes(times * tried.n_bytes)}, {cpu_s / 3600:,.1f} CPU hours: "
        f"{human_duration(wall_s)} on {cores:,} cores like this one"
    )


def _made(pipeline: Pipeline) -> Trial:
    with tempfile.TemporaryDirectory(prefix="vlcorpus-plan-") as folder:
        # Whatever share is rejected, that is what the trial tells.
        run(pipeline, folder, RunOptions("local", max_reject_rate=1.0), config={})
        table = TableStore(f"{folder}/{pipeline.name}/{pipeline.samples.name}")
        commits = list(table.commits())
    shards = [shard for commit in commits for shard in (commit.data, commit.rejects) if shard]
    return Trial(
        n_rows=sum(commit.stages[0].rows_in for commit in commits),
        n_samples=sum(commit.rows for commit in commits),
        n_rejects=sum(commit.n_rejects for commit in commits),
        n_bytes=sum(shard.bytes for shard in shards),
        cpu_s=sum(commit.cpu_s for commit in commits),
    )
