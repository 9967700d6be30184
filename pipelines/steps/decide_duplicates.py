"""Of rows that say the same, some go for one that stays: groups out of pairs, then a decision for every row.

Groups need all pairs at once, which are few beside the rows: a task of its own. Decisions are made partition
by partition, so that samples are joined with them in the same way.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from vlcorpus.catalogs.sources.source import Item, Partition
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.steps.columns import (
    batch,
    hex_ids,
    in_groups,
    parse_ids,
    ranks,
    read_columns,
    read_in_partition,
    row_numbers,
)
from vlcorpus.pipelines.steps.cost import (
    DECISION_BYTES,
    HEX_ID_BYTES,
    NEAR_FRACTION,
    PAIR_BYTES,
    Cost,
    per_row,
)
from vlcorpus.pipelines.steps.step import Step, one_by_one
from vlcorpus.schemas.dedup import DuplicateDecision, GroupMember
from vlcorpus.stages.dedup.pairs import Pairs
from vlcorpus.stages.dedup.survivors import Groups, survivors


@dataclass(frozen=True)
class GroupDuplicates(Step):
    """Who stays: by score, of equals the smallest id first (`stages/dedup/survivors.py`)."""

    version: ClassVar[str] = "2"

    pairs: TableStore

    def cost(self, n: int, d: int) -> Cost:
        near = NEAR_FRACTION * n
        n_bytes = near * PAIR_BYTES
        held = near * 160
        return Cost.of(tasks=1, rows=2 * near, read=n_bytes, written=near * DECISION_BYTES, held=held)

    def read(self, partition: Partition) -> Iterator[pa.RecordBatch]:
        items = [item for item in partition.items if item.n_rows]
        if not items:
            return
        ends = [_ends(read_columns(self.pairs, item, *_ENDS, "similarity")) for item in items]
        position, score, ids, similarity = (np.concatenate(parts) for parts in zip(*ends, strict=True))
        del ends
        position, first, number = np.unique(position, return_index=True, return_inverse=True)
        score, ids = score[first], ids[first]
        i, j = number.reshape(-1, 2).T
        yield from _members(position, ids, survivors(ranks(ids), score, [Pairs(i, j, similarity)]))


_ENDS = ("position", "other_position", "score", "other_score", "id", "other")


def _ends(pairs: pa.Table) -> tuple[np.ndarray, ...]:
    """Return position, score and id of both rows of each pair, one after the other, and the similarities."""
    position, other_position, score, other_score = (pairs[name].to_numpy() for name in _ENDS[:4])
    ids = np.stack([parse_ids(pairs["id"]), parse_ids(pairs["other"])], axis=1)
    return (
        np.stack([position, other_position], axis=1).ravel(),
        np.stack([score, other_score], axis=1).ravel(),
        ids.reshape(-1, ids.shape[-1]),
        pairs["similarity"].to_numpy(),
    )


def _members(position: np.ndarray, ids: np.ndarray, decided: Groups) -> Iterator[pa.RecordBatch]:
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

    def cost(self, n: int, d: int) -> Cost:
        return per_row(n, read=HEX_ID_BYTES, written=DECISION_BYTES)

    def partitions(self, items: list[Item]) -> list[Partition]:
        return one_by_one(items, self.table, whole=(self.groups,))

    def read(self, partition: Partition) -> Iterator[pa.RecordBatch]:
        item, *_ = partition.items
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
