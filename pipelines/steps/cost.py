"""What a global step costs for n rows: tasks, bytes moved, CPU seconds, memory. Arithmetic and five rates.

The rates are of one core of the machine that bench-dedup ran on (2026-11), read off 1,000,000 vectors; the
benchmark prints how far its measurements at three sizes are from what is computed here. Clusters are of their
default size.
"""

from dataclasses import dataclass
from math import ceil

FLOPS = 40e9  # multiplications and additions of float32 matrices, per CPU second
READ = 1.5e9  # bytes per CPU second
WRITTEN = 0.5e9  # with their checksums
ROW_S = 1e-6  # CPU seconds per row: ids, sorting, columns
TASK_S = 0.03  # per task: opening, committing
PARTITION_ROWS = 10_000  # of captioned rows: a tar of img2dataset

# Bytes of a row, beside its vector.
ID_BYTES = 32
DECISION_BYTES = 48
BUCKET_BYTES = 33
NEAR_FRACTION = 0.2  # of the rows are in a pair: of a web crawl, more of a scrape of one site
GROUP_FOOTER_BYTES = 700  # of a row group of buckets, in the footer that each of its readers reads


@dataclass(frozen=True)
class Cost:
    tasks: int
    read_bytes: float
    written_bytes: float
    cpu_s: float
    task_bytes: float  # held by the largest task

    @classmethod
    def of(
        cls,
        *,
        tasks: int,
        rows: float,
        flops: float = 0,
        read: float = 0,
        written: float = 0,
        held: float = 0,
    ) -> "Cost":
        """Work out the CPU seconds from what is done to how many rows."""
        cpu_s = flops / FLOPS + read / READ + written / WRITTEN + rows * ROW_S + tasks * TASK_S
        return cls(tasks, read, written, cpu_s, held)

    def wall_s(self, cores: int) -> float:
        """Return the time on so many cores: no task is cut."""
        return self.cpu_s / max(1, min(cores, self.tasks))


def per_row(n: int, *, read: float, written: float, flops: float = 0) -> Cost:
    """Return the cost of a step that has a task per partition of the rows, and works row by row."""
    tasks = ceil(n / PARTITION_ROWS)
    return Cost.of(
        tasks=tasks,
        rows=n,
        flops=n * flops,
        read=n * read,
        written=n * written,
        held=3 * PARTITION_ROWS * read,
    )


def look_flops(k: int, d: int, probed: int) -> float:
    """Return what it costs to look one vector up in k clusters: all upper cells, then some cells' own."""
    return 2 * d * k**0.5 * (1 + probed)
