"""A decision for every row, partition by partition, so that samples are joined with them in the same way."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from vlcorpus.catalogs.sources.source import Item, Partition
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.steps.columns import batch, read_columns, read_in_partition, row_numbers
from vlcorpus.pipelines.steps.cost import DECISION_BYTES, HEX_ID_BYTES, Cost, per_row
from vlcorpus.pipelines.steps.group_duplicates import group_tasks
from vlcorpus.pipelines.steps.step import Step, index_of, items_of, one_by_one
from vlcorpus.schemas.dedup import DuplicateDecision, GroupMember, Verdict


@dataclass(frozen=True)
class DecideDuplicates(Step):
    """A decision for each row of `table`, in its order and partitions."""

    version: ClassVar[str] = "2"

    table: TableStore
    verdicts: TableStore
    groups: TableStore

    def cost(self, n: int, d: int) -> Cost:
        return per_row(n, read=HEX_ID_BYTES, written=DECISION_BYTES)

    def partitions(self, items: list[Item]) -> list[Partition]:
        """A task reads the part of `groups` that is about its rows: its last item."""
        groups = {index_of(item): item for item in items_of(self.groups, items)}
        task_of = {
            index_of(item): task.index
            for task in group_tasks(items_of(self.table, items))
            for item in task.items
        }
        return [
            replace(task, items=(*task.items, groups[task_of[task.index]]))
            for task in one_by_one(items, self.table, whole=(self.verdicts,))
        ]

    def read(self, partition: Partition) -> Iterator[pa.RecordBatch]:
        item, *_, group = partition.items
        if not item.n_rows:
            return
        ids = read_columns(self.table, item, "id")["id"]
        judged = self._of_rows(Verdict, self.verdicts, 0, partition.index, len(ids))
        gone = self._of_rows(GroupMember, self.groups, index_of(group), partition.index, len(ids))
        keep = pc.fill_null(judged["keep"], True)
        leads = pc.if_else(pc.is_valid(judged["keep"]), ids.combine_chunks(), None)
        yield batch(
            DuplicateDecision,
            id=ids,
            keep=keep,
            group=pc.coalesce(gone["duplicate_of"].combine_chunks(), leads),
            duplicate_of=gone["duplicate_of"],
            similarity=gone["similarity"],
        )

    def _of_rows(
        self, record_type: type, table: TableStore, shard: int, partition: int, n_rows: int
    ) -> pa.Table:
        """Return what a shard of decisions says of each row of a partition; nulls where it says nothing."""
        names = {Verdict: ("keep",), GroupMember: ("duplicate_of", "similarity")}[record_type]
        found = read_in_partition(table, record_type, partition, *names, shard=shard)
        place = np.full(n_rows, -1)
        place[row_numbers(found["position"].to_numpy())] = np.arange(len(found))
        return found.take(pa.array(place, mask=place < 0))
