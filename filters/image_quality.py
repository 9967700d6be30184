"""Limits on what an image's pixels say. Bind thresholds with `bind`."""

from vlcorpus.schemas.captions.caption import CaptionRow
from vlcorpus.schemas.reasons import Reason


def image_uniform(
    row: CaptionRow, *, min_contrast: float = 4.0, min_entropy_bits: float = 1.0
) -> Reason | None:
    """Nothing but one colour, or noise around it.

    `min_contrast` = 4 levels, ours: JPEG's rings around nothing stay below 2.
    `min_entropy_bits` = 1, ours: black text on white has 1 to 2, a placeholder of two colours 0.3.
    """
    measures = row.measures
    uniform = measures.contrast < min_contrast or measures.entropy_bits < min_entropy_bits
    return Reason.IMAGE_UNIFORM if uniform else None


def image_blurred(row: CaptionRow, *, min_sharpness: float = 12.0) -> Reason | None:
    """`min_sharpness` = 12, ours: photographs at 256 px have 200 and more, in fog 30."""
    return Reason.IMAGE_BLURRED if row.measures.sharpness < min_sharpness else None


def image_framed(row: CaptionRow, *, max_border_fraction: float = 0.7) -> Reason | None:
    """`max_border_fraction` = 0.7, ours: what is left has less than a third of the tokens paid for."""
    return Reason.IMAGE_FRAMED if row.measures.border_fraction > max_border_fraction else None


def image_bannered(row: CaptionRow, *, max_banner_fraction: float = 0.08) -> Reason | None:
    """`max_banner_fraction` = 0.08, ours: bars of a screen (tasks, status) have up to 0.07."""
    return Reason.IMAGE_BANNERED if row.measures.banner_fraction > max_banner_fraction else None
