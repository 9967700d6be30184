"""Limits on what an image's pixels say. Bind thresholds with `bind`."""

from vlcorpus.filters.versioned import versioned
from vlcorpus.schemas.captions.caption import CaptionRow
from vlcorpus.schemas.reasons import Reason


@versioned(2)
def image_uniform(
    row: CaptionRow,
    *,
    min_contrast: float = 4.0,
    min_entropy_bits: float = 1.0,
    min_line_sharpness: float = 12.0,
) -> Reason | None:
    """Nothing but one colour, or noise around it: little contrast or entropy, and no line.

    `min_contrast` = 4 levels, ours: JPEG's rings around nothing stay below 2.
    `min_entropy_bits` = 1, ours: a chart or an outline has 0.2 to 1 too, and differs by its lines.
    `min_line_sharpness` = 12, ours: a thin line on white has 24 and more, noise and JPEG up to 7.
    """
    measures = row.measures
    plain = measures.contrast < min_contrast or measures.entropy_bits < min_entropy_bits
    return Reason.IMAGE_UNIFORM if plain and measures.sharpness < min_line_sharpness else None


@versioned(2)
def image_blurred(
    row: CaptionRow, *, min_edge_sharpness: float = 0.29, min_sharpness: float = 5.0
) -> Reason | None:
    """Not even the sharpest edge is one.

    `min_edge_sharpness` = 0.29, ours: a blurred photograph has 0.28, and of 700 good images all but one have
    0.29 and more; what is blurred by a hundredth of its side has 0.2, by a fiftieth 0.12.
    `min_sharpness` = 5, ours, for images without contrast: in fog they have 30; blurred ones have 4 at most.
    """
    measures = row.measures
    if measures.edge_sharpness is None:
        return Reason.IMAGE_BLURRED if measures.sharpness < min_sharpness else None
    return Reason.IMAGE_BLURRED if measures.edge_sharpness < min_edge_sharpness else None


def image_framed(row: CaptionRow, *, max_border_fraction: float = 0.7) -> Reason | None:
    """`max_border_fraction` = 0.7, ours: what is left has less than a third of the tokens paid for.

    The border is that around an image which was put on a page: a thing on white has none.
    """
    return Reason.IMAGE_FRAMED if row.measures.border_fraction > max_border_fraction else None


def image_bannered(row: CaptionRow, *, max_banner_fraction: float = 0.08) -> Reason | None:
    """`max_banner_fraction` = 0.08, ours: bars of a screen (tasks, status) have up to 0.07."""
    return Reason.IMAGE_BANNERED if row.measures.banner_fraction > max_banner_fraction else None
