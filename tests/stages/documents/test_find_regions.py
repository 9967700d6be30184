"""A layout model's regions reach the parse: tables that geometry alone does not see."""

import json

import pytest

from tests.stages.documents.drawing import paragraph, pdf, read, write
from tests.stages.inference.recorded import ENGINE, MODEL, replaying
from vlcorpus.schemas.geometry import BoxPx, encode_box
from vlcorpus.schemas.page import BlockKind
from vlcorpus.schemas.reasons import Reason
from vlcorpus.stages.documents.find_regions import FindRegions
from vlcorpus.stages.documents.parse_layout import ParseLayout
from vlcorpus.stages.documents.roles import LAYOUT
from vlcorpus.stages.inference.model import Model

ROWS = [("Ash", "grey bark"), ("Birch", "white bark"), ("Cedar", "red bark")]


def draw(canvas):
    write(canvas, 72, 760, *paragraph("above", 4))
    for i, (name, bark) in enumerate(ROWS):
        write(canvas, 72, 680 - 16 * i, name)
        write(canvas, 150, 680 - 16 * i, bark)
    write(canvas, 72, 600, *paragraph("below", 4))


def tables(page):
    (page,) = ParseLayout()([page])
    found = [block.table for block in page.tree.blocks if block.kind is BlockKind.TABLE]
    return page, [[cell.text for cell in table.cells] for table in found]


def seen(page, kind: BlockKind, folder):
    """Return the page as a model sees it that finds one region, where the rows are."""
    box = encode_box(region(page), page.width_px, page.height_px)
    reply = json.dumps([{"bbox_2d": list(box), "label": kind}, {"bbox_2d": [5, 5, 5, 9], "label": kind}])
    (out,) = replaying(FindRegions, page, [reply], folder)([page])
    return out


def region(page) -> BoxPx:
    """Return the box of the rows, px."""
    own = [
        line.box for line in page.lines if line.text.split()[0] in {word for row in ROWS for word in row[0:1]}
    ]
    return BoxPx(own[0].x1 - 4, own[0].y1 - 4, own[0].x1 + 300, own[-1].y2 + 4)


def test_a_table_that_only_the_model_sees(tmp_path):
    parsed, found = tables(seen(read(pdf(draw))[0], BlockKind.TABLE, tmp_path))
    assert (tables(read(pdf(draw))[0])[1], found) == ([], [[text for row in ROWS for text in row]])
    assert (parsed.layout_engine, [said.model_id for said in parsed.generated]) == (ENGINE, [MODEL])


def test_a_region_of_text_makes_no_table(tmp_path):
    assert tables(seen(read(pdf(draw))[0], BlockKind.TEXT, tmp_path))[1] == []


def test_boxes_are_in_pixels_and_those_without_an_area_are_left_out(tmp_path):
    page = read(pdf(draw))[0]
    (found,) = seen(page, BlockKind.TABLE, tmp_path).regions
    assert found.box == pytest.approx(region(page), abs=page.height_px / 1000)


@pytest.mark.parametrize(
    ("reply", "reason"), [("[{]", Reason.REPLY_UNUSABLE), ('[{"bbox_2d": [1, 2', Reason.REPLY_UNUSABLE)]
)
def test_a_reply_that_is_no_list_of_regions_rejects_the_page(tmp_path, reply, reason):
    page = read(pdf(draw))[0]
    (out,) = replaying(FindRegions, page, [reply], tmp_path)([page])
    assert out.reason == reason


def test_without_a_model_the_page_waits_for_one():
    (out,) = FindRegions(Model(role=LAYOUT))([read(pdf(draw))[0]])
    assert out.reason == "needs_model:layout"
