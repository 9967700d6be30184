"""Rows of a table, each with what later tables decided of it: partition with partition, row with row."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from vlcorpus.catalogs.sources.source import Item, Partition, Source
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.steps.step import Step, index_of, interleaved, one_by_one
from vlcorpus.schemas.errors import EnvironmentFailure
from vlcorpus.schemas.row import Row


@dataclass(frozen=True)
class JoinRows(Step):
    """`decisions[k]` holds a row for each of `table`, in its order; it goes to the row's field `into[k]`."""

    table: TableStore
    decisions: tuple[TableStore, ...]
    into: tuple[str, ...]

    def partitions(self, items: list[Item]) -> list[Partition]:
        return one_by_one(items, self.table, beside=self.decisions)

    def read(self, partition: Partition) -> Iterator[Row]:
        """Raises EnvironmentFailure where the tables do not belong together."""
        index = index_of(partition.items[0])
        decided = [table.rows(index) for table in self.decisions]
        for row in self.table.rows(index):
            found = [next(rows, None) for rows in decided]
            for table, decision in zip(self.decisions, found, strict=True):
                if decision is None or decision.id != row.id:
                    raise EnvironmentFailure(
                        f"{table.uri}, partition {index}: says nothing of row {row.id}. It was made of "
                        f"another {self.table.name}: make it again with --fresh-from {table.name}"
                    )
            yield replace(row, **dict(zip(self.into, found, strict=True)))


@dataclass(frozen=True)
class Concatenate(Source):
    """The partitions of several sources, which take turns. They tell their partitions by their items."""

    sources: tuple[Source, ...]

    def list_items(self) -> list[Item]:
        return [replace(item, input=n) for n, source in enumerate(self.sources) for item in source.items()]

    def partitions(self, items: list[Item]) -> list[Partition]:
        groups = [
            [
                replace(partition, items=tuple(replace(item, input=n) for item in partition.items))
                for partition in source.partitions(source.items())
            ]
            for n, source in enumerate(self.sources)
        ]
        return interleaved(*groups)

    def read(self, partition: Partition) -> Iterator[Row]:
        yield from self.sources[partition.items[0].input].read(partition)

    def parameters(self) -> dict:
        return {"sources": [{"kind": source.name, **source.parameters()} for source in self.sources]}
