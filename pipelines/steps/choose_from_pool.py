"""Fill sparse regions from a pool of pictures: those nearest to the centroid, none that is there already.

Copies are told by the perceptual hash (`stages/dedup/perceptual_hash.py`): of a picture in the region, or of
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
from vlcorpus.pipelines.steps.place_rows import Places, RegionFacts
from vlcorpus.pipelines.steps.step import Step, items_of, one_by_one
from vlcorpus.schemas.arrow import arrow_schema
from vlcorpus.schemas.captions.caption import CaptionRow
from vlcorpus.schemas.clusters import Candidate, Place
from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.reasons import Reason
from vlcorpus.schemas.rejection import Rejection
from vlcorpus.stages.dedup.hamming import RADIUS, hamming_pairs


@dataclass(frozen=True)
class ChooseFromPool(Step):
    """One task: it holds the hashes of the pictures in sparse regions, which are few."""

    pool: TableStore
    pool_members: TableStore
    captioned: TableStore
    members: TableStore
    regions: TableStore
    radius_bits: int = RADIUS

    def read(self, partition: Partition) -> Iterator[pa.RecordBatch]:
        facts = RegionFacts.read(self.regions)
        there = self._in_sparse(facts, partition.items, self.captioned, self.members)
        offered = self._in_sparse(facts, partition.items, self.pool, self.pool_members)
        if not len(offered):
            return
        order = pc.sort_indices(
            offered,
            sort_keys=[("region", "ascending"), ("similarity", "descending"), ("position", "ascending")],
        )
        offered = offered.take(order)
        region = offered["region"].to_numpy()
        copy = self._copies(there["perceptual_hash"].to_numpy(), offered["perceptual_hash"].to_numpy())
        full = ~copy & (_rank(region, ~copy) >= facts.budget[region])
        reasons = np.select([copy, full], [str(Reason.PICTURE_COPY), str(Reason.REGION_FILLED)], "")
        offered = offered.append_column(
            "reason", pa.array(reasons.tolist(), pa.string(), mask=~(copy | full))
        ).sort_by("position")
        for rows in in_groups(len(offered)):
            part = offered.slice(rows.start, GROUP_ROWS)
            yield batch(Candidate, **{name: part[name] for name in arrow_schema(Candidate).names})

    def _in_sparse(
        self, facts: RegionFacts, items: tuple[Item, ...], table: TableStore, members: TableStore
    ) -> pa.Table:
        """Return id, region, similarity and hash of the rows of a table that lie in sparse regions."""
        found = []
        for item, beside in zip(items_of(table, items), items_of(members, items), strict=True):
            if item.n_rows and len(facts.sparse):
                rows = read_columns(members, beside, "id", "region", "similarity")
                hashes = read_columns(table, item, "perceptual_hash")["perceptual_hash"]
                rows = rows.append_column("position", pa.array(positions(item)))
                rows = rows.append_column("perceptual_hash", hashes)
                found.append(rows.filter(pa.array(facts.sparse[rows["region"].to_numpy()])))
        return pa.concat_tables(found) if found else _NOTHING

    def _copies(self, there: np.ndarray, offered: np.ndarray) -> np.ndarray:
        """Say of each picture on offer whether it is near to one that is there, or to one before it."""
        copy = np.zeros(len(there) + len(offered), bool)
        for pairs in hamming_pairs(np.concatenate([there, offered]), self.radius_bits):
            copy[np.maximum(pairs.i, pairs.j)] = True
        return copy[len(there) :]


_NOTHING = pa.table(
    {
        "id": pa.array([], pa.string()),
        "region": pa.array([], pa.int32()),
        "similarity": pa.array([], pa.float32()),
        "position": pa.array([], pa.int64()),
        "perceptual_hash": pa.array([], pa.uint64()),
    }
)


def _rank(region: np.ndarray, counted: np.ndarray) -> np.ndarray:
    """Return how many counted rows stand before each in its region; `region` ascends."""
    before = np.cumsum(counted) - counted
    first = np.searchsorted(region, region)
    return before - before[first]


@dataclass(frozen=True)
class TakeFromPool(Step):
    """The chosen rows of the pool, each with its place; the others are rejections.

    Reasons: region_not_sparse, region_filled, picture_copy.
    """

    pool: TableStore
    pool_members: TableStore
    candidates: TableStore
    regions: TableStore
    requests: TableStore
    max_weight: float

    def partitions(self, items: list[Item]) -> list[Partition]:
        return one_by_one(items_of(self.pool, items))

    def read(self, partition: Partition) -> Iterator[CaptionRow | Rejection]:
        places = Places.read(self.regions, self.requests, self.max_weight)
        near = read_in_partition(self.candidates, Candidate, partition.index, "id", "reason")
        why = dict(zip(near["id"].to_pylist(), near["reason"].to_pylist(), strict=True))
        members = self.pool_members.rows(partition.index)
        for row, member in zip(self.pool.rows(partition.index), members, strict=True):
            reason = why.get(row.id, Reason.REGION_NOT_SPARSE)
            if reason:
                detail = f"region {member.region}, {member.similarity:.3f} from its centroid"
                yield Rejection.of(row, self.name, Reject(Reason(reason), detail))
                continue
            row.place = Place(
                id=row.id,
                region=member.region,
                similarity=member.similarity,
                density=float(places.density[member.region]),
                weight=float(places.weight[member.region]),
                sparse=True,
                views=int(places.views[member.region]),
            )
            yield row
