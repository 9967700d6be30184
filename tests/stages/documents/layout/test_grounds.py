"""What lies under text and shows nothing of its own is no picture."""

import PIL.Image
import PIL.ImageDraw
import pytest

from tests.stages.documents.tables.drawing import line
from vlcorpus.schemas.documents.document import InkGrid
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.stages.documents.layout.grounds import is_ground
from vlcorpus.stages.documents.pdf.page_ink import find_ink

SIDE = 1000
BODY = [line(100, 500 + 20 * n, "water under the old bridge ran on") for n in range(10)]
HEAD = line(120, 100, "2 Rivers")


def ink(*inked: BoxPx) -> InkGrid:
    page = PIL.Image.new("RGB", (SIDE, SIDE), "white")
    for box in inked:
        PIL.ImageDraw.Draw(page).rectangle(tuple(box), fill="white", outline="black")
    return find_ink(page)


@pytest.mark.parametrize(
    ("box", "drawn", "is_one"),
    [
        (BoxPx(80, 90, 480, 130), [HEAD.box], True),  # the ribbon of a heading
        (BoxPx(80, 90, 480, 130), [HEAD.box, BoxPx(300, 100, 340, 120)], False),  # which shows something
        (BoxPx(80, 90, 200, 130), [HEAD.box], False),  # a picture with a label
        (BoxPx(50, 50, 950, 750), [BoxPx(600, 600, 900, 680)], True),  # the backdrop of the whole text
        (BoxPx(95, 495, 500, 720), [], True),  # a tint
        (BoxPx(95, 495, 900, 950), [], False),  # a picture with text at one place
        (BoxPx(600, 90, 900, 130), [], False),  # under no text
    ],
)
def test_an_image_under_text_is_its_ground(box, drawn, is_one):
    assert is_ground(box, [HEAD, *BODY], ink(*drawn), SIDE * SIDE) is is_one
