"""A file becomes pages; whatever a page does to the reader, the others live and each one is accounted for."""

import io
import subprocess
import sys

import PIL.Image
import pytest

from tests.patience import PATIENCE_S
from tests.stages.documents.drawing import (
    HEIGHT,
    WIDTH,
    drawn_image,
    file_row,
    pdf,
    prose,
    read,
    reader,
    scan,
    write,
)
from vlcorpus.schemas.documents.document import PageRow
from vlcorpus.schemas.errors import EnvironmentFailure
from vlcorpus.schemas.qwenvl.resize import FACTOR
from vlcorpus.schemas.rejection import Rejection
from vlcorpus.stages.documents.read_pdf import ReadPdf

LIMITS = {
    "cpu_s": 2.0,
    "cpu_s_per_page": 0.02,
    "page_cpu_s": 0.5,
    "page_wall_s": PATIENCE_S,
    "memory_bytes": 400_000_000,
}


@pytest.fixture(scope="module")
def dying():
    stage = ReadPdf(reader="tests.stages.documents.dying_reader:read", **LIMITS)
    yield stage
    stage.close()


def fates(rows):
    """Return page number or reason of each row, in order."""
    return [row.page if isinstance(row, PageRow) else row.reason for row in rows]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "file_empty"),
        (b"<html><body>%</body></html>", "not_a_pdf"),
        (b"x" * 1020 + b"%PDF-1.4", "not_a_pdf"),
        (b"%PDF-1.4 nothing follows", "pdf_broken"),
        (pdf(prose, password="secret"), "pdf_encrypted"),
    ],
)
def test_a_file_that_is_no_readable_pdf_is_rejected_as_a_whole(content, reason):
    (rejection,) = read(content)
    assert isinstance(rejection, Rejection)
    assert rejection.reason == reason
    assert rejection.source_key == "a.pdf"


def test_html_named_pdf_is_not_read_as_html():
    assert fates(read(b"<html><body><p>Readable by MuPDF</p></body></html>")) == ["not_a_pdf"]


def test_an_empty_password_opens():
    assert fates(read(pdf(prose, password=""))) == [1]


def test_a_header_within_the_first_kilobyte_counts():
    assert fates(read(b"HTTP/1.1 200 OK\r\n\r\n" + pdf(prose))) == [1]


def test_pages_carry_what_the_file_says():
    first, second = read(pdf(prose, prose))
    assert (first.page, second.page, first.n_pages) == (1, 2, 2)
    assert first.source_key == "a.pdf#page=1"
    assert first.license == "CC0-1.0"
    assert first.lines[0].text == "prose line 0: water under the old bridge ran"
    assert first.lines[0].spans[0].font == "Helvetica"
    assert first.measures.n_chars > 400


def test_the_image_is_a_jpeg_of_the_size_that_the_trainer_sees():
    (page,) = read(pdf(prose))
    image = PIL.Image.open(io.BytesIO(page.preview_image()))
    assert image.format == "JPEG"
    assert image.size == (page.width_px, page.height_px)
    assert page.width_px % FACTOR == page.height_px % FACTOR == 0
    assert 512 * 32 * 32 <= page.width_px * page.height_px <= 2048 * 32 * 32


@pytest.mark.parametrize("size", [(WIDTH, HEIGHT), (HEIGHT, WIDTH), (90, 120), (14_000, 9_000), (300, 4000)])
def test_any_page_fits_the_pixel_budget_and_boxes_fit_the_image(size):
    def corners(canvas):
        canvas.setLineWidth(0.1)
        canvas.rect(2, 2, size[0] - 4, size[1] - 4)
        write(canvas, 5, size[1] - 15, "top")

    (page,) = read(pdf(corners, size=size))
    assert 512 * 32 * 32 <= page.width_px * page.height_px <= 2048 * 32 * 32
    frame = page.drawings[0].box
    assert frame.x1 == pytest.approx(2 / size[0] * page.width_px, abs=2)
    assert frame.y2 == pytest.approx((1 - 2 / size[1]) * page.height_px, abs=2)


def test_a_page_too_thin_for_any_image_is_rejected():
    assert fates(read(pdf(prose, size=(10, 5000)))) == ["page_size_invalid"]


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_rotated_page_is_upright_in_image_and_boxes(rotation):
    def turned(canvas):
        canvas.setPageRotation(rotation)
        write(canvas, 72, 400, "Hello", size=40)

    (page,) = read(pdf(turned))
    (line,) = page.lines
    assert page.rotation == rotation
    assert line.turn == rotation // 90
    ink = PIL.Image.open(io.BytesIO(page.image)).convert("L").point(lambda v: 255 * (v < 128)).getbbox()
    assert line.box.x1 - 12 <= ink[0] < ink[2] <= line.box.x2 + 12
    assert line.box.y1 - 12 <= ink[1] < ink[3] <= line.box.y2 + 12


def hidden_by_mode(canvas):
    write(canvas, 72, 700, "secret words", mode=3)


def hidden_white(canvas):
    canvas.setFillColorRGB(1, 1, 1)
    write(canvas, 72, 700, "secret words")


def hidden_under_a_bar(canvas):
    write(canvas, 72, 700, "secret words")
    canvas.rect(60, 690, 300, 30, fill=1)


def hidden_under_a_scan(canvas):
    write(canvas, 30, 415, "secret words")  # where the image has an edge, which looks like ink
    scan(canvas)


@pytest.mark.parametrize(
    "draw", [hidden_by_mode, hidden_white, hidden_under_a_bar, hidden_under_a_scan], ids=lambda f: f.__name__
)
def test_text_that_leaves_no_ink_is_invisible(draw):
    (page,) = read(pdf(draw))
    assert (page.measures.n_chars, page.measures.n_invisible_chars) == (0, 11)


def test_text_on_an_image_is_visible():
    def slide(canvas):
        scan(canvas)
        canvas.setFillColorRGB(1, 1, 1)
        write(canvas, 200, 400, "white on navy", size=20)

    (page,) = read(pdf(slide))
    assert (page.measures.n_chars, page.measures.n_invisible_chars) == (11, 0)


def test_images_and_drawings_have_boxes():
    def draw(canvas):
        canvas.drawImage(drawn_image(), 100, 500, 200, 100)
        canvas.line(50, 400, 500, 400)

    (page,) = read(pdf(draw))
    (box,) = page.image_boxes
    assert box.x1 == pytest.approx(100 / WIDTH * page.width_px, abs=2)
    assert box.y2 == pytest.approx((HEIGHT - 500) / HEIGHT * page.height_px, abs=2)
    (line,) = page.drawings
    assert line.is_rect
    assert line.luminance == 0


def test_pages_beyond_the_limit_are_one_rejection():
    stage = ReadPdf(max_pages=2)
    rows = read(pdf(prose, prose, prose, prose), stage)
    stage.close()
    assert fates(rows) == [1, 2, "too_many_pages"]
    assert rows[-1].source_key == "a.pdf#page=3-4"


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        ("ggg", [1, 2, 3]),
        ("gbg", [1, "page_broken", 3]),
        ("gcg", [1, "crash", 3]),
        ("sgg", ["cpu_limit", 2, 3]),
        ("gm", [1, "out_of_memory"]),
        ("cgc", ["crash", 2, "crash"]),
        ("cgcgc", ["crash", 2, "crash", 4, "crash"]),
        ("cccgg", ["crash", "crash", "crash", "crash", "crash"]),
    ],
)
def test_a_deadly_page_is_rejected_and_the_next_one_read_until_the_third_death(dying, pages, expected):
    rows = read(b"%PDF-" + pages.encode(), dying)
    assert fates(rows) == expected
    keys = [row.source_key for row in rows]
    assert keys == [f"a.pdf#page={n}" for n in range(1, len(pages) + 1)]


def test_a_page_of_which_the_layout_model_dies_stays_as_geometry_reads_it(dying):
    assert fates(read(b"%PDF-gdgddg", dying)) == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize(("pages", "reason"), [("!", "crash"), ("?", "pdf_encrypted")])
def test_a_file_that_cannot_be_opened_is_one_rejection(dying, pages, reason):
    (rejection,) = read(b"%PDF-" + pages.encode(), dying)
    assert (rejection.reason, rejection.source_key) == (reason, "a.pdf")


def test_a_file_has_one_budget_however_often_the_reader_is_started_again():
    stage = ReadPdf(reader="tests.stages.documents.dying_reader:read", max_deaths=100, **LIMITS)
    rows = read(b"%PDF-" + b"s" * 40, stage)
    stage.close()
    assert fates(rows) == ["cpu_limit"] * 40
    assert stage.sandbox.usage.cpu_s < LIMITS["cpu_s"] + LIMITS["page_cpu_s"]


def test_an_engine_that_is_not_installed_stops_the_run_and_says_what_to_install():
    with pytest.raises(EnvironmentFailure, match=r"pip install 'vlcorpus\[documents\]'"):
        ReadPdf(reader="vlcorpus.stages.documents.absent:read").open()


def test_reading_twice_gives_equal_rows():
    content = pdf(prose, scan)
    assert read(content) == read(content)


def test_the_bytes_of_a_file_are_let_go_while_its_pages_are_read():
    row = file_row(pdf(prose, prose))
    pages = reader()([row])
    assert next(pages).page == 1
    assert row.content == b""
    assert next(pages).page == 2


def test_the_reader_needs_no_pyarrow():
    program = "import sys, vlcorpus.stages.documents.pdf.pymupdf_reader; print('pyarrow' in sys.modules)"
    assert subprocess.check_output([sys.executable, "-c", program], text=True) == "False\n"
