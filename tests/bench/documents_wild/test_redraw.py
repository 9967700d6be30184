"""A page beside its answer."""

import io

import numpy as np
import PIL.Image
import pymupdf

from bench.documents_wild.redraw import HEIGHT_PX, beside

ANSWER = '<html><body><div class="text" data-bbox="100 500 900 600"><p>Drawn anew</p></div></body></html>'


def test_the_answer_stands_at_the_right_in_its_box():
    page = pymupdf.open().new_page(width=400, height=400)
    page.insert_text((40, 40), "As it is printed", fontsize=20)
    ink = np.asarray(PIL.Image.open(io.BytesIO(beside(page, ANSWER))).convert("L")) < 200
    assert ink.shape == (HEIGHT_PX, 2 * HEIGHT_PX)
    left, right = ink[:, :HEIGHT_PX], ink[:, HEIGHT_PX:]
    assert left[: HEIGHT_PX // 5].any()
    assert not left[HEIGHT_PX // 5 :].any()
    assert not right[: HEIGHT_PX * 2 // 5].any()
    assert right[HEIGHT_PX // 2 : HEIGHT_PX * 3 // 5].sum() > 1000
