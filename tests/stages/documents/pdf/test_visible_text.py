"""What nobody sees on a page image is no part of the text; what is seen stays, be it small or pale."""

import random
from collections.abc import Callable

import PIL.Image
import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.stages.documents.drawing import parse, pdf, prose, read, write
from vlcorpus.schemas.documents.document import PageRow

SECRET = "Secret words that nobody sees"
SHOWN = "Words of ink that stay"
FRAME = (60, 380, 330, 60)  # x, y, width, height in points, around what is written at (72, 400)
HIDDEN: dict[str, Callable[[Canvas], None]] = {}
SEEN: dict[str, Callable[[Canvas], None]] = {}


def hidden(draw: Callable[[Canvas], None]) -> Callable[[Canvas], None]:
    HIDDEN[draw.__name__] = draw
    return draw


def seen(draw: Callable[[Canvas], None]) -> Callable[[Canvas], None]:
    SEEN[draw.__name__] = draw
    return draw


def photograph() -> ImageReader:
    noise = PIL.Image.frombytes("RGB", (24, 8), random.Random(0).randbytes(24 * 8 * 3))
    return ImageReader(noise.resize((480, 160), PIL.Image.Resampling.BICUBIC))


def clip(canvas: Canvas, x: float, y: float, width: float, height: float) -> None:
    path = canvas.beginPath()
    path.rect(x, y, width, height)
    canvas.clipPath(path, stroke=0)


# Too small


@hidden
def of_four_tenths_of_a_point(canvas):
    write(canvas, 72, 400, SECRET, size=0.4)


@hidden
def small_on_a_rule(canvas):
    canvas.line(72, 400, 300, 400)
    write(canvas, 72, 400, SECRET, size=0.4)


@hidden
def scaled_down(canvas):
    canvas.scale(0.03, 0.03)
    write(canvas, 2400, 13_000, SECRET, size=12)


@hidden
def squeezed(canvas):
    text = canvas.beginText(72, 400)
    text.setFont("Helvetica", 12)
    text.setHorizScale(0.2)
    text.textOut(SECRET)
    canvas.drawText(text)


@seen
def a_footnote_of_four_points(canvas):
    write(canvas, 72, 400, SHOWN, size=4)


@seen
def a_small_superscript(canvas):
    write(canvas, 72, 400, "mass")
    write(canvas, 98, 404, SHOWN, size=4)


@seen
def a_label_in_a_figure(canvas):
    canvas.drawImage(photograph(), *FRAME)
    canvas.setFillColorRGB(1, 1, 1)
    write(canvas, 72, 400, SHOWN, size=6)


# Of the colour of their ground


@hidden
def white(canvas):
    canvas.setFillColorRGB(1, 1, 1)
    write(canvas, 72, 400, SECRET)


@hidden
def nearly_white(canvas):
    canvas.setFillColorRGB(0.97, 0.97, 0.97)
    write(canvas, 72, 400, SECRET)


@hidden
def white_with_a_rule_across(canvas):
    canvas.line(72, 403, 300, 403)
    white(canvas)


@hidden
def white_with_other_words_upon(canvas):
    white(canvas)
    canvas.setFillColorRGB(0, 0, 0)
    write(canvas, 72, 400, SHOWN)


@hidden
def under_a_bar_that_is_lower_than_the_line(canvas):
    write(canvas, 72, 400, SECRET, size=12)
    canvas.rect(70, 397.5, 200, 12.5, fill=1, stroke=0)


@seen
def pale_grey(canvas):
    canvas.setFillColorRGB(0.8, 0.8, 0.8)
    write(canvas, 72, 400, SHOWN)


@seen
def white_on_a_dark_fill(canvas):
    canvas.setFillColorRGB(0.1, 0.1, 0.3)
    canvas.rect(72, 398, 130, 10, fill=1, stroke=0)
    canvas.setFillColorRGB(1, 1, 1)
    write(canvas, 72, 400, SHOWN)


@seen
def white_with_black_outlines(canvas):
    canvas.setFillColorRGB(1, 1, 1)
    write(canvas, 72, 400, SHOWN, size=36, font="Helvetica-Bold", mode=2)


@seen
def outlines_alone(canvas):
    write(canvas, 72, 400, SHOWN, mode=1)


# Drawn in no way that leaves ink


@hidden
def in_render_mode_3(canvas):
    write(canvas, 72, 400, SECRET, mode=3)


@hidden
def transparent(canvas):
    canvas.setFillAlpha(0)
    write(canvas, 72, 400, SECRET)


@hidden
def nearly_transparent(canvas):
    canvas.setFillAlpha(0.03)
    write(canvas, 72, 400, SECRET)


@hidden
def outside_the_page(canvas):
    write(canvas, 72, -300, SECRET)


@hidden
def outside_the_crop_box(canvas):
    canvas.setCropBox((0, 420, 595, 842))
    write(canvas, 72, 400, SECRET)


@hidden
def clipped_away(canvas):
    clip(canvas, 0, 0, 50, 50)
    write(canvas, 72, 400, SECRET)


@seen
def within_a_clip(canvas):
    clip(canvas, *FRAME)
    write(canvas, 72, 400, SHOWN)


# Painted over


@hidden
def behind_a_white_rectangle(canvas):
    write(canvas, 72, 400, SECRET)
    canvas.setFillColorRGB(1, 1, 1)
    canvas.rect(*FRAME, fill=1, stroke=0)


@hidden
def behind_a_photograph(canvas):
    write(canvas, 72, 400, SECRET)
    canvas.drawImage(photograph(), *FRAME)


@seen
def on_a_photograph(canvas):
    canvas.drawImage(photograph(), *FRAME)
    write(canvas, 72, 400, SHOWN)


@seen
def behind_a_clear_image(canvas):
    write(canvas, 72, 400, SHOWN)
    clear = ImageReader(PIL.Image.new("RGBA", (30, 10), (255, 255, 0, 60)))
    canvas.drawImage(clear, *FRAME, mask="auto")


@seen
def beside_the_part_of_an_image_that_is_shown(canvas):
    write(canvas, 72, 400, SHOWN)
    clip(canvas, 60, 420, 330, 20)
    canvas.drawImage(photograph(), *FRAME)


def page_of(draw: Callable[[Canvas], None]) -> PageRow:
    def both(canvas):
        prose(canvas)
        draw(canvas)

    (page,) = read(pdf(both))
    return page


def seen_text(page: PageRow) -> str:
    return "\n".join(span.text for line in page.lines for span in line.spans if span.visible)


@pytest.mark.parametrize("kind", HIDDEN)
def test_what_nobody_sees_is_no_text(kind):
    text = seen_text(page_of(HIDDEN[kind]))
    assert "Secret" not in text
    assert "prose line 11: water under the old bridge ran" in text


@pytest.mark.parametrize("kind", SEEN)
def test_what_is_seen_stays(kind):
    page = page_of(SEEN[kind])
    assert SHOWN in seen_text(page)
    assert page.measures.n_invisible_chars == 0


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_a_page_may_be_turned(rotation):
    def turned(canvas):
        canvas.setPageRotation(rotation)
        behind_a_photograph(canvas)

    assert "Secret" not in seen_text(page_of(turned))


def test_the_hidden_does_not_reach_the_answer_and_is_counted():
    def both(canvas):
        prose(canvas)
        of_four_tenths_of_a_point(canvas)

    page = parse(pdf(both))
    assert not any("Secret" in block.text for block in page.tree.blocks)
    assert page.measures.n_invisible_chars == len(SECRET.replace(" ", ""))


def test_a_line_of_which_a_part_is_hidden_ends_where_it_is_seen_to_end():
    def both(canvas):
        write(canvas, 72, 400, SHOWN)
        canvas.setFillColorRGB(1, 1, 1)
        write(canvas, 72 + canvas.stringWidth(SHOWN, "Helvetica", 10), 400, SECRET)

    (page,) = read(pdf(both))
    (line,) = page.lines
    assert [span.visible for span in line.spans] == [True, False]
    assert line.box == line.spans[0].box


def test_a_font_of_drawings_may_call_any_height_one():
    (page,) = read(pdf_of_type_3())
    (line,) = page.lines
    assert line.spans[0].size_px < 4
    assert line.box.y2 - line.box.y1 > 20
    assert line.spans[0].visible


def pdf_of_type_3() -> bytes:
    """Return a page of twelve letters, boxes of 8 x 12 points, in a font whose size is 1."""

    def stream(content: bytes) -> bytes:
        return b"<</Length %d>>stream\n%s\nendstream" % (len(content), content)

    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 5 0 R/Resources<</Font<</F1 4 0 R>>>>>>",
        b"<</Type/Font/Subtype/Type3/FontBBox[0 0 10 12]/FontMatrix[1 0 0 1 0 0]/CharProcs<</a 6 0 R>>"
        b"/Encoding<</Differences[97/a]>>/FirstChar 97/LastChar 97/Widths[12]>>",
        stream(b"BT /F1 1 Tf 72 400 Td (aaaaaaaaaaaa) Tj ET"),
        stream(b"12 0 0 0 10 12 d1 0 0 8 12 re f"),
    )
    numbered = (b"%d 0 obj\n%s\nendobj\n" % (number, body) for number, body in enumerate(objects, 1))
    return b"%PDF-1.4\n" + b"".join(numbered) + b"trailer\n<</Size 7/Root 1 0 R>>\n%%EOF"
