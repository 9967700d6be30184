"""Which rows of pairs stay: that alone needs all pairs at once, of each no more than where its rows lie."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from vlcorpus.catalogs.sources.source import Partition
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.steps.columns import GROUP_ROWS, batch, positions
from vlcorpus.pipelines.steps.cost import NEAR_FRACTION, VERDICT_BYTES, Cost
from vlcorpus.pipelines.steps.pair_rows import ends_of
from vlcorpus.pipelines.steps.row_numbers import RowNumbers
from vlcorpus.pipelines.steps.step import Step, index_of, items_of, n_rows_of
from vlcorpus.schemas.dedup import Verdict
from vlcorpus.stages.dedup.who_goes import who_goes

ROW_HELD_BYTES = 3  # whether a row is in a pair, waits, and goes
PAIR_HELD_BYTES = 16  # two numbers, and these as they are read
PAIR_S = 2.5e-7  # CPU seconds: 200,000,000 random pairs of a billion rows take 28 to decide, 12 before it


@dataclass(frozen=True)
class JudgePairs(Step):
    """One task, of 3 bytes for each row of `table` and 16 for each pair (`stages/dedup/who_goes.py`)."""

    table: TableStore
    pairs: TableStore

    def cost(self, n: int, d: int) -> Cost:
        near = NEAR_FRACTION * n
        return Cost.of(
            tasks=1,
            rows=0,
            spent_s=near * PAIR_S,
            read=near * 2 * 8,
            written=near * VERDICT_BYTES,
            held=n * ROW_HELD_BYTES + near * PAIR_HELD_BYTES,
        )

    def read(self, partition: Partition) -> Iterator[pa.RecordBatch]:
        rows = items_of(self.table, partition.items)
        number = RowNumbers.of(rows)
        paired = np.zeros(number.n_rows, bool)
        pairs = []
        for item in items_of(self.pairs, partition.items):
            if item.n_rows:
                first, later = map(number.at, ends_of(self.pairs, item))
                paired[first] = paired[later] = True
                pairs.append((first, later))
        goes = who_goes(number.n_rows, pairs)
        held, n = [], 0
        for item in rows:
            start = number.first[index_of(item)]
            here = np.flatnonzero(paired[start : start + n_rows_of(item)])
            held.append((positions(item)[here], ~goes[start + here]))
            n += len(here)
            if n >= GROUP_ROWS:
                yield _verdicts(held)
                held, n = [], 0
        if n:
            yield _verdicts(held)


def _verdicts(held: list[tuple[np.ndarray, np.ndarray]]) -> pa.RecordBatch:
    position, keep = (np.concatenate(part) for part in zip(*held, strict=True))
    return batch(Verdict, position=position, keep=keep)
