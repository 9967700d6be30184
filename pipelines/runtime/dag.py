"""The DAG of a pipeline: tables, each made by a chain of stages from a source or from earlier tables."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from vlcorpus.catalogs.sources.source import Source
from vlcorpus.catalogs.sources.table_rows import TableRows
from vlcorpus.catalogs.tables.storage import join
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.schemas.errors import StageBug
from vlcorpus.schemas.prompts import prompts_of
from vlcorpus.schemas.row import Upstream, YieldedT_co
from vlcorpus.schemas.sample import Sample
from vlcorpus.stages.stage import Chain, Resources, Stage

Stages = tuple[Stage[Any, Any], ...]


@dataclass(frozen=True)
class Over(Upstream[YieldedT_co]):
    """A source that reads tables of its own pipeline: a global step, or a join.

    `Over(partial(FindPairs, threshold=0.9), buckets, clusters)`: `bind` gets the stores of the tables, in
    order. A table that is None, because this pipeline does not make it, is left out.
    """

    bind: Callable[..., Source[YieldedT_co]]
    tables: tuple["Table", ...]

    def __init__(self, bind: Callable[..., Source[YieldedT_co]], *tables: "Table | None"):
        object.__setattr__(self, "bind", bind)
        object.__setattr__(self, "tables", tuple(table for table in tables if table is not None))


@dataclass(frozen=True)
class Table(Upstream[Any]):
    """What a chain makes: `Table("pages", Files(…) >> ReadPdf() >> …, row=PageRow)`.

    Without stages, the source's rows are the table: `Table("visual_clusters", Over(…), row=VisualCluster)`.
    """

    name: str
    chain: Chain[Any] | Over[Any]
    row: type = Sample

    @property
    def stages(self) -> Stages:
        return self.chain.stages if isinstance(self.chain, Chain) else ()

    @property
    def upstreams(self) -> "tuple[Table, ...]":
        """Return the tables it is made of, the one whose rows go on first."""
        match self._origin:
            case Table() as table:
                return (table,)
            case Over(tables=tables):
                return tables
        return ()

    def source(self, home: str, find: Callable[[str, str], TableStore] | None = None) -> Source[Any]:
        """Return where the rows come from when the tables of the pipeline lie in `home`.

        `find` gives the store of a table by `home` and its name; default: `store`.
        """
        find = find or store
        match self._origin:
            case Table() as table:
                return TableRows(find(home, table.name))
            case Over(bind=bind, tables=tables):
                return bind(*(find(home, table.name) for table in tables))
            case Source() as source:
                return source
        raise StageBug(f"table {self.name}: {self._origin!r} is no Source, no Table and no Over")

    @property
    def _origin(self) -> object:
        return self.chain.source if isinstance(self.chain, Chain) else self.chain


@dataclass(frozen=True)
class Pipeline:
    """The tables of one data domain; the last one is `samples`."""

    name: str
    samples: Table
    reports: tuple[Table, ...] = ()  # made beside the samples, for people and for other pipelines

    def tables(self) -> list[Table]:
        """Return every table once, each after those it is made of, `samples` last."""
        ordered: dict[str, Table] = {}
        for table in (*self.reports, self.samples):
            _collect(table, ordered, self.name)
        ordered[self.samples.name] = ordered.pop(self.samples.name)
        return list(ordered.values())

    def prompts(self) -> list[str]:
        """Return every instruction template that a stage may say, each once."""
        tasks = {task: None for table in self.tables() for stage in table.stages for task in stage.tasks}
        return list(dict.fromkeys(prompt.text for task in tasks for prompt in prompts_of(task)))

    def licences(self) -> dict[str, str | None]:
        """Return by their names the licences of its sources; None where the configuration says nothing."""
        sources = [table.source("") for table in self.tables() if not table.upstreams]
        return {name: license for source in sources for name, license in source.licences().items()}

    def spine(self) -> list[Table]:
        """Return the tables through which an input becomes a sample, the first one first."""
        line = [self.samples]
        while upstreams := line[-1].upstreams:
            line.append(upstreams[0])
        return line[::-1]

    def made_of(self, name: str) -> list[Table]:
        """Return the table called `name` and every one that is made of it. Raises KeyError for no table."""
        tables = self.tables()
        made = {name}
        if name not in {table.name for table in tables}:
            raise KeyError(name)
        for table in tables:
            if made & {upstream.name for upstream in table.upstreams}:
                made.add(table.name)
        return [table for table in tables if table.name in made]


def _collect(table: Table, ordered: dict[str, Table], pipeline: str) -> None:
    if known := ordered.get(table.name):
        if known is not table:
            raise StageBug(f"pipeline {pipeline}: two tables have the same name, {table.name}")
        return
    for upstream in table.upstreams:
        _collect(upstream, ordered, pipeline)
    ordered[table.name] = table


def store(home: str, table: str) -> TableStore:
    return TableStore(join(home, table))


def segments(stages: Stages) -> list[tuple[Resources, Stages]]:
    """Return the stages grouped by resources: each group is one Ray operator.

    A table without stages has one operator, which reads and writes.
    """
    grouped = [(need, tuple(group)) for need, group in groupby(stages, key=lambda stage: stage.resources)]
    return grouped or [(Resources(), ())]
