"""Semantic dedup as tables.

    rows ─▶ text_cells ─▶ text_sampled ─▶ text_clusters ─▶ text_buckets ─▶ text_pairs
    text_pairs ─▶ text_verdicts ─▶ text_groups ─▶ duplicates

Source: Qwen3-VL report §3.2.1, on the recaptioned text only; SemDeDup (Abbas et al., 2023).
"""

from functools import partial

from pydantic import BaseModel, ConfigDict, Field

from vlcorpus.pipelines.centroids import centroids
from vlcorpus.pipelines.runtime.dag import Over, Table
from vlcorpus.pipelines.steps.decide_duplicates import DecideDuplicates
from vlcorpus.pipelines.steps.fill_buckets import FillBuckets
from vlcorpus.pipelines.steps.find_pairs import FindPairs
from vlcorpus.pipelines.steps.group_duplicates import GroupDuplicates
from vlcorpus.pipelines.steps.judge_pairs import JudgePairs
from vlcorpus.schemas.dedup import BucketRow, DuplicateDecision, GroupMember, NearPair, Verdict


class DedupConfig(BaseModel):
    """Which captions say the same. Of such, the image with the most pixels stays, then the smallest id."""

    model_config = ConfigDict(extra="forbid", frozen=True, validate_default=True)

    threshold: float = Field(
        default=0.94,
        ge=0,
        le=1,
        description="ours: cosine from which two captions say the same, the smallest that takes one wrong "
        "pair in twenty, and one in a hundred captions of one template: bench-dedup-quality; E5 models want "
        "0.99",
    )
    drop: bool = Field(
        default=True, description="reject all but one of a group; false: only write down who is in it"
    )
    members: int | None = Field(
        default=None,
        ge=2,
        description="ours: vectors per cluster, about; default: 100, more above a million rows",
    )


def semantic_dedup(
    rows: Table,
    cfg: DedupConfig,
    *,
    vector: str,
    score: tuple[str, ...],
    signature: str | None = None,
    words: str | None = None,
    seed: int,
) -> Table:
    """Return the table of decisions on `rows`; the product of the columns `score` says who stays.

    Rows that differ in the column `signature` are no duplicates, however near their vectors are, nor are
    those whose `words` fill one template in two ways.
    """
    clusters = centroids("text_clusters", rows, of="text", column=vector, members=cfg.members, seed=seed)
    fill = partial(FillBuckets, column=vector, score=score, signature=signature, words=words)
    buckets = Table("text_buckets", Over(fill, rows, clusters), row=BucketRow)
    pairs = Table(
        "text_pairs",
        Over(partial(FindPairs, threshold=cfg.threshold), buckets, clusters),
        row=NearPair,
    )
    verdicts = Table("text_verdicts", Over(JudgePairs, rows, pairs), row=Verdict)
    groups = Table("text_groups", Over(GroupDuplicates, rows, pairs, verdicts), row=GroupMember)
    return Table("duplicates", Over(DecideDuplicates, rows, verdicts, groups), row=DuplicateDecision)
