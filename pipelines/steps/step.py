"""A global step: a source that reads whole committed tables of its pipeline, and yields decisions.

Its partitions are tasks over buckets (of partitions, of clusters), so that no process holds a corpus. It is
committed, resumed and retried as every table is. A task's items are all shards that it reads, for it is made
again when one of them is another (`catalogs/sources/growth.py`).
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from typing import ClassVar

from vlcorpus.catalogs.sources.source import Item, Partition, Source
from vlcorpus.catalogs.sources.table_rows import TableRows
from vlcorpus.catalogs.tables.commit_log import index_of_name
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.runtime.fingerprint import describe
from vlcorpus.pipelines.steps.cost import Cost


@dataclass(frozen=True)
class Step(Source):
    """Fields that are tables are read; the others are parameters."""

    version: ClassVar[str] = "1"  # bump when the output changes: it is part of the fingerprint

    def cost(self, n: int, d: int) -> Cost | None:
        """Return what it costs for `n` rows with vectors of `d` numbers; None where that hangs on media."""
        return None

    def list_items(self) -> list[Item]:
        """Return the partitions of all tables, keyed `captioned/part-00042`. Raises as `TableRows` does."""
        return [
            replace(item, key=f"{table.name}/{item.key}")
            for table in self._tables()
            for item in TableRows(table).items()
        ]

    def partitions(self, items: list[Item]) -> list[Partition]:
        """Return one task over everything; a step over buckets cuts it."""
        return [Partition(0, tuple(items))]

    def parameters(self) -> dict:
        of_tables = {table.name: TableRows(table).parameters()["fingerprint"] for table in self._tables()}
        values = {f.name: getattr(self, f.name) for f in fields(self)}
        plain = {name: describe(value) for name, value in values.items() if not _holds_tables(value)}
        return {"version": self.version, "tables": of_tables, **plain}

    def _tables(self) -> list[TableStore]:
        found = []
        for f in fields(self):
            value = getattr(self, f.name)
            found += [v for v in (value if isinstance(value, tuple) else (value,)) if _is_table(v)]
        return found


def _holds_tables(value: object) -> bool:
    return _is_table(value) or (isinstance(value, tuple) and any(map(_is_table, value)))


def _is_table(value: object) -> bool:
    return isinstance(value, TableStore)


def items_of(table: TableStore, items: tuple[Item, ...] | list[Item]) -> list[Item]:
    """Return those of a step's items that are partitions of `table`."""
    return [item for item in items if item.key.startswith(f"{table.name}/")]


def n_rows_of(*items: Item) -> int:
    """Return how many rows partitions of tables have. Raises ValueError for an item that does not say it."""
    known = [item.n_rows for item in items if item.n_rows is not None]
    if len(known) < len(items):
        raise ValueError("a step reads partitions of tables, and these say how many rows they have")
    return sum(known)


def index_of(item: Item) -> int:
    """Return the partition of its table that an item of a step names."""
    return index_of_name(item.key)


def one_by_one(
    items: list[Item],
    table: TableStore,
    *,
    beside: Iterable[TableStore] = (),
    whole: Iterable[TableStore] = (),
) -> list[Partition]:
    """Return a task per partition of `table`: what it makes has the table's partitions.

    A task reads that partition, those of the same number of the tables `beside`, and all of the tables
    `whole`; in this order they are its items.
    """
    shared = tuple(item for other in whole for item in items_of(other, items))
    neighbours = [{index_of(item): item for item in items_of(other, items)} for other in beside]
    tasks = []
    for item in items_of(table, items):
        index = index_of(item)
        near = tuple(of_table[index] for of_table in neighbours if index in of_table)
        tasks.append(Partition(index, (item, *near, *shared)))
    return tasks


def interleaved(*groups: list[Partition]) -> list[Partition]:
    """Give the partitions of several groups numbers of their own: partition k of group n of m is k·m + n.

    So a group that grows moves no partition of another. Where one is shorter, numbers are left out.
    """
    numbered = [
        replace(partition, index=partition.index * len(groups) + n)
        for n, group in enumerate(groups)
        for partition in group
    ]
    return sorted(numbered, key=lambda partition: partition.index)


def by_rows(items: list[Item], max_rows: int) -> list[Partition]:
    """Cut a listing, in order, into tasks of at most `max_rows` rows; a larger partition is one by itself."""
    groups: list[list[Item]] = []
    n_rows = 0
    for item in items:
        if not groups or n_rows + n_rows_of(item) > max_rows:
            groups.append([])
            n_rows = 0
        groups[-1].append(item)
        n_rows += n_rows_of(item)
    return [Partition(index, tuple(group)) for index, group in enumerate(groups)]
