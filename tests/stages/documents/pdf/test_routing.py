"""Which pages the layout model looks at, and what it sees."""

import pytest

from tests.stages.documents.drawing import paragraph, pdf, prose, read, ruled, write
from tests.stages.documents.tables.test_region_tables import words
from vlcorpus.stages.documents.pdf.reader import LayoutMode
from vlcorpus.stages.documents.read_pdf import ReadPdf

STAGES = {mode: ReadPdf(layout=mode) for mode in LayoutMode}


@pytest.fixture(scope="module", autouse=True)
def _close():
    yield
    for stage in STAGES.values():
        stage.close()


def regions(draw, mode=LayoutMode.ROUTED):
    (page,) = read(pdf(draw), STAGES[mode])
    assert (page.layout_engine is None) == (page.regions is None)
    return page.regions


def two_columns(canvas):
    write(canvas, 60, 700, *paragraph("left", 20))
    write(canvas, 310, 700, *paragraph("right", 20))


def full_grid(canvas):
    ruled(canvas, [60, 210, 360], [600, 630, 660])
    for x, y, text in ((70, 640, "a"), (220, 640, "b"), (70, 610, "c"), (220, 610, "d")):
        write(canvas, x, y, text)


def rules(canvas):
    prose(canvas)
    for y in (300, 280, 240):
        canvas.line(60, y, 400, y)


def caption(canvas):
    prose(canvas)
    write(canvas, 72, 400, "Table 3: Floods")


@pytest.mark.parametrize("draw", [prose, two_columns, full_grid])
def test_pages_that_geometry_reads_with_certainty_are_not_asked_about(draw):
    assert regions(draw) is None


@pytest.mark.parametrize("draw", [words, rules, caption])
def test_traces_of_a_table_that_is_not_found_are(draw):
    assert regions(draw) is not None


def test_the_mode_may_ask_about_all_pages_or_none():
    assert regions(words, LayoutMode.GEOMETRY) is None
    assert regions(prose, LayoutMode.MODEL)


def test_a_region_is_where_the_text_is():
    (page,) = read(pdf(prose), STAGES[LayoutMode.MODEL])
    (region,) = page.regions
    assert abs(region.box.y1 - min(line.box.y1 for line in page.lines)) < 20
    assert region.kind == "text"


def test_a_page_without_text_is_not_asked_about():
    assert regions(lambda canvas: canvas.rect(100, 100, 200, 200), LayoutMode.MODEL) is None
