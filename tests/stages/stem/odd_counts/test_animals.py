import itertools
from random import Random

import pytest

from vlcorpus.stages.stem.odd_counts.animals import OUTLINES, quadruped


@pytest.mark.parametrize("kind", OUTLINES)
def test_feet_stand_apart_on_the_ground(kind):
    for count in (3, 4, 5, 6):
        legs = quadruped(kind)(Random(0), count, None).parts["leg"]
        outlines = [[points[-1] for _, points in leg.shapes[1].path.commands] for leg in legs]
        feet = [[x for x, y in outline if y < 40] for outline in outlines]
        lows = [min(y for _, y in outline) for outline in outlines]
        assert all(max(a) < min(b) for a, b in itertools.pairwise(feet))
        assert all(abs(low) < 10 for low in lows)
