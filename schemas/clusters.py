"""What visual clusters say of a corpus: where images are many, where they are few, what is wanted there.

A visual cluster holds images whose vectors are near each other. No image is rejected for its cluster: sparse
clusters weigh more, and are filled. Source: Qwen3-VL report §3.2.1, which clusters visual embeddings to find
sparse regions.
"""

from dataclasses import dataclass, field
from typing import ClassVar

from vlcorpus.schemas.arrow import Float32, Int32


@dataclass(slots=True, kw_only=True)
class VisualMember:
    """The cluster in which a row of a table lies. There is one for each of its rows, in their order."""

    schema_version: ClassVar[int] = 2

    id: str  # the row's id
    cluster: Int32  # number of its cluster; -1 where there are no clusters at all
    similarity: Float32  # cosine to the cluster's centroid, -1 to 1


@dataclass(slots=True, kw_only=True)
class NearClusters:
    """The clusters whose centroids are nearest to that of a cluster."""

    cluster: Int32  # its number, from 0
    others: list[int]  # numbers of the clusters nearest to it, the nearest first
    distances: list[Float32]  # 1 - cosine to their centroids, 0 to 2


@dataclass(slots=True, kw_only=True)
class ClusterTally:
    """What was counted of a cluster in some partitions."""

    cluster: Int32  # its number, from 0
    n_found: int  # number of images before semantic dedup
    n: int  # number of images that dedup keeps
    distance: float  # sum of 1 - cosine to the centroid over the kept images
    exemplars: list[str]  # ids of the kept images nearest to the centroid, the nearest first
    positions: list[int]  # where they lie: schemas/dedup.py
    distances: list[float]  # their 1 - cosine to the centroid


@dataclass(slots=True, kw_only=True)
class VisualCluster:
    """How many images lie in a cluster, how densely, and how many more it wants."""

    schema_version: ClassVar[int] = 2

    cluster: Int32  # its number, from 0
    n_found: int  # number of images before semantic dedup
    n: int  # number of images that dedup keeps
    spread: Float32  # mean of 1 - cosine to the centroid over the kept images, 0 to 2; 0 where there are none
    isolation: Float32  # 1 - cosine to the nearest other centroid, 0 to 2; 0 where there is no other
    density: Float32  # density of kept images relative to the median cluster's, from 0; the median is 1
    sparse: bool  # whether it holds few images and lies far from others
    weight: Float32  # weight of its samples in training before it is filled, from 1; the thinner, the more
    budget: Int32  # number of images that would lift it out of sparseness; 0 where it is not sparse
    x: Float32  # place of the centroid on a map of all clusters, -1 to 1, to the right
    y: Float32  # the same, upwards
    exemplars: list[str]  # ids of the images nearest to the centroid, the nearest first
    positions: list[int] = field(default_factory=list)  # where the exemplars lie: schemas/dedup.py


@dataclass(slots=True, kw_only=True)
class VisualPlace:
    """What its cluster means for a row of a table. There is one for each of its rows, in their order."""

    schema_version: ClassVar[int] = 2

    id: str  # the row's id
    cluster: Int32  # number of its cluster
    similarity: Float32  # cosine to the cluster's centroid, -1 to 1
    density: Float32  # density of the cluster once it is filled; 1 is the median cluster before
    weight: Float32  # weight of the row's samples in training, by `density`, from 1
    sparse: bool  # whether the cluster was sparse before it was filled
    views: Int32  # number of captions wanted of the image beyond the first


@dataclass(slots=True, kw_only=True)
class PoolCandidate:
    """An image of the pool that lies in a sparse cluster."""

    schema_version: ClassVar[int] = 2

    position: int  # where it lies in the pool: schemas/dedup.py
    id: str  # the row's id
    cluster: Int32  # number of its cluster
    similarity: Float32  # cosine to the cluster's centroid, -1 to 1
    reason: str | None  # why it is not taken; null where it is


@dataclass(slots=True, kw_only=True)
class ClusterRequest:
    """What a sparse cluster still wants: generators of other domains read this table."""

    schema_version: ClassVar[int] = 2

    cluster: Int32  # number of the cluster
    wanted: Int32  # number of images that would lift it out of sparseness
    from_pool: Int32  # number of images that the pool gives
    views: Int32  # number of captions wanted of each of its images beyond the first
    missing: Int32  # number of images that the pool does not give: wanted - from_pool
    exemplars: list[str]  # ids of the images nearest to the centroid, the nearest first
    captions: list[str]  # captions of the exemplars
    colors: list[str]  # the colours that most of the exemplars have, at most three


@dataclass(slots=True, kw_only=True)
class Coverage:
    """How evenly a set of images covers the clusters."""

    schema_version: ClassVar[int] = 2

    subset: str  # found | kept (by dedup) | filled (kept, and from the pool) | weighted (filled, by weight)
    n: int  # number of images
    n_clusters: int  # number of clusters that hold one of them
    effective_clusters: float  # exp of the entropy of the clusters' shares: equal clusters that cover as much
    vendi: float  # Vendi score: as how many unlike vectors the set counts, whatever the clusters
