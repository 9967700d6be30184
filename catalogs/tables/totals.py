"""What a table holds, summed over its commits."""

from collections import Counter
from dataclasses import dataclass, fields

from vlcorpus.catalogs.tables.commits import StageCounts
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.schemas.errors import ConfigError


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
    reasons: dict[str, int]  # rejects by reason, the most frequent first
    stages: tuple[StageCounts, ...]  # the source first, then each stage in order

    @property
    def done(self) -> bool:
        return self.n_committed == self.n_partitions


def table_totals(table: TableStore) -> TableTotals:
    """Sum up the commits of `table`, one in memory at a time. Raises ConfigError where there is no table."""
    manifest = table.manifest()
    if manifest is None:
        raise ConfigError(f"{table.uri}: there is no table")
    sums: Counter[str] = Counter()
    reasons: Counter[str] = Counter()
    stages: list[StageCounts] = []
    for commit in table.commits():
        sums.update(
            n_committed=1,
            rows=commit.rows,
            rejects=commit.n_rejects,
            tokens=commit.tokens,
            bytes=commit.data.bytes if commit.data else 0,
        )
        reasons.update(commit.reasons)
        stages = stages or [StageCounts(counts.stage) for counts in commit.stages]
        for total, counts in zip(stages, commit.stages, strict=True):
            _add(total, counts)
    return TableTotals(
        name=table.name,
        pipeline=manifest.pipeline,
        n_partitions=manifest.n_partitions,
        **{name: sums[name] for name in ("n_committed", "rows", "rejects", "tokens", "bytes")},
        reasons=dict(reasons.most_common()),
        stages=tuple(stages),
    )


def _add(total: StageCounts, counts: StageCounts) -> None:
    for name in (f.name for f in fields(StageCounts) if f.name != "stage"):
        setattr(total, name, getattr(total, name) + getattr(counts, name))
