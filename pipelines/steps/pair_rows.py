"""Tables of pairs: written so that the pairs on some partitions are read alone, and read in that way."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from vlcorpus.catalogs.sources.source import Item
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.steps.columns import batch, hex_ids, read_columns
from vlcorpus.pipelines.steps.step import index_of
from vlcorpus.schemas.arrow import arrow_schema
from vlcorpus.schemas.dedup import NearPair
from vlcorpus.stages.dedup.pairs import Pairs
from vlcorpus.stages.dedup.pass_on import pass_on

GROUP_ROWS = 4096  # ours: pairs of a row group; a task reads those that are about its rows


@dataclass(frozen=True)
class Compared:
    """The rows that were compared with each other."""

    ids: np.ndarray  # (n, 16) uint8
    position: np.ndarray  # (n,) int64
    score: np.ndarray  # (n,) float32
    cluster: np.ndarray  # (n,) int: where they were compared
    tells_equals: (
        np.ndarray
    )  # (n,) bool: whether pairs of equal rows are written here; elsewhere they are too


def pair_rows(pairs: Pairs, rows: Compared) -> Iterator[pa.RecordBatch]:
    """Yield pairs by the position of their later row, those that equal rows pass on with them."""
    pairs = pass_on(pairs)
    told = (pairs.similarity < 1) | rows.tells_equals[pairs.i] | rows.tells_equals[pairs.j]
    i, j, similarity = (part[told] for part in pairs)
    order = np.lexsort((rows.position[i], rows.position[j]))
    for start in range(0, len(order), GROUP_ROWS):
        group = order[start : start + GROUP_ROWS]
        first, later = i[group], j[group]
        yield batch(
            NearPair,
            id=hex_ids(rows.ids[first]),
            other=hex_ids(rows.ids[later]),
            similarity=similarity[group],
            cluster=rows.cluster[first],
            position=rows.position[first],
            other_position=rows.position[later],
            score=rows.score[first],
            other_score=rows.score[later],
        )


def pairs_between(table: TableStore, items: list[Item], low: int, high: int) -> pa.Table:
    """Return the pairs whose later row lies at a position from `low` to before `high`."""
    found = [arrow_schema(NearPair).empty_table()]
    for item in items:
        with table.open_shard(index_of(item)) as shard:
            column = shard.schema_arrow.names.index("other_position")
            reach = [
                shard.metadata.row_group(n).column(column).statistics for n in range(shard.num_row_groups)
            ]
            near = [n for n, part in enumerate(reach) if part.max >= low and part.min < high]
            found.append(shard.read_row_groups(near))
    position = pc.field("other_position")
    return pa.concat_tables(found).filter((position >= low) & (position < high))


def ends_of(table: TableStore, item: Item) -> tuple[np.ndarray, np.ndarray]:
    """Return where the first and the later row of each pair of a partition lie, (m,) int64 each."""
    rows = read_columns(table, item, "position", "other_position")
    return rows["position"].to_numpy(), rows["other_position"].to_numpy()
