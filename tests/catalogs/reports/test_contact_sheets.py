"""Sheets of a domain's first images, with what its samples frame or point at."""

import io
import json
import re

import PIL.Image
import pytest

from tests.factories import png, sample, write_corpus
from vlcorpus.catalogs.query.views import connect
from vlcorpus.catalogs.reports import contact_sheets as module
from vlcorpus.catalogs.reports.contact_sheets import (
    COLUMNS,
    GAP_PX,
    PER_TASK,
    TILE_PX,
    ContactSheet,
    draw_sheets,
)
from vlcorpus.schemas.media import Image
from vlcorpus.schemas.sample import SceneObject

BOX = SceneObject(image=0, kind="box", label="a", bbox_px=[20, 20, 80, 80])
POINT = SceneObject(image=0, kind="point", label="b", point_px=[50, 50])


def shown(number, of="waves", **changes):
    made = {"task": "scene_box", "objects": [BOX], "parents": [f"scene {number}"]} | changes
    image = Image(bytes=png(100, 100, "#ffffff"))
    return sample(f"{number}", domain="stem", images=[image], meta=json.dumps({"discipline": of}), **made)


def drawn(output, *samples):
    write_corpus(output, [(list(samples[::2]), []), (list(samples[1::2]), [])])
    sheets = draw_sheets(connect([str(output)]), "stem", "discipline")
    return {sheet.name: PIL.Image.open(io.BytesIO(sheet.jpeg)) for sheet in sheets}


def n_tiles(sheet):
    """Count the tiles by the pixel in their corner, which is white where one lies."""
    step = TILE_PX + GAP_PX
    corners = [
        (x + GAP_PX + 9, y + GAP_PX + 9)
        for y in range(0, sheet.height - GAP_PX, step)
        for x in range(0, sheet.width - GAP_PX, step)
    ]
    return sum(min(sheet.getpixel(corner)) > 245 for corner in corners)


def test_each_discipline_has_a_sheet(tmp_path):
    sheets = drawn(tmp_path, *(shown(n, of) for n, of in enumerate(["waves", "venn", "waves"])))
    assert list(sheets) == ["venn", "waves"]
    assert [n_tiles(sheet) for sheet in sheets.values()] == [1, 2]


def test_versions_of_a_discipline_share_a_sheet(tmp_path):
    assert list(drawn(tmp_path, shown(1, of="waves/1"), shown(2, of="waves/2"))) == ["waves"]


@pytest.mark.parametrize("name", ["..", "a b", "\\..\\x", "C:x"])
def test_a_sheet_lies_beside_the_card(name):
    assert re.fullmatch(r"sheet-\w+\.jpg", ContactSheet(name, b"").file_name)


def test_boxes_and_points_are_drawn_where_they_are(tmp_path):
    (sheet,) = drawn(tmp_path, shown(1, objects=[BOX, POINT])).values()
    red, blue, white = (
        sheet.getpixel((GAP_PX + 3 * x, GAP_PX + 3 * y)) for x, y in ((20, 50), (50, 50), (35, 35))
    )
    assert red[0] > red[1] + 80
    assert blue[2] > blue[0] + 80
    assert min(white) > 245


def test_no_scene_is_shown_twice_and_no_task_alone(tmp_path):
    boxes = [shown(n) for n in range(PER_TASK + 3)]
    points = [shown(10 + n, task="scene_point", objects=[POINT], parents=["scene 0"]) for n in range(3)]
    points.append(shown(20, task="scene_point", objects=[POINT]))
    (sheet,) = drawn(tmp_path, *boxes, *points).values()
    assert n_tiles(sheet) == PER_TASK + 1
    assert sheet.width == COLUMNS * (TILE_PX + GAP_PX) + GAP_PX


def test_what_marks_nothing_or_shows_nothing_is_no_tile(tmp_path):
    broken = shown(2, of="venn")
    broken.images = [Image(bytes=b"no image")]
    assert drawn(tmp_path, shown(1, objects=[]), broken) == {}


def test_only_the_first_rows_are_read(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "FIRST_ROWS", 3)
    (sheet,) = drawn(tmp_path, *(shown(n) for n in range(8))).values()
    assert n_tiles(sheet) == 3
