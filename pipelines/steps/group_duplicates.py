"""For which row each row goes: of those that stay and are near to it the most similar, then the first."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
import pyarrow as pa

from vlcorpus.catalogs.sources.source import Item, Partition
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.steps.columns import ROW_BITS, batch, in_groups, parse_ids, ranks
from vlcorpus.pipelines.steps.cost import (
    GROUP_FOOTER_BYTES,
    MEMBER_BYTES,
    NEAR_FRACTION,
    PAIR_BYTES,
    VERDICT_BYTES,
    Cost,
)
from vlcorpus.pipelines.steps.fill_buckets import MAX_MAPS
from vlcorpus.pipelines.steps.pair_rows import GROUP_ROWS, pairs_between
from vlcorpus.pipelines.steps.row_numbers import RowNumbers
from vlcorpus.pipelines.steps.step import Step, by_rows, index_of, items_of, n_rows_of
from vlcorpus.schemas.dedup import GroupMember
from vlcorpus.stages.dedup.survivors import staying_order

TASK_ROWS = 4_000_000  # ours: rows of the table that a task is about
MAX_TASKS = 64  # ours: every task opens every shard of pairs


@dataclass(frozen=True)
class GroupDuplicates(Step):
    """A task per run of partitions of `table`: it reads the pairs whose later row lies there."""

    version: ClassVar[str] = "3"

    table: TableStore
    pairs: TableStore
    verdicts: TableStore

    def cost(self, n: int, d: int) -> Cost:
        near, tasks = NEAR_FRACTION * n, n_group_tasks(n)
        overlap = tasks * min(MAX_MAPS, near / GROUP_ROWS) * GROUP_ROWS * PAIR_BYTES
        footers = tasks * near / GROUP_ROWS * GROUP_FOOTER_BYTES
        return Cost.of(
            tasks=tasks,
            rows=near,
            read=near * PAIR_BYTES + overlap + footers + tasks * near * VERDICT_BYTES,
            written=near / 2 * MEMBER_BYTES,
            held=n + 300 * near / tasks,
        )

    def partitions(self, items: list[Item]) -> list[Partition]:
        """A task holds all partitions of `table`, for positions are numbers of its rows."""
        rows = items_of(self.table, items)
        return [Partition(number, tuple(items)) for number in range(len(group_tasks(rows)))]

    def read(self, partition: Partition) -> Iterator[pa.RecordBatch]:
        rows = items_of(self.table, partition.items)
        own = group_tasks(rows)[partition.index].items
        if not own:
            return
        low, high = index_of(own[0]) << ROW_BITS, (index_of(own[-1]) + 1) << ROW_BITS
        found = [item for item in items_of(self.pairs, partition.items) if item.n_rows]
        pairs = pairs_between(self.pairs, found, low, high)
        if not len(pairs):
            return
        number = RowNumbers.of(rows)
        goes = self._goes(number)
        pairs = pairs.filter(pa.array(~goes[number.at(pairs["position"].to_numpy())]))
        for_first = staying_order(ranks(parse_ids(pairs["id"])), pairs["score"].to_numpy())
        later, similarity = pairs["other_position"].to_numpy(), pairs["similarity"].to_numpy()
        order = np.lexsort((for_first, -similarity, later))
        pairs = pairs.take(order[np.flatnonzero(np.diff(later[order], prepend=-1))])
        for group in in_groups(len(pairs)):
            part = pairs.slice(group.start, group.stop - group.start)
            yield batch(
                GroupMember,
                position=part["other_position"],
                id=part["other"],
                duplicate_of=part["id"],
                similarity=part["similarity"],
            )

    def _goes(self, number: RowNumbers) -> np.ndarray:
        """Return which of all rows go."""
        goes = np.zeros(number.n_rows, bool)
        with self.verdicts.open_shard(0) as shard:
            for group in range(shard.num_row_groups):
                rows = shard.read_row_group(group, ["position", "keep"])
                goes[number.at(rows["position"].to_numpy()[~rows["keep"].to_numpy()])] = True
        return goes


def group_tasks(rows: list[Item]) -> list[Partition]:
    """Return the tasks over the partitions of a table; one where there are none."""
    n_rows = n_rows_of(*rows)
    return by_rows(rows, max(TASK_ROWS, n_rows // MAX_TASKS)) or [Partition(0, ())]


def n_group_tasks(n_rows: int) -> int:
    return max(1, -(-n_rows // max(TASK_ROWS, n_rows // MAX_TASKS)))
