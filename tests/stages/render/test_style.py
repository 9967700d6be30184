import colorsys
import math
from collections import Counter
from itertools import combinations
from random import Random

import pytest

from vlcorpus.schemas.errors import ConfigError
from vlcorpus.stages.render.hues import HUES, SHADES
from vlcorpus.stages.render.style import draw_style, families, find_family
from vlcorpus.stages.render.wear import WEARS

MIN_CONTRAST = 3.0  # of WCAG for lines and large text


def luminance(color):
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in color)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def styles(n, shares=None):
    return [draw_style(Random(k), shares or {}, 448, 768) for k in range(n)]


def test_there_are_twelve_families_and_all_are_drawn():
    drawn = Counter(style.family for style in styles(600))
    assert len(drawn) == len(families()) >= 12


def test_lines_and_labels_stand_out_from_the_surface():
    for style in styles(600):
        assert contrast(style.ink, style.surface) > MIN_CONTRAST, style.family


@pytest.mark.parametrize("kind", SHADES)
def test_named_colours_are_told_apart(kind):
    assert SHADES[kind].keys() == set(HUES)
    for one, other in combinations(HUES, 2):
        nearest = min(math.dist(a, b) for a in SHADES[kind][one] for b in SHADES[kind][other])
        assert nearest > 35, (one, other)
    red = [colorsys.rgb_to_hsv(*(v / 255 for v in shade)) for shade in SHADES[kind]["red"]]
    assert all(hue < 0.05 or hue > 0.95 for hue, _, _ in red)


def test_every_wear_of_a_family_is_known():
    for name, family in families().items():
        assert family["wear"].keys() <= set(WEARS), name


def test_a_style_follows_its_seed_and_its_shares():
    assert draw_style(Random(3), {}, 448, 768) == draw_style(Random(3), {}, 448, 768)
    assert {style.family for style in styles(50, {"blackboard": 2.0, "poster": 0.0})} == {"blackboard"}


def test_a_family_that_is_not_there_names_the_nearest():
    with pytest.raises(ConfigError, match="no style family 'blackbord', is it blackboard"):
        find_family("blackbord")
