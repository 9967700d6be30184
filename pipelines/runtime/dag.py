"""The DAG of a pipeline: tables, each made by a chain of stages from a source or from an earlier table."""

from dataclasses import dataclass
from itertools import groupby

from catalogs.sources.source import Source
from catalogs.sources.table_rows import TableRows
from catalogs.storage import join
from catalogs.table import TableStore
from schemas.errors import StageBug
from schemas.sample import Sample
from stages.stage import Chain, Resources, Stage


@dataclass(frozen=True)
class Table:
    """What a chain makes: `Table("pages", Files(…) >> ReadPdf() >> …, row=PageRow)`."""

    name: str
    chain: Chain
    row: type = Sample

    @property
    def stages(self) -> tuple[Stage, ...]:
        return self.chain.stages

    @property
    def upstream(self) -> "Table | None":
        return self.chain.source if isinstance(self.chain.source, Table) else None

    def source(self, output: str) -> Source:
        """Return where the rows come from when the pipeline's output lies at `output`."""
        if self.upstream:
            return TableRows(store(output, self.upstream.name))
        if not isinstance(self.chain.source, Source):
            raise StageBug(f"table {self.name}: {self.chain.source!r} is neither a Source nor a Table")
        return self.chain.source


@dataclass(frozen=True)
class Pipeline:
    """The tables of one data domain; the last one is `samples`."""

    name: str
    samples: Table
    prompts: tuple[str, ...] = ()  # every instruction template that a sample may carry the hash of

    def tables(self) -> list[Table]:
        """Return every table, each after the one it is made of."""
        line = [self.samples]
        while upstream := line[-1].upstream:
            line.append(upstream)
        names = [table.name for table in line]
        if len(set(names)) != len(names):
            raise StageBug(f"pipeline {self.name}: two tables have the same name in {sorted(names)}")
        return line[::-1]


def store(output: str, table: str) -> TableStore:
    return TableStore(join(output, table))


def segments(stages: tuple[Stage, ...]) -> list[tuple[Resources, tuple[Stage, ...]]]:
    """Return the stages grouped by resources: each group is one Ray operator."""
    return [(need, tuple(group)) for need, group in groupby(stages, key=lambda stage: stage.resources)]
