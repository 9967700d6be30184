from random import Random

import pytest

from vlcorpus.stages.stem.venn.areas import areas
from vlcorpus.stages.stem.venn.layouts import LAYOUTS, mirrored

REGIONS = {
    "two_overlapping": "A B AB",
    "two_disjoint": "A B",
    "two_nested": "A AB",
    "three_overlapping": "A B C AB AC BC ABC",
    "three_in_chain": "A B C AB BC",
    "three_nested": "A AB ABC",
    "two_in_one": "A AB AC",
    "overlapping_in_one": "A AB AC ABC",
    "one_in_overlap": "A B AB ABC",
    "one_in_part": "A B AB AC",
    "one_apart": "A B C AB",
    "three_disjoint": "A B C",
    "pair_nested_and_one": "A AB C",
    "four_ellipses": "A B C D AB AC AD BC BD CD ABC ABD ACD BCD ABCD",
    "four_in_chain": "A B C D AB BC CD",
    "two_pairs": "A B C D AB CD",
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_layout_has_the_regions_that_its_name_says(name):
    for seed in range(5):
        random = Random(f"{name} {seed}")
        curves = dict(zip("ABCD", mirrored(LAYOUTS[name](random), random), strict=False))
        assert set(areas(curves, None)) == set(REGIONS[name].split())
