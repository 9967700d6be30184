"""What a table holds, summed over its commits."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, fields

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from vlcorpus.catalogs.tables.commits import StageCounts
from vlcorpus.catalogs.tables.table import TableStore


@dataclass(frozen=True)
class TableTotals:
    """A table as it is now: beside a run that is writing it, the numbers grow."""

    name: str
    pipeline: str  # the domain that makes it
    n_partitions: int
    n_committed: int  # number of committed partitions
    rows: int
    rejects: int
    tokens: int
    bytes: int  # bytes of the shards of rows
    wall_s: float  # seconds that workers spent
    reasons: dict[str, int]  # rejects by reason, the most frequent first
    stages: tuple[StageCounts, ...]  # the source first, then each stage in order

    @property
    def done(self) -> bool:
        return self.n_committed == self.n_partitions


def table_totals(table: TableStore) -> TableTotals:
    """Sum up the commits of `table`, a batch at a time. Raises ConfigError where there is no table."""
    manifest = table.manifest()
    sums: Counter[str] = Counter()
    wall_s = 0.0
    reasons: Counter[str] = Counter()
    stages: dict[tuple[int, str], Counter[str]] = {}
    for commits in table.log.batches(_SUMMED):
        sums.update(
            n_committed=len(commits),
            rows=_sum(pc.struct_field(commits["data"], "rows")),
            rejects=_sum(pc.struct_field(commits["rejects"], "rows")),
            tokens=_sum(commits["tokens"]),
            bytes=_sum(pc.struct_field(commits["data"], "bytes")),
        )
        wall_s += pc.sum(commits["wall_s"], min_count=0).as_py()
        reasons.update(_by_reason(commits["reasons"].combine_chunks()))
        for stage, counts in _by_stage(commits["stages"].combine_chunks()):
            stages.setdefault(stage, Counter()).update(counts)
    return TableTotals(
        name=table.name,
        pipeline=manifest.pipeline,
        n_partitions=manifest.n_partitions,
        n_committed=sums["n_committed"],
        rows=sums["rows"],
        rejects=sums["rejects"],
        tokens=sums["tokens"],
        bytes=sums["bytes"],
        wall_s=wall_s,
        reasons=dict(reasons.most_common()),
        stages=tuple(StageCounts(stage, **stages[position, stage]) for position, stage in sorted(stages)),
    )


_SUMMED = ("data", "rejects", "tokens", "wall_s", "reasons", "stages")
_COUNTS = [f.name for f in fields(StageCounts) if f.name != "stage"]


def _sum(column: pa.ChunkedArray) -> int:
    return pc.sum(column, min_count=0).as_py()


def _by_reason(reasons: pa.ListArray) -> dict[str, int]:
    found = reasons.flatten()
    tally = pa.table({"reason": found.field("reason"), "n": found.field("n")}).group_by("reason")
    return {line["reason"]: line["n_sum"] for line in tally.aggregate([("n", "sum")]).to_pylist()}


def _by_stage(stages: pa.ListArray) -> Iterator[tuple[tuple[int, str], dict[str, int]]]:
    """Yield position and name of each stage, and its counts."""
    lengths = pc.list_value_length(stages).to_numpy(zero_copy_only=False)
    found = stages.flatten()
    position = np.arange(len(found)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    table = pa.table({"position": position, **{name: found.field(name) for name in ("stage", *_COUNTS)}})
    tally = table.group_by(["position", "stage"]).aggregate([(name, "sum") for name in _COUNTS])
    for line in tally.to_pylist():
        yield (line["position"], line["stage"]), {name: line[f"{name}_sum"] for name in _COUNTS}
