"""A view: one more caption of an image, of another tier than its first one."""

from collections.abc import Iterator
from dataclasses import replace

from vlcorpus.schemas.captions.caption import CaptionRow, Tier, captioned
from vlcorpus.schemas.row import row_id


def views_of(row: CaptionRow) -> Iterator[CaptionRow]:
    """Yield `row.place.views` rows of the same image without a caption; each wants a tier of its own."""
    first = captioned(row).caption.tier
    others = [tier for tier in Tier if tier is not first]
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
            attribute_signature=None,
            content_words=None,
        )
