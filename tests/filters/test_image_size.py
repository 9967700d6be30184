import pytest

from vlcorpus.filters.image_size import aspect_too_extreme, side_too_short
from vlcorpus.schemas.image import ImageRow
from vlcorpus.schemas.reasons import Reason


def image(width_px: int, height_px: int) -> ImageRow:
    sides = {"width_px": width_px, "height_px": height_px}
    return ImageRow.origin("test", "a", None, content=b"", format="PNG", exif_applied=False, **sides)


@pytest.mark.parametrize("side", [(63, 480), (480, 63)])
def test_a_side_below_two_tokens_is_too_short(side):
    assert side_too_short(image(*side)) == Reason.SIDE_TOO_SHORT
    assert side_too_short(image(64, 480)) is None


@pytest.mark.parametrize(("sides", "reason"), [((2001, 10), Reason.ASPECT_TOO_EXTREME), ((2000, 10), None)])
def test_both_sides_of_the_aspect_limit(sides, reason):
    assert aspect_too_extreme(image(*sides)) == reason
    assert aspect_too_extreme(image(*reversed(sides))) == reason
