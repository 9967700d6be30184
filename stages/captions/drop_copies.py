"""Of rows with one image, one goes on: what others say of it is not paid for again."""

from dataclasses import dataclass, replace

from vlcorpus.schemas.captions.caption import CaptionRow
from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.reasons import Reason
from vlcorpus.stages.stage import RowStage


@dataclass(frozen=True)
class DropCopies(RowStage[CaptionRow, CaptionRow]):
    """Reject what `row.copy` decides is a copy, and name the row that stays. `thumbnail` has served then.

    Reasons: image_copy.
    """

    drop: bool = True

    def each(self, row: CaptionRow) -> CaptionRow:
        if self.drop and row.copy and row.copy.duplicate_of:
            raise Reject(Reason.IMAGE_COPY, f"of {row.copy.duplicate_of}, {row.copy.similarity:.3f} alike")
        return replace(row, thumbnail=None)
