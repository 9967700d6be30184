"""Fill sparse clusters from a pool of images: those nearest to the centroid, none that is there already.

Copies are told by the perceptual hash (`stages/dedup/perceptual_hash.py`): of an image in the cluster, or of
a nearer candidate.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from vlcorpus.catalogs.sources.source import Item, Partition
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.steps.columns import (
    GROUP_ROWS,
    batch,
    in_groups,
    positions,
    read_columns,
    read_in_partition,
)
from vlcorpus.pipelines.steps.place_rows import ClusterFacts, Places
from vlcorpus.pipelines.steps.step import Step, items_of, one_by_one
from vlcorpus.schemas.arrow import arrow_schema
from vlcorpus.schemas.captions.caption import CaptionRow
from vlcorpus.schemas.clusters import PoolCandidate, VisualPlace
from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.reasons import Reason
from vlcorpus.schemas.rejection import Rejection
from vlcorpus.stages.dedup.hamming import RADIUS, hamming_pairs


@dataclass(frozen=True)
class ChooseFromPool(Step):
    """One task: it holds the hashes of the images in sparse clusters, which are few."""

    pool: TableStore
    pool_members: TableStore
    captioned: TableStore
    members: TableStore
    clusters: TableStore
    radius_bits: int = RADIUS

    def read(self, partition: Partition) -> Iterator[pa.RecordBatch]:
        facts = ClusterFacts.read(self.clusters)
        there = self._in_sparse(facts, partition.items, self.captioned, self.members)
        offered = self._in_sparse(facts, partition.items, self.pool, self.pool_members)
        if not len(offered):
            return
        order = pc.sort_indices(
            offered,
            sort_keys=[("cluster", "ascending"), ("similarity", "descending"), ("position", "ascending")],
        )
        offered = offered.take(order)
        cluster = offered["cluster"].to_numpy()
        copy = self._copies(there["perceptual_hash"].to_numpy(), offered["perceptual_hash"].to_numpy())
        full = ~copy & (_rank(cluster, ~copy) >= facts.budget[cluster])
        reasons = np.select([copy, full], [str(Reason.PICTURE_COPY), str(Reason.REGION_FILLED)], "")
        offered = offered.append_column(
            "reason", pa.array(reasons.tolist(), pa.string(), mask=~(copy | full))
        ).sort_by("position")
        for rows in in_groups(len(offered)):
            part = offered.slice(rows.start, GROUP_ROWS)
            yield batch(PoolCandidate, **{name: part[name] for name in arrow_schema(PoolCandidate).names})

    def _in_sparse(
        self, facts: ClusterFacts, items: tuple[Item, ...], table: TableStore, members: TableStore
    ) -> pa.Table:
        """Return id, cluster, similarity and hash of the rows of a table that lie in sparse clusters."""
        found = []
        for item, beside in zip(items_of(table, items), items_of(members, items), strict=True):
            if item.n_rows and len(facts.sparse):
                rows = read_columns(members, beside, "id", "cluster", "similarity")
                hashes = read_columns(table, item, "perceptual_hash")["perceptual_hash"]
                rows = rows.append_column("position", pa.array(positions(item)))
                rows = rows.append_column("perceptual_hash", hashes)
                found.append(rows.filter(pa.array(facts.sparse[rows["cluster"].to_numpy()])))
        return pa.concat_tables(found) if found else _NOTHING

    def _copies(self, there: np.ndarray, offered: np.ndarray) -> np.ndarray:
        """Say of each image on offer whether it is near to one that is there, or to one before it."""
        copy = np.zeros(len(there) + len(offered), bool)
        for pairs in hamming_pairs(np.concatenate([there, offered]), self.radius_bits):
            copy[np.maximum(pairs.i, pairs.j)] = True
        return copy[len(there) :]


_NOTHING = pa.table(
    {
        "id": pa.array([], pa.string()),
        "cluster": pa.array([], pa.int32()),
        "similarity": pa.array([], pa.float32()),
        "position": pa.array([], pa.int64()),
        "perceptual_hash": pa.array([], pa.uint64()),
    }
)


def _rank(cluster: np.ndarray, counted: np.ndarray) -> np.ndarray:
    """Return how many counted rows stand before each in its cluster; `cluster` ascends."""
    before = np.cumsum(counted) - counted
    first = np.searchsorted(cluster, cluster)
    return before - before[first]


@dataclass(frozen=True)
class TakeFromPool(Step):
    """The chosen rows of the pool, each with its place; the others are rejections.

    Reasons: region_not_sparse, region_filled, picture_copy.
    """

    pool: TableStore
    pool_members: TableStore
    candidates: TableStore
    clusters: TableStore
    requests: TableStore
    max_weight: float

    def partitions(self, items: list[Item]) -> list[Partition]:
        whole = (self.candidates, self.clusters, self.requests)
        return one_by_one(items, self.pool, beside=(self.pool_members,), whole=whole)

    def read(self, partition: Partition) -> Iterator[CaptionRow | Rejection]:
        places = Places.read(self.clusters, self.requests, self.max_weight)
        near = read_in_partition(self.candidates, PoolCandidate, partition.index, "id", "reason")
        why = dict(zip(near["id"].to_pylist(), near["reason"].to_pylist(), strict=True))
        members = self.pool_members.rows(partition.index)
        for row, member in zip(self.pool.rows(partition.index), members, strict=True):
            reason = why.get(row.id, Reason.REGION_NOT_SPARSE)
            if reason:
                detail = f"cluster {member.cluster}, {member.similarity:.3f} from its centroid"
                yield Rejection.of(row, self.name, Reject(Reason(reason), detail))
                continue
            row.place = VisualPlace(
                id=row.id,
                cluster=member.cluster,
                similarity=member.similarity,
                density=float(places.density[member.cluster]),
                weight=float(places.weight[member.cluster]),
                sparse=True,
                views=int(places.views[member.cluster]),
            )
            yield row
