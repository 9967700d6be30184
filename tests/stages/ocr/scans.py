"""Images of text for OCR tests, readings without an engine, and a skip where an engine is missing."""

import io
import shutil

import PIL.Image
import PIL.ImageDraw
import pytest

from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.stages.ocr.engine import OcrLine, OcrWord
from vlcorpus.stages.ocr.sizes import CAP_EM, DESCENDER_EM, ink_em

DPI = 200
LINES = (
    "The river rose in the night and the bridge",
    "was closed before the morning train came.",
    "Nobody had seen so much water since 1954.",
)

needs_tesseract = pytest.mark.skipif(
    shutil.which("tesseract") is None, reason="Tesseract is absent: apt-get install tesseract-ocr"
)


def draw_text(lines=LINES, *, size_px=36, width=1000, height=600, x=60, y=60) -> PIL.Image.Image:
    image = PIL.Image.new("L", (width, height), 255)
    drawing = PIL.ImageDraw.Draw(image)
    for index, line in enumerate(lines):
        drawing.text((x, y + index * size_px * 1.4), line, fill=0, font_size=size_px)
    image.info["dpi"] = (DPI, DPI)
    return image


def png(image: PIL.Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG", dpi=(DPI, DPI))
    return out.getvalue()


def line(text: str, x=0.0, y=0.0, size=20.0, confidence=0.9, **changes) -> OcrLine:
    """Return a line of words, half an em a letter; `x` is its left, `y` the top of its capital letters."""
    words = []
    baseline = y + CAP_EM * size
    for word in text.split(" "):
        deep = DESCENDER_EM if "y" in word or "p" in word else 0.0
        ink = BoxPx(
            x, baseline - (ink_em(word) - deep) * size, x + size / 2 * len(word), baseline + deep * size
        )
        words.append(OcrWord(word, ink, confidence))
        x += size / 2 * (len(word) + 1)
    box = BoxPx(words[0].box.x1, y, words[-1].box.x2, baseline + DESCENDER_EM * size)
    return OcrLine(tuple(words), box, baseline, 0.0)._replace(**changes)
