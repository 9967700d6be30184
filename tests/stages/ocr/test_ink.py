import PIL.ImageDraw
import pytest

from tests.stages.ocr.scans import draw_text
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.stages.ocr.engine import OcrLine, OcrReading, OcrWord
from vlcorpus.stages.ocr.ink import with_ink

ROW_PX = 56  # height of a line that draw_text draws at 40 px
TEXTS = ("plain words on a line", "Bold words on a line", "other words on a line", "last words on a line")


def page(bold_stroke: int = 2):
    """Return an image whose second line is drawn with a stroke around its letters."""
    image = draw_text([text if not text.startswith("Bold") else "" for text in TEXTS], size_px=40)
    drawing = PIL.ImageDraw.Draw(image)
    drawing.text((60, 60 + ROW_PX), TEXTS[1], fill=0, font_size=40, stroke_width=bold_stroke)
    return image


def read(*texts) -> OcrReading:
    """Return lines of one word each, in boxes that reach into the white."""
    lines = []
    for index, text in enumerate(texts):
        box = BoxPx(55, 55 + index * ROW_PX, 600, 55 + index * ROW_PX + ROW_PX - 2)
        lines.append(OcrLine((OcrWord(text.replace(" ", ""), box, 0.9),), box, box.y2 - 12, 0.0))
    return OcrReading(tuple(lines))


def bold(reading: OcrReading) -> list[bool]:
    return [line.bold for line in reading.lines]


def test_a_line_of_thicker_strokes_is_bold():
    assert bold(with_ink(read(*TEXTS), page())) == [False, True, False, False]


def test_lines_of_one_stroke_are_not():
    assert bold(with_ink(read(*TEXTS), page(bold_stroke=0))) == [False] * 4


def test_numbers_do_not_tell():
    assert bold(with_ink(read(TEXTS[0], "1954", *TEXTS[2:]), page()))[1] is False


def test_boxes_of_words_end_with_their_ink():
    (line, *_) = with_ink(read(*TEXTS), page()).lines
    (word,) = line.words
    assert 60 < word.box.y1 < word.box.y2 < 55 + ROW_PX - 2
    assert (word.box.x1, word.box.x2) == (55, 600)


def test_where_there_is_no_ink_boxes_stay():
    nowhere = BoxPx(700, 500, 800, 540)
    line = OcrLine((OcrWord("word", nowhere, 0.9),), nowhere, 530, 0.0)
    assert with_ink(OcrReading((line,)), page()).lines == (line,)


@pytest.mark.parametrize("box", [(100, 400, 700, 401), (100, 400, 102, 590), (100, 400, 700, 403)])
def test_drawn_lines_are_rules(box):
    image = draw_text()
    PIL.ImageDraw.Draw(image).rectangle(box, fill=0)
    (rule,) = with_ink(OcrReading(()), image).rules
    assert rule == (box[0], box[1], box[2] + 1, box[3] + 1)


@pytest.mark.parametrize("box", [(100, 400, 180, 401), (100, 400, 700, 420)], ids=["short", "thick"])
def test_dashes_and_bars_are_none(box):
    image = draw_text()
    PIL.ImageDraw.Draw(image).rectangle(box, fill=0)
    assert with_ink(OcrReading(()), image).rules == ()


def test_a_grid_gives_all_its_lines():
    image = draw_text([])
    drawing = PIL.ImageDraw.Draw(image)
    for x in (100, 300, 500):
        drawing.line((x, 100, x, 400), fill=0, width=2)
    for y in (100, 250, 400):
        drawing.line((100, y, 500, y), fill=0, width=2)
    rules = with_ink(OcrReading(()), image).rules
    assert sum(rule.x2 - rule.x1 > 300 for rule in rules) == 3
    assert sum(rule.y2 - rule.y1 > 250 for rule in rules) == 3
