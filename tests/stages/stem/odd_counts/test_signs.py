from random import Random

import pytest

from vlcorpus.stages.stem.odd_counts.signs import BUILDS, HEIGHT, WIDTH


@pytest.mark.parametrize(
    ("kind", "part"), [("eu flag", "star"), ("chinese flag", "star"), ("us flag", "stripe")]
)
def test_all_of_a_flag_lies_in_its_field(kind, part):
    for count in (11, 12, 14) if kind != "chinese flag" else (4, 5, 7):
        for one in BUILDS[kind](Random(0), count, None).parts[part]:
            for x, y in one.shapes[0].path.points():
                assert -1 < x < WIDTH + 1
                assert -1 < y < HEIGHT + 1


def test_stripes_fill_a_flag():
    stripes = BUILDS["thai flag"](Random(0), 6, None).parts["stripe"]
    heights = [{y for _, y in stripe.shapes[0].path.points()} for stripe in stripes]
    assert sum(max(ys) - min(ys) for ys in heights) == pytest.approx(HEIGHT)


def test_the_usual_middle_stripe_is_double():
    usual = [stripe.at[1] for stripe in BUILDS["thai flag"](Random(0), 5, None).parts["stripe"]]
    assert usual[1] - usual[2] == pytest.approx(1.5 * (usual[0] - usual[1]))
