"""The grid of a page's ink: what is print, what is ground."""

import numpy as np
import PIL.Image
import PIL.ImageDraw
import pytest

from vlcorpus.stages.documents.pdf.page_ink import CELL_PX, INK_CONTRAST, find_ink, ink_cells


def cells(draw, width=64, height=96):
    image = PIL.Image.new("RGB", (width, height), "white")
    draw(PIL.ImageDraw.Draw(image))
    return ink_cells(find_ink(image))


def test_a_cell_with_print_has_ink_and_its_neighbours_have_none():
    found = cells(lambda draw: draw.point((CELL_PX, 2 * CELL_PX + 7), "black"))
    assert found.shape == (12, 8)
    assert np.argwhere(found).tolist() == [[2, 1]]


def test_a_ground_has_no_ink_but_at_its_edge():
    found = cells(lambda draw: draw.rectangle((4, 4, 43, 43), "navy"))
    assert not found[1:5, 1:5].any()
    assert found[0, :6].all()
    assert found[:6, 0].all()


@pytest.mark.parametrize(("contrast", "n"), [(INK_CONTRAST, 1), (INK_CONTRAST - 1, 0)])
def test_pale_print_is_no_ink(contrast, n):
    grey = (255 - contrast,) * 3
    assert cells(lambda draw: draw.point((0, 0), grey)).sum() == n


@pytest.mark.parametrize("size", [(8, 8), (24, 40), (64, 64)])
def test_any_size_is_packed_and_unpacked_whole(size):
    found = cells(lambda draw: draw.point((size[0] - 1, size[1] - 1), "red"), *size)
    assert np.argwhere(found).tolist() == [[size[1] // CELL_PX - 1, size[0] // CELL_PX - 1]]
