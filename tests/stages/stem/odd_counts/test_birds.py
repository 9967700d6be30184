import itertools
from random import Random

import pytest

from vlcorpus.stages.stem.odd_counts.birds import OUTLINES, bird


@pytest.mark.parametrize("kind", OUTLINES)
def test_legs_are_seen_below_the_body_apart_from_each_other(kind):
    for count in (2, 3, 4):
        legs = bird(kind)(Random(0), count, None).parts["leg"]
        spans = [[x for shape in leg.shapes for x, _ in shape.path.points()] for leg in legs]
        assert all(max(a) < min(b) for a, b in itertools.pairwise(spans))
        assert all(leg.at[1] < OUTLINES[kind].belly for leg in legs)
