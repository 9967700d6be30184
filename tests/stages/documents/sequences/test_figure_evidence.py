"""What ties a figure to the text of its page, by where text stands and whether it speaks of a figure."""

import pytest

from tests.stages.documents.pages import block, image, page, text
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.stages.documents.sequences.figure_evidence import (
    Evidence,
    captions_of,
    distance_px,
    evidence_of,
)


@pytest.mark.parametrize(
    ("blocks", "evidence"),
    [
        ([block("caption", (100, 510, 400, 530), "Figure 1: x.")], Evidence.CAPTION),
        ([text(510, "Figure 1: taken for text.")], Evidence.CAPTION),
        ([block("caption", (100, 510, 400, 530), "Table 1: not of the figure.")], Evidence.NONE),
        ([block("caption", (100, 544, 400, 564), "Figure 1: near.")], Evidence.CAPTION),
        ([block("caption", (100, 546, 400, 566), "Figure 1: far.")], Evidence.NONE),
        ([block("caption", (410, 350, 700, 450), "Figure 1: beside.")], Evidence.CAPTION),
        ([block("caption", (410, 510, 700, 530), "Figure 1: at no side.")], Evidence.NONE),
        ([text(800, "As figure 3 shows.")], Evidence.REFERENCE),
        ([text(800, "It is shown above.")], Evidence.REFERENCE),
        ([text(800, "桥的形状如图所示。")], Evidence.REFERENCE),
        ([text(800, "The sales figures rose.")], Evidence.NONE),
        ([text(510)], Evidence.PROSE),
        ([text(510, "Too short for prose.")], Evidence.NONE),
        ([text(546)], Evidence.NONE),
    ],
)
def test_what_ties_a_figure_to_the_text(blocks, evidence):
    found = page(image(300), *blocks)
    assert evidence_of(found, 0, captions_of(found)) == evidence


def test_a_figure_takes_the_nearest_caption():
    near = block("caption", (100, 510, 400, 530), "Figure 2: near.")
    far = block("caption", (100, 262, 400, 268), "Figure 1: far.")
    assert captions_of(page(far, image(300), near)) == {1: 2}


def test_images_side_by_side_share_a_caption():
    caption = block("caption", (100, 510, 700, 530), "Figure 1: both.")
    assert captions_of(page(image(300), image(300, x=420, width=280), caption)) == {0: 2, 1: 2}


@pytest.mark.parametrize(
    ("other", "gap"),
    [
        ((0, 120, 100, 160), 20.0),  # below
        ((0, -60, 100, -20), 20.0),  # above
        ((130, 0, 200, 100), 30.0),  # beside
        ((50, 110, 150, 160), 10.0),  # half of it faces
        ((51, 110, 151, 160), None),
        ((200, 200, 300, 300), None),  # at no side
        ((20, 20, 80, 80), 0.0),
    ],
)
def test_boxes_are_near_where_they_face_each_other(other, gap):
    box = BoxPx(0, 0, 100, 100)
    assert distance_px(box, BoxPx(*other)) == distance_px(BoxPx(*other), box) == gap
