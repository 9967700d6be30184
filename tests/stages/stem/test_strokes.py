import math

import pytest

from vlcorpus.stages.stem.strokes import GLYPHS, stroked, stroked_width


def box(path):
    xs, ys = zip(*path.points(), strict=True)
    return min(xs), min(ys), max(xs), max(ys)


@pytest.mark.parametrize("character", sorted(GLYPHS))
def test_a_glyph_fills_its_box(character):
    path, width = GLYPHS[character]
    left, low, right, high = box(path)
    assert left == pytest.approx(0, abs=0.06)
    assert right == pytest.approx(width, abs=0.06)
    assert (low, high) == (pytest.approx(0, abs=0.03), pytest.approx(1, abs=0.03))


def test_a_text_is_centred_and_as_high_as_told():
    left, low, right, high = box(stroked("XII", (10, 20), 8))
    assert (left + right) / 2 == pytest.approx(10)
    assert (low, high) == (16, 24)
    assert right - left == pytest.approx(stroked_width("XII", 8))


def test_a_quarter_turn_clockwise_puts_the_top_to_the_right():
    (_, points), *_ = stroked("7", (0, 0), 2, math.pi / 2).commands  # a seven begins at its upper left
    assert points[0][0] == pytest.approx(1)
    assert points[0][1] > 0


def test_a_mirrored_text_runs_to_the_left():
    path, mirrored = stroked("12", (0, 0), 1), stroked("12", (0, 0), 1, mirrored=True)
    assert list(mirrored.points()) == [(-x, y) for x, y in path.points()]
