"""What a run has made, as it lies in the output."""

from collections import Counter
from dataclasses import dataclass

from vlcorpus.catalogs.tables.output import home_of
from vlcorpus.catalogs.tables.totals import TableTotals, table_totals
from vlcorpus.pipelines.runtime.dag import Pipeline, store


@dataclass(frozen=True)
class RunResult:
    """Counts of everything that is committed, also by earlier runs into the same output."""

    output: str
    tables: dict[str, TableTotals]  # each after those it is made of, `samples` last

    @property
    def samples(self) -> TableTotals:
        return self.tables["samples"]

    @property
    def n_rejects(self) -> int:
        """Return the rejects of all tables."""
        return sum(table.rejects for table in self.tables.values())

    @property
    def reasons(self) -> dict[str, int]:
        """Return the rejects of all tables by reason, the most frequent first."""
        found: Counter[str] = Counter()
        for table in self.tables.values():
            found.update(table.reasons)
        return dict(found.most_common())

    def __str__(self) -> str:
        return f"{self.samples.rows:,} samples and {self.n_rejects:,} rejects in {self.output}"


def result_of(pipeline: Pipeline, output: str) -> RunResult:
    """Sum up what `pipeline` has in `output`. Raises ConfigError where a table was not made yet."""
    home = home_of(output, pipeline.name)
    return RunResult(
        output, {table.name: table_totals(store(home, table.name)) for table in pipeline.tables()}
    )
