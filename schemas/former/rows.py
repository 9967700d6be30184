"""Rows as earlier versions wrote them: their tables are still read and verified, and nothing writes them.

Visual clusters were called regions, and a caption's attribute signature its facts.
"""

from dataclasses import dataclass, field, fields
from typing import Any, ClassVar

from vlcorpus.schemas.arrow import Blob, Float32, Int32, UInt64
from vlcorpus.schemas.captions.caption import FacetQuote, Tier
from vlcorpus.schemas.clusters import ClusterRequest, Coverage, VisualCluster, VisualPlace
from vlcorpus.schemas.dedup import DuplicateDecision, Id
from vlcorpus.schemas.row import Row
from vlcorpus.schemas.sample import Generated, LabelSource

_RENAMED = {
    "cluster": "region",
    "n_clusters": "n_regions",
    "effective_clusters": "effective_regions",
}


@dataclass(slots=True, kw_only=True)
class Bucket1:
    """`BucketRow`, version 1."""

    bucket: Int32
    cluster: Int32
    own: bool
    position: int
    id: Id
    score: Float32
    facts: UInt64
    vector: bytes


@dataclass(slots=True, kw_only=True)
class Centroid1:
    """`Centroid`, version 1, made by one task, which numbered clusters and buckets."""

    upper: bool
    number: Int32
    parent: Int32
    size: Float32
    bucket: Int32
    vector: bytes


@dataclass(slots=True, kw_only=True)
class GroupMember1:
    """`GroupMember`, version 1, which told of the rows that stay as well."""

    position: int
    id: str
    keep: bool
    group: str
    duplicate_of: str | None
    similarity: Float32 | None


@dataclass(slots=True, kw_only=True)
class Member1:
    """`VisualMember`, version 1."""

    id: str
    region: Int32
    similarity: Float32


@dataclass(slots=True, kw_only=True)
class Cluster1:
    """`VisualCluster`, version 1."""

    region: Int32
    n_found: int
    n: int
    spread: Float32
    isolation: Float32
    density: Float32
    sparse: bool
    weight: Float32
    budget: Int32
    x: Float32
    y: Float32
    exemplars: list[str]
    positions: list[int]


@dataclass(slots=True, kw_only=True)
class Place1:
    """`VisualPlace`, version 1."""

    id: str
    region: Int32
    similarity: Float32
    density: Float32
    weight: Float32
    sparse: bool
    views: Int32


@dataclass(slots=True, kw_only=True)
class Candidate1:
    """`PoolCandidate`, version 1."""

    position: int
    id: str
    region: Int32
    similarity: Float32
    reason: str | None


@dataclass(slots=True, kw_only=True)
class Request1:
    """`ClusterRequest`, version 1."""

    region: Int32
    wanted: Int32
    from_pool: Int32
    views: Int32
    missing: Int32
    exemplars: list[str]
    captions: list[str]
    colors: list[str]


@dataclass(slots=True, kw_only=True)
class Coverage1:
    """`Coverage`, version 1."""

    subset: str
    n: int
    n_regions: int
    effective_regions: float
    vendi: float


@dataclass(slots=True, kw_only=True)
class Measures1:
    """`ImageMeasures` up to version 5 of `CaptionRow`."""

    sharpness: Float32
    entropy_bits: Float32
    contrast: Float32
    border_fraction: Float32
    banner_fraction: Float32
    colors: list[str]
    top: str | None
    bottom: str | None


@dataclass(slots=True, kw_only=True)
class CaptionText1:
    """`Caption` up to version 5 of `CaptionRow`."""

    text: str
    tier: Tier
    lang: str
    quotes: list[FacetQuote] = field(default_factory=list)
    label_source: LabelSource
    engine: str


@dataclass(slots=True, kw_only=True)
class Caption1(Row):
    """`CaptionRow`, version 1."""

    content: Blob
    format: str
    width_px: Int32
    height_px: Int32
    exif_applied: bool
    text: str
    lang: str
    measures: Measures1
    perceptual_hash: UInt64
    url: str | None = None
    meta: str | None = None
    wanted: Tier | None = None
    caption: CaptionText1 | None = None
    generated: list[Generated] = field(default_factory=list)
    text_vector: bytes | None = None
    text_facts: UInt64 | None = None
    image_vector: bytes | None = None
    duplicate: DuplicateDecision | None = None
    place: Place1 | None = None


@dataclass(slots=True, kw_only=True)
class Caption2(Row):
    """`CaptionRow`, version 2: the image was nowhere but in the table."""

    schema_version: ClassVar[int] = 2

    content: Blob
    format: str
    width_px: Int32
    height_px: Int32
    exif_applied: bool
    text: str
    lang: str
    measures: Measures1
    perceptual_hash: UInt64
    url: str | None = None
    meta: str | None = None
    wanted: Tier | None = None
    caption: CaptionText1 | None = None
    generated: list[Generated] = field(default_factory=list)
    text_vector: bytes | None = None
    attribute_signature: UInt64 | None = None
    image_vector: bytes | None = None
    duplicate: DuplicateDecision | None = None
    place: VisualPlace | None = None


_TODAY: dict[type, type] = {Cluster1: VisualCluster, Request1: ClusterRequest, Coverage1: Coverage}


def as_of_today(row: Any) -> Any:
    """Return what a report of clusters shows as the type of today; other rows as they are."""
    today = _TODAY.get(type(row))
    if today is None:
        return row
    return today(**{f.name: getattr(row, _RENAMED.get(f.name, f.name)) for f in fields(today)})
