"""The rows that tables are written in, each by a name and a version that outlive the module it stands in.

A table keeps `sample/1`, not an import path: a class may move, and another one may take its place. The
version goes up with the columns; tests/schemas/test_row_types.py holds it against them. A package of somebody
else registers its rows by the entry points `vlcorpus.rows`. A class that is not registered goes by its path,
and only a program that has imported it finds it: what a table says makes nobody import anything.
"""

import sys
from dataclasses import is_dataclass
from functools import cache
from importlib.metadata import entry_points
from typing import Any

from vlcorpus.schemas.errors import ConfigError
from vlcorpus.schemas.named import find_named

GROUP = "vlcorpus.rows"
ROW_TYPES = {
    "bucket": "vlcorpus.schemas.dedup:BucketRow",
    "candidate": "vlcorpus.schemas.clusters:PoolCandidate",
    "caption": "vlcorpus.schemas.captions.caption:CaptionRow",
    "cell": "vlcorpus.schemas.dedup:Cell",
    "centroid": "vlcorpus.schemas.dedup:Centroid",
    "cluster": "vlcorpus.schemas.clusters:VisualCluster",
    "cluster_member": "vlcorpus.schemas.clusters:VisualMember",
    "cluster_place": "vlcorpus.schemas.clusters:VisualPlace",
    "cluster_request": "vlcorpus.schemas.clusters:ClusterRequest",
    "cluster_tally": "vlcorpus.schemas.clusters:ClusterTally",
    "copy_bucket": "vlcorpus.schemas.dedup:CopyBucketRow",
    "coverage": "vlcorpus.schemas.clusters:Coverage",
    "duplicate_decision": "vlcorpus.schemas.dedup:DuplicateDecision",
    "file": "vlcorpus.schemas.file:FileRow",
    "group_member": "vlcorpus.schemas.dedup:GroupMember",
    "near_clusters": "vlcorpus.schemas.clusters:NearClusters",
    "near_pair": "vlcorpus.schemas.dedup:NearPair",
    "rejection": "vlcorpus.schemas.rejection:Rejection",
    "rollout": "vlcorpus.schemas.rollout:Rollout",
    "sample": "vlcorpus.schemas.sample:Sample",
    "sampled_vector": "vlcorpus.schemas.dedup:SampledVector",
    "verdict": "vlcorpus.schemas.dedup:Verdict",
}
# Rows whose columns were renamed since, as they were.
FORMER_VERSIONS = {
    "bucket/1": "vlcorpus.schemas.former.rows:Bucket1",
    "candidate/1": "vlcorpus.schemas.former.rows:Candidate1",
    "caption/1": "vlcorpus.schemas.former.rows:Caption1",
    "caption/2": "vlcorpus.schemas.former.rows:Caption2",
    "centroid/1": "vlcorpus.schemas.former.rows:Centroid1",
    "cluster/1": "vlcorpus.schemas.former.rows:Cluster1",
    "cluster_member/1": "vlcorpus.schemas.former.rows:Member1",
    "cluster_place/1": "vlcorpus.schemas.former.rows:Place1",
    "cluster_request/1": "vlcorpus.schemas.former.rows:Request1",
    "coverage/1": "vlcorpus.schemas.former.rows:Coverage1",
    "group_member/1": "vlcorpus.schemas.former.rows:GroupMember1",
}
# What tables of layout 1 call these rows.
FORMER_PATHS = {
    "schemas.caption:CaptionRow": "caption",
    "schemas.dedup:BucketRow": "bucket",
    "schemas.dedup:Centroid": "centroid",
    "schemas.dedup:DuplicateDecision": "duplicate_decision",
    "schemas.dedup:GroupMember": "group_member",
    "schemas.dedup:NearPair": "near_pair",
    "schemas.regions:Candidate": "candidate",
    "schemas.regions:Coverage": "coverage",
    "schemas.regions:Member": "cluster_member",
    "schemas.regions:Place": "cluster_place",
    "schemas.regions:Region": "cluster",
    "schemas.regions:RegionRequest": "cluster_request",
    "schemas.rejection:Rejection": "rejection",
    "schemas.sample:Sample": "sample",
}


_NAMED: dict[str, type] = {}  # classes whose names this program asked for itself


def version_of(row_type: type) -> int:
    """Return the version of a row's columns: the class attribute `schema_version`, 1 where there is none."""
    return getattr(row_type, "schema_version", 1)


def name_of(row_type: type) -> str:
    """Return what a table's manifest calls its rows: `sample/1`."""
    path = f"{row_type.__module__}:{row_type.__qualname__}"
    _NAMED[path] = row_type
    name = next((name for name, known in _registered().items() if known == path), path)
    return f"{name}/{version_of(row_type)}"


def find_row_type(name: str) -> type:
    """Return the row type that a manifest names. Raises ConfigError where this installation has none such."""
    known, _, version = (f"{FORMER_PATHS[name]}/1" if name in FORMER_PATHS else name).partition("/")
    path = FORMER_VERSIONS.get(f"{known}/{version}") or _registered().get(known)
    try:
        row_type = find_named(path) if path else _imported(known)
    except (ImportError, AttributeError, ValueError) as error:
        raise ConfigError(
            f"no row type {name!r}: {error}. Install the package whose pipeline made the table."
        ) from error
    if version and not (version.isdecimal() and int(version) <= version_of(row_type)):
        raise ConfigError(
            f"row type {name!r} is newer than {name_of(row_type)}, which is installed: upgrade vlcorpus"
        )
    return row_type


def _imported(path: str) -> type:
    """Return an unregistered class of rows that this program imported by itself. Raises ValueError."""
    if path in _NAMED:
        return _NAMED[path]
    module, _, name = path.partition(":")
    found: Any = getattr(sys.modules.get(module), name, None)
    if not (isinstance(found, type) and is_dataclass(found)):
        raise ValueError(f"nothing of that name is registered by the entry points {GROUP}")
    return found


@cache
def _registered() -> dict[str, str]:
    """Return paths by name, ours and those of other packages; ours cannot be replaced."""
    return {point.name: point.value for point in entry_points(group=GROUP)} | ROW_TYPES
