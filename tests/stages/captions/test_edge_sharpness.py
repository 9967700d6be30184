"""Edges whose width is known."""

import cv2
import numpy as np
import pytest

from vlcorpus.stages.captions.edge_sharpness import edge_sharpness


def step(low=60, high=200):
    grey = np.full((200, 256), low, np.uint8)
    grey[:, 128:] = high
    return grey


def blurred(grey, sigma):
    return cv2.GaussianBlur(grey, (0, 0), sigma)


def test_an_edge_within_a_pixel_is_one_whatever_its_contrast():
    assert edge_sharpness(step()) == 1
    assert edge_sharpness(step(100, 140)) == 1


@pytest.mark.parametrize("sigma", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("grey", [step(), step(100, 150), step().T.copy()])
def test_a_blurred_edge_has_the_height_of_the_blur(grey, sigma):
    assert edge_sharpness(blurred(grey, sigma)) == pytest.approx(1 / (sigma * (2 * np.pi) ** 0.5), rel=0.1)


def test_one_sharp_thing_before_a_blurred_background_is_sharp():
    grey = blurred(step(), 6.0)
    assert edge_sharpness(grey) < 0.15
    grey[80:120, 40:80] = 240
    assert edge_sharpness(grey) > 0.5


def test_where_nothing_has_contrast_nothing_is_known():
    assert edge_sharpness(step(100, 131)) is None
    assert edge_sharpness(np.zeros((1, 1), np.uint8)) is None
    assert edge_sharpness(step(100, 132)) == 1
