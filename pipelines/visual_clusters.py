"""Visual clusters as tables: where images are few, what fills these places, how the corpus covers them.

    visual_cells ─▶ visual_sampled ─▶ visual_centroids
    visual_centroids ─▶ visual_members ─▶ visual_tallies ─▶ visual_clusters
    visual_centroids ─▶ visual_neighbours ─▶ visual_clusters ─▶ visual_requests ─▶ visual_places
    pool ─▶ visual_pool_members ─▶ visual_candidates ─▶ visual_filled          with a pool

Source: Qwen3-VL report §3.2.1: FAISS clusters of visual embeddings, sparse regions, targeted augmentation.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from pydantic import BaseModel, ConfigDict, Field

from vlcorpus.catalogs.sources.source import Source
from vlcorpus.pipelines.centroids import centroids
from vlcorpus.pipelines.runtime.dag import Over, Table
from vlcorpus.pipelines.steps.assign_clusters import AssignClusters
from vlcorpus.pipelines.steps.choose_from_pool import ChooseFromPool, TakeFromPool
from vlcorpus.pipelines.steps.describe_clusters import DescribeClusters
from vlcorpus.pipelines.steps.find_neighbours import FindNeighbours
from vlcorpus.pipelines.steps.measure_coverage import MeasureCoverage
from vlcorpus.pipelines.steps.place_rows import PlaceRows
from vlcorpus.pipelines.steps.request_fills import RequestFills
from vlcorpus.pipelines.steps.tally_clusters import TallyClusters
from vlcorpus.schemas.captions.caption import CaptionRow
from vlcorpus.schemas.clusters import (
    ClusterRequest,
    ClusterTally,
    Coverage,
    NearClusters,
    PoolCandidate,
    VisualCluster,
    VisualMember,
    VisualPlace,
)
from vlcorpus.stages.stage import Chain

VECTOR = "image_vector"


class ClustersConfig(BaseModel):
    """Clusters of images, and what is done for the sparse ones. No image is rejected for its cluster."""

    model_config = ConfigDict(extra="forbid", frozen=True, validate_default=True)

    members: int | None = Field(
        default=None, ge=2, description="ours: images per cluster, about; default: 100, more above a million"
    )
    max_size_ratio: float = Field(
        default=0.5,
        ge=0,
        description="ours: a sparse cluster has fewer images than this times the median cluster's",
    )
    min_distance_ratio: float = Field(
        default=1.5,
        ge=0,
        description="ours: a sparse cluster is farther from its neighbours than this times the median one; "
        "with 1.5, 2 to 10 % of the clusters of real images are sparse, with 2 none",
    )
    max_weight: float = Field(
        default=4.0,
        ge=1,
        description="ours: weight of a sample in the sparsest cluster; in the median one it is 1",
    )
    target_fraction: float = Field(
        default=0.5,
        ge=0,
        le=1,
        description="ours: sparse clusters are filled up to this times the median cluster's images",
    )
    pool: tuple[str, ...] = Field(
        default=(), description="inputs like `input`, from which sparse clusters are filled"
    )
    pool_source: str | None = Field(
        default=None,
        description="name of the pool, so that its ids are its own; default: `source`, or the pool's "
        "folder, with -pool",
    )
    max_views: int = Field(
        default=2,
        ge=0,
        le=2,
        description="ours: further captions, of other tiers, of each image in a sparse cluster",
    )


@dataclass(frozen=True)
class ClusterTables:
    """The tables that samples and people read."""

    places: Table
    filled: Table | None
    requests: Table
    coverage: Table


def visual_clusters(
    rows: Table,
    duplicates: Table,
    cfg: ClustersConfig,
    *,
    pool: Table | None,
    caption: Callable[[Source | Over], Chain],
    seed: int,
) -> ClusterTables:
    """Return the tables on the images of `rows`.

    `pool` holds images without a caption; `caption` gives one to those of them that are taken.
    """
    trained = centroids("visual_centroids", rows, of="visual", column=VECTOR, members=cfg.members, seed=seed)
    assign = partial(AssignClusters, column=VECTOR)
    members = Table("visual_members", Over(assign, rows, trained), row=VisualMember)
    describe = partial(
        DescribeClusters,
        max_size_ratio=cfg.max_size_ratio,
        min_distance_ratio=cfg.min_distance_ratio,
        max_weight=cfg.max_weight,
        target_fraction=cfg.target_fraction,
    )
    near = Table("visual_neighbours", Over(FindNeighbours, trained), row=NearClusters)
    tallies = Table("visual_tallies", Over(TallyClusters, members, duplicates, trained), row=ClusterTally)
    described = Over(describe, tallies, trained, near)
    clusters = Table("visual_clusters", described, row=VisualCluster)
    place = partial(PlaceRows, max_weight=cfg.max_weight)
    request = partial(RequestFills, max_views=cfg.max_views)
    measure = partial(MeasureCoverage, column=VECTOR, max_weight=cfg.max_weight, seed=seed)
    candidates = pool_members = filled = None
    if pool:
        pool_members = Table("visual_pool_members", Over(assign, pool, trained), row=VisualMember)
        choose = Over(ChooseFromPool, pool, pool_members, rows, members, clusters)
        candidates = Table("visual_candidates", choose, row=PoolCandidate)
    requests = Table("visual_requests", Over(request, rows, clusters, candidates), row=ClusterRequest)
    places = Table("visual_places", Over(place, members, clusters, requests), row=VisualPlace)
    if pool:
        take = partial(TakeFromPool, max_weight=cfg.max_weight)
        taken = Over(take, pool, pool_members, candidates, clusters, requests)
        filled = Table("visual_filled", caption(taken), row=CaptionRow)
    coverage = Table(
        "visual_coverage",
        Over(measure, rows, duplicates, places, clusters, requests, filled),
        row=Coverage,
    )
    return ClusterTables(places, filled, requests, coverage)
