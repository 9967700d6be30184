"""Tables of rows and of pairs of them, whatever graph a test draws."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from tests.pipelines.steps.planted import planted
from vlcorpus.catalogs.sources.source import Item, Partition
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.runtime.dag import Over, Table
from vlcorpus.pipelines.steps.columns import parse_ids, positions, ranks, read_columns
from vlcorpus.pipelines.steps.decide_duplicates import DecideDuplicates
from vlcorpus.pipelines.steps.group_duplicates import GroupDuplicates
from vlcorpus.pipelines.steps.judge_pairs import JudgePairs
from vlcorpus.pipelines.steps.pair_rows import Compared, pair_rows
from vlcorpus.pipelines.steps.step import Step
from vlcorpus.schemas.dedup import DuplicateDecision, GroupMember, NearPair, Verdict
from vlcorpus.stages.dedup.pairs import Pairs
from vlcorpus.stages.dedup.survivors import staying_order

SIZES = (40, 0, 25, 1, 60)


@dataclass(frozen=True)
class DrawPairs(Step):
    """Write the pairs (row, row, similarity) of all rows of `table`, in `n_shards` shards."""

    table: TableStore
    drawn: tuple[tuple[int, int, float], ...]
    n_shards: int

    def partitions(self, items: list[Item]) -> list[Partition]:
        return [Partition(shard, tuple(items)) for shard in range(self.n_shards)]

    def read(self, partition: Partition) -> Iterator[pa.RecordBatch]:
        mine = self.drawn[partition.index :: self.n_shards]
        if not mine:
            return
        items = [item for item in partition.items if item.n_rows]
        read = [read_columns(self.table, item, "id", "size") for item in items]
        ids = np.concatenate([parse_ids(rows["id"]) for rows in read])
        score = np.concatenate([rows["size"].to_numpy() for rows in read]).astype(np.float32)
        position = np.concatenate([positions(item) for item in items])
        place = staying_order(ranks(ids), score)
        a, b, similarity = (np.array(part) for part in zip(*mine, strict=True))
        ahead = place[a] < place[b]
        pairs = Pairs(np.where(ahead, a, b), np.where(ahead, b, a), similarity.astype(np.float32))
        every = np.ones(len(ids), bool)
        yield from pair_rows(pairs, Compared(ids, position, score, np.zeros(len(ids), int), every))


def decided(drawn: list[tuple[int, int, float]], n_shards: int = 1) -> Table:
    """Return the decisions on rows of `SIZES` and the pairs of them that were drawn."""
    rows = planted(*SIZES)

    def draw(table: TableStore) -> DrawPairs:
        return DrawPairs(table, tuple(drawn), n_shards)

    pairs = Table("pairs", Over(draw, rows), row=NearPair)
    verdicts = Table("verdicts", Over(JudgePairs, rows, pairs), row=Verdict)
    groups = Table("groups", Over(GroupDuplicates, rows, pairs, verdicts), row=GroupMember)
    return Table("decisions", Over(DecideDuplicates, rows, verdicts, groups), row=DuplicateDecision)
