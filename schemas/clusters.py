"""What visual clusters say of a corpus: where pictures are many, where they are few, what is wanted there.

A region is a cluster of image vectors. No picture is rejected for its region: sparse ones weigh more, and are
filled. Source: Qwen3-VL report §3.2.1, which clusters visual embeddings to find sparse regions.
"""

from dataclasses import dataclass, field

from vlcorpus.schemas.arrow import Float32, Int32


@dataclass(slots=True, kw_only=True)
class Member:
    """Of every row of a table, in its order."""

    id: str
    region: Int32
    similarity: Float32  # cosine to the region's centroid


@dataclass(slots=True, kw_only=True)
class Region:
    region: Int32
    n_found: int  # pictures before semantic dedup
    n: int  # of them, those that stay
    spread: Float32  # mean of 1 - cosine to the centroid, over those that stay; 0 where there are none
    isolation: Float32  # 1 - cosine of the centroid to the nearest other one; 0 where there is no other
    density: Float32  # of pictures that stay, relative: 1 is the median region
    sparse: bool
    weight: Float32  # of its samples in training: 1 and more, by density; before the pool fills it
    budget: Int32  # pictures that would lift it out of sparseness; 0 where it is not sparse
    x: Float32  # of the centroid on a map of all regions, -1 to 1
    y: Float32
    exemplars: list[str]  # ids of the pictures nearest to the centroid, the nearest first
    positions: list[int] = field(default_factory=list)  # of these: schemas/dedup.py


@dataclass(slots=True, kw_only=True)
class Place:
    """Of every row of a table, in its order: what its region means for it."""

    id: str
    region: Int32
    similarity: Float32
    density: Float32  # with what fills it
    weight: Float32  # by that density
    sparse: bool  # before
    views: Int32  # captions wanted of it beyond the first


@dataclass(slots=True, kw_only=True)
class Candidate:
    """A picture of the pool that lies in a sparse region."""

    position: int  # in the pool: schemas/dedup.py
    id: str
    region: Int32
    similarity: Float32
    reason: str | None  # why it is not taken; null where it is


@dataclass(slots=True, kw_only=True)
class RegionRequest:
    """What a sparse region still wants: generators of other domains read this table."""

    region: Int32
    wanted: Int32  # pictures
    from_pool: Int32  # of them, found in the pool
    views: Int32  # captions wanted of each of its pictures beyond the first
    missing: Int32  # what neither the pool nor further captions give: wanted - from_pool
    exemplars: list[str]  # ids
    captions: list[str]  # of the exemplars
    colors: list[str]  # that prevail in them


@dataclass(slots=True, kw_only=True)
class Coverage:
    """How evenly a set of pictures covers the regions."""

    subset: str  # found | kept (by dedup) | filled (kept, and from the pool) | weighted (filled, by weight)
    n: int
    n_regions: int  # with a picture
    effective_regions: float  # exp of the entropy of the shares: as many regions of equal size cover as much
    vendi: float  # the same of the eigenvalues of the cosine kernel: without regions, from the vectors alone
