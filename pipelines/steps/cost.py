"""What a global step costs for n rows: tasks, bytes moved, CPU seconds, memory. Arithmetic and five rates.

The rates are of one core of the machine that bench-dedup ran on (2026-11), read off 1,000,000 vectors; the
benchmark prints how far its measurements at three sizes are from what is computed here. Clusters are of their
default size.
"""

from dataclasses import dataclass
from math import ceil

FLOPS = 40e9  # multiplications and additions of float32 matrices, per CPU second
READ = 1.5e9  # bytes per CPU second
WRITTEN = 0.5e9  # bytes per CPU second, checksums included
ROW_S = 1e-6  # CPU seconds per row: ids, sorting, columns
TASK_S = 0.03  # CPU seconds to open and commit a task
OPEN_S = 0.005  # CPU seconds to open a shard of images and find its row groups
PARTITION_ROWS = 10_000  # rows of a partition: a tar of img2dataset

# Bytes of a shard per row, its vector left out: tests/pipelines/steps/test_cost.py holds them to real shards.
HEX_ID_BYTES = 18  # zstd takes half of the 32 hexadecimal digits
DECISION_BYTES = 30  # a hexadecimal id and what is decided on it
PAIR_BYTES = 38  # two hexadecimal ids and how near they are
BUCKET_BYTES = 33  # a binary id, a position and a score
VERDICT_BYTES = 1.2  # a position, which ascends, and whether the row stays
MEMBER_BYTES = 38  # two hexadecimal ids, a position and a similarity
NEAR_FRACTION = 0.2  # share of rows that are in a pair: of a web crawl; of one site's pages it is larger
GROUP_FOOTER_BYTES = 700  # size of a row group's entry in the footer, which each reader reads


@dataclass(frozen=True)
class Cost:
    tasks: int
    read_bytes: float
    written_bytes: float
    cpu_s: float
    task_bytes: float  # memory that the largest task holds

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
        spent_s: float = 0,
    ) -> "Cost":
        """Work out the CPU seconds from what is done to how many rows; `spent_s` are added to them."""
        cpu_s = flops / FLOPS + read / READ + written / WRITTEN + rows * ROW_S + tasks * TASK_S + spent_s
        return cls(tasks, read, written, cpu_s, held)

    def wall_s(self, cores: int) -> float:
        """Return the time on so many cores: no task is cut."""
        return self.cpu_s / max(1, min(cores, self.tasks))


def n_partitions(n: int) -> int:
    """Return how many partitions a table of `n` rows has."""
    return ceil(n / PARTITION_ROWS)


def per_row(n: int, *, read: float, written: float, flops: float = 0) -> Cost:
    """Return the cost of a step that has a task per partition of the rows, and works row by row."""
    tasks = n_partitions(n)
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
