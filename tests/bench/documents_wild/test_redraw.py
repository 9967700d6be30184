"""A page beside its answer."""

import io

import numpy as np
import PIL.Image
import pymupdf
import pytest

from bench.documents_wild.redraw import HEIGHT_PX, beside

ANSWER = '<html><body><div class="text" data-bbox="100 500 900 600"><p>Drawn anew</p></div></body></html>'


def test_the_answer_stands_at_the_right_in_its_box():
    page = pymupdf.open().new_page(width=400, height=400)
    page.insert_text((40, 40), "As it is printed", fontsize=20)
    ink = np.asarray(PIL.Image.open(io.BytesIO(beside(page, ANSWER).png)).convert("L")) < 200
    assert ink.shape == (HEIGHT_PX, 2 * HEIGHT_PX)
    left, right = ink[:, :HEIGHT_PX], ink[:, HEIGHT_PX:]
    assert left[: HEIGHT_PX // 5].any()
    assert not left[HEIGHT_PX // 5 :].any()
    assert not right[: HEIGHT_PX * 2 // 5].any()
    assert right[HEIGHT_PX // 2 : HEIGHT_PX * 3 // 5].sum() > 1000


@pytest.mark.parametrize(
    ("n_said", "misfits"), [(30, []), (8, [1]), (120, [1])], ids=["all of it", "lines are lost", "too much"]
)
def test_a_text_that_is_not_that_of_its_box_does_not_fit(n_said, misfits):
    page = pymupdf.open().new_page(width=400, height=400)
    sentence = "The river rose in the night. "
    page.insert_htmlbox(pymupdf.Rect(40, 40, 360, 200), sentence * 30, css="* {font-size: 11px}")
    said = sentence * n_said
    answer = f'<html><body><div class="text" data-bbox="100 100 900 500">{said}</div></body></html>'
    assert beside(page, answer).misfits == misfits
