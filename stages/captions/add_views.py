"""More captions of a picture that has few like it: of the tiers that its first caption is not of."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from vlcorpus.schemas.captions.caption import CaptionRow, Tier
from vlcorpus.schemas.row import row_id
from vlcorpus.stages.stage import RowStage


@dataclass(frozen=True)
class AddViews(RowStage):
    """One row in; out it comes, and after it `place.views` rows without a caption, each wanting a tier."""

    def each(self, row: CaptionRow) -> Iterator[CaptionRow]:
        yield row
        others = [tier for tier in Tier if tier is not row.caption.tier]
        for tier in others[: row.place.views if row.place else 0]:
            key = row.derived_key(f"view={tier}")
            yield replace(
                row,
                id=row_id(row.source, key),
                source_key=key,
                wanted=tier,
                caption=None,
                generated=[],
                text_vector=None,
                text_facts=None,
            )
