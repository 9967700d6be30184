"""Colours have the names that people give them."""

import numpy as np
import pytest

from vlcorpus.stages.captions.colors import NAMES, chinese, color_shares


def shares(*rgb: tuple[int, int, int]) -> dict[str, float]:
    """Return the share of each name in an image of equal parts of these colours."""
    pixels = np.array([rgb], np.uint8)
    return {name: share for name, share in zip(NAMES, color_shares(pixels), strict=True) if share}


@pytest.mark.parametrize(
    ("rgb", "name"),
    [
        ((0, 0, 0), "black"),
        ((255, 255, 255), "white"),
        ((128, 128, 128), "grey"),
        ((255, 0, 0), "red"),
        ((0, 160, 0), "green"),
        ((0, 80, 220), "blue"),
        ((255, 230, 0), "yellow"),
        ((255, 140, 0), "orange"),
        ((255, 160, 190), "pink"),
        ((120, 40, 150), "purple"),
        ((100, 60, 30), "brown"),
        ((150, 200, 240), "light blue"),
    ],
)
def test_a_colour_has_its_name(rgb, name):
    assert shares(rgb) == {name: 1.0}


def test_shares_are_of_the_pixels():
    assert shares((255, 0, 0), (255, 0, 0), (255, 0, 0), (0, 0, 0)) == {"red": 0.75, "black": 0.25}


def test_every_name_has_its_own_in_chinese():
    assert len({chinese(name) for name in NAMES}) == len(NAMES)
