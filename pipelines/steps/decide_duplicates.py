"""Of rows that say the same, one stays: groups out of pairs, then a decision for every row.

Groups need all pairs at once, which are few beside the rows: a task of its own. Decisions are made partition
by partition, so that samples are joined with them in the same way.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from catalogs.sources.source import Item, Partition
from catalogs.table import TableStore
from pipelines.steps.columns import (
    batch,
    hex_ids,
    in_groups,
    parse_ids,
    read_columns,
    read_in_partition,
    row_numbers,
)
from pipelines.steps.step import Step, items_of, one_by_one
from schemas.dedup import DuplicateDecision, GroupMember
from stages.dedup.pairs import Pairs
from stages.dedup.survivors import survivors


@dataclass(frozen=True)
class GroupDuplicates(Step):
    """The row with the highest score stays, of equals the one with the smallest id."""

    pairs: TableStore

    def read(self, partition: Partition) -> Iterator[pa.RecordBatch]:
        items = [item for item in partition.items if item.n_rows]
        if not items:
            return
        rows = pa.concat_tables(read_columns(self.pairs, item, *_PAIR_COLUMNS) for item in items)
        ends = [np.concatenate([rows[a].to_numpy(), rows[b].to_numpy()]) for a, b in _ENDS]
        ids = np.concatenate([parse_ids(rows["id"]), parse_ids(rows["other"])])
        position, first, number = np.unique(ends[0], return_index=True, return_inverse=True)
        i, j = np.split(number, 2)
        rank = np.empty(len(first), np.int64)
        rank[np.lexsort(ids[first].view(">u8").T[::-1])] = np.arange(len(first))
        decided = survivors(
            rank,
            ends[1][first],
            [Pairs(np.minimum(i, j), np.maximum(i, j), rows["similarity"].to_numpy())],
        )
        yield from _members(position, ids[first], decided)


_PAIR_COLUMNS = ("id", "other", "similarity", "position", "other_position", "score", "other_score")
_ENDS = (("position", "other_position"), ("score", "other_score"))


def _members(position: np.ndarray, ids: np.ndarray, decided) -> Iterator[pa.RecordBatch]:
    kept = decided.survivor == np.arange(len(position))
    for rows in in_groups(len(position)):
        lost = ~kept[rows]
        yield batch(
            GroupMember,
            position=position[rows],
            id=hex_ids(ids[rows]),
            keep=kept[rows],
            group=hex_ids(ids[decided.smallest[rows]]),
            duplicate_of=hex_ids(ids[decided.survivor[rows]], lost),
            similarity=pa.array(decided.similarity[rows], mask=~lost),
        )


@dataclass(frozen=True)
class DecideDuplicates(Step):
    """A decision for each row of `table`, in its order and partitions."""

    table: TableStore
    groups: TableStore

    def partitions(self, items: list[Item]) -> list[Partition]:
        return one_by_one(items_of(self.table, items))

    def read(self, partition: Partition) -> Iterator[pa.RecordBatch]:
        (item,) = partition.items
        if not item.n_rows:
            return
        ids = read_columns(self.table, item, "id")["id"]
        decided = ("keep", "group", "duplicate_of", "similarity")
        members = read_in_partition(self.groups, GroupMember, partition.index, *decided)
        row = row_numbers(members["position"].to_numpy())
        place = np.full(len(ids), -1)
        place[row] = np.arange(len(row))
        taken = members.take(pa.array(place, mask=place < 0))
        yield batch(
            DuplicateDecision,
            id=ids,
            keep=pc.fill_null(taken["keep"], True),
            group=taken["group"],
            duplicate_of=taken["duplicate_of"],
            similarity=taken["similarity"],
        )
