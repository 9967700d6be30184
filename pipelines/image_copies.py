"""Copies of an image as tables: `copy_buckets`, `copy_pairs`, `copy_verdicts`, `copy_groups`, `copies`.

They stand before captions are written, for a model is paid for each image: the image that stays is captioned
once. Only images are compared; what two say of them decides nothing.
"""

from pydantic import BaseModel, ConfigDict, Field

from vlcorpus.pipelines.runtime.dag import Over, Table
from vlcorpus.pipelines.steps.decide_duplicates import DecideDuplicates
from vlcorpus.pipelines.steps.find_copies import FillCopyBuckets, FindCopies
from vlcorpus.pipelines.steps.group_duplicates import GroupDuplicates
from vlcorpus.pipelines.steps.judge_pairs import JudgePairs
from vlcorpus.schemas.dedup import CopyBucketRow, DuplicateDecision, GroupMember, NearPair, Verdict


class CopiesConfig(BaseModel):
    """Which rows have the same image. Of such, the one with a text and the most pixels is captioned."""

    model_config = ConfigDict(extra="forbid", frozen=True, validate_default=True)

    drop: bool = Field(
        default=True, description="reject all copies of an image but one; false: only write them down"
    )


def image_copies(rows: Table) -> Table:
    """Return the table of decisions on `rows`."""
    buckets = Table("copy_buckets", Over(FillCopyBuckets, rows), row=CopyBucketRow)
    pairs = Table("copy_pairs", Over(FindCopies, buckets), row=NearPair)
    verdicts = Table("copy_verdicts", Over(JudgePairs, rows, pairs), row=Verdict)
    groups = Table("copy_groups", Over(GroupDuplicates, rows, pairs, verdicts), row=GroupMember)
    return Table("copies", Over(DecideDuplicates, rows, verdicts, groups), row=DuplicateDecision)
