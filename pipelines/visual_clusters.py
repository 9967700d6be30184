"""Visual regions as tables: where pictures are few, what fills these regions, how the corpus covers them.

    visual_clusters ─▶ members ─▶ regions ─▶ requests ─▶ places
    pool ─▶ pool_members ─▶ candidates ─▶ filled          with a pool

Source: Qwen3-VL report §3.2.1: FAISS clusters of visual embeddings, sparse regions, targeted augmentation.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from pydantic import BaseModel, ConfigDict, Field

from vlcorpus.catalogs.sources.source import Source
from vlcorpus.pipelines.runtime.dag import Over, Table
from vlcorpus.pipelines.steps.assign_regions import AssignRegions
from vlcorpus.pipelines.steps.choose_from_pool import ChooseFromPool, TakeFromPool
from vlcorpus.pipelines.steps.describe_regions import DescribeRegions
from vlcorpus.pipelines.steps.measure_coverage import MeasureCoverage
from vlcorpus.pipelines.steps.place_rows import PlaceRows
from vlcorpus.pipelines.steps.request_fills import RequestFills
from vlcorpus.pipelines.steps.train_centroids import TrainCentroids
from vlcorpus.schemas.captions.caption import CaptionRow
from vlcorpus.schemas.clusters import Candidate, Coverage, Member, Place, Region, RegionRequest
from vlcorpus.schemas.dedup import Centroid
from vlcorpus.stages.stage import Chain

VECTOR = "image_vector"


class RegionsConfig(BaseModel):
    """Clusters of pictures, and what is done for the sparse ones. No picture is rejected for its region."""

    model_config = ConfigDict(extra="forbid", frozen=True, validate_default=True)

    members: int | None = Field(
        default=None, ge=2, description="ours: pictures per region, about; default: 100, more above a million"
    )
    few: float = Field(
        default=0.5, ge=0, description="ours: of the median region's pictures; sparse ones have fewer"
    )
    far: float = Field(
        default=1.5,
        ge=0,
        description="ours: of the median distance of neighbours; sparse ones are farther. Of real pictures' "
        "regions, 2 to 10 % are at 1.5, none at 2",
    )
    max_weight: float = Field(
        default=4.0, ge=1, description="ours: of a sample in the sparsest region; others: 1"
    )
    target_fraction: float = Field(
        default=0.5,
        ge=0,
        le=1,
        description="ours: of the median region's pictures, to which sparse ones are filled",
    )
    pool: tuple[str, ...] = Field(
        default=(), description="inputs like `input` from which sparse regions are filled"
    )
    pool_source: str | None = Field(
        default=None,
        description="name of the pool, whose ids are its own; default: `source` or its folder, -pool",
    )
    max_views: int = Field(
        default=2, ge=0, le=2, description="ours: captions of other tiers, in sparse regions"
    )


@dataclass(frozen=True)
class Regions:
    """The tables that samples and people read."""

    places: Table
    filled: Table | None
    requests: Table
    coverage: Table


def visual_regions(
    rows: Table,
    duplicates: Table,
    cfg: RegionsConfig,
    *,
    pool: Table | None,
    caption: Callable[[Source | Over], Chain],
    seed: int,
) -> Regions:
    """Return the tables on the pictures of `rows`.

    `pool` holds pictures without a caption; `caption` gives one to those of them that are taken.
    """
    clusters = Table(
        "visual_clusters",
        Over(partial(TrainCentroids, column=VECTOR, members=cfg.members, seed=seed), rows),
        row=Centroid,
    )
    assign = partial(AssignRegions, column=VECTOR)
    members = Table("members", Over(assign, rows, clusters), row=Member)
    describe = partial(
        DescribeRegions,
        few=cfg.few,
        far=cfg.far,
        max_weight=cfg.max_weight,
        target_fraction=cfg.target_fraction,
    )
    regions = Table("regions", Over(describe, members, duplicates, clusters), row=Region)
    place = partial(PlaceRows, max_weight=cfg.max_weight)
    request = partial(RequestFills, max_views=cfg.max_views)
    measure = partial(MeasureCoverage, column=VECTOR, seed=seed)
    candidates = pool_members = filled = None
    if pool:
        pool_members = Table("pool_members", Over(assign, pool, clusters), row=Member)
        choose = Over(ChooseFromPool, pool, pool_members, rows, members, regions)
        candidates = Table("candidates", choose, row=Candidate)
    requests = Table("requests", Over(request, rows, regions, candidates), row=RegionRequest)
    places = Table("places", Over(place, members, regions, requests), row=Place)
    if pool:
        take = partial(TakeFromPool, max_weight=cfg.max_weight)
        taken = Over(take, pool, pool_members, candidates, regions, requests)
        filled = Table("filled", caption(taken), row=CaptionRow)
    coverage = Table("coverage", Over(measure, rows, duplicates, places, regions, filled), row=Coverage)
    return Regions(places, filled, requests, coverage)
