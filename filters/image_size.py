"""Limits on an image's sides. One visual token covers 32 x 32 px (patch 16, merge 2)."""

from typing import Protocol

from vlcorpus.schemas.reasons import Reason


class HasSides(Protocol):
    """Any row with an image, as it is shown."""

    @property
    def width_px(self) -> int: ...

    @property
    def height_px(self) -> int: ...


def side_too_short(image: HasSides, *, min_side_px: int = 64) -> Reason | None:
    """`min_side_px` = 2 x 2 visual tokens: below it the model sees no structure."""
    return Reason.SIDE_TOO_SHORT if min(image.width_px, image.height_px) < min_side_px else None


def aspect_too_extreme(image: HasSides, *, max_aspect: float = 200.0) -> Reason | None:
    """`max_aspect` = 200: beyond it the shipped processor raises. Source: docs/formats.md §9."""
    longer, shorter = (f(image.width_px, image.height_px) for f in (max, min))
    return Reason.ASPECT_TOO_EXTREME if longer > max_aspect * shorter else None
