import math

import pytest

from vlcorpus.stages.stem.network.nodes import Body


@pytest.mark.parametrize(
    ("body", "way", "reach"),
    [
        (Body.disc(5), (3, 4), 5),
        (Body(4, 2), (1, 0), 4),
        (Body(4, 2), (0, -9), 2),
        (Body(4, 2, is_round=False), (1, 0), 4),
        (Body(4, 2, is_round=False), (4, 2), math.hypot(4, 2)),
        (Body(4, 2, is_round=False), (-1, 1), 2 * math.sqrt(2)),
    ],
)
def test_how_far_a_body_reaches_in_a_direction(body, way, reach):
    assert body.reach(way) == pytest.approx(reach)


@pytest.mark.parametrize("is_round", [True, False])
def test_an_outline_is_as_wide_and_high_as_the_body(is_round):
    xs, ys = zip(*Body(4, 2, is_round).outline((10, 20)).points(), strict=True)
    assert (min(xs), max(xs), min(ys), max(ys)) == pytest.approx((6, 14, 18, 22))
