"""OCR lines as the lines of a page: in px of the page image, at one height for one size, cut at wide gaps."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from vlcorpus.schemas.documents.document import Span, TextLine
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.stages.ocr.engine import OcrLine, OcrReading, OcrWord
from vlcorpus.stages.ocr.sizes import has_descender, ink_em, line_size, page_sizes, weighted_median

# A line's box as a text layer has it: from a font's ascender to its descender, whatever the letters.
ASCENDER_EM, DESCENDER_EM = 0.75, 0.22
WIDE_GAP_EM = 1.5  # ours: white space that parts pieces; a stretched space of justified text is below 1.2
JOINED_GAP_EM = 0.15  # words that are nearer are joined, as spans are in lines.py: ideographs stand so
FONT = "ocr"


class Placement(NamedTuple):
    """Turns px of the upright scan that was read into px of the page image.

    `turn`: the page is shown turned by so many quarter turns clockwise from the upright scan.
    """

    scan_width: float
    scan_height: float
    width_px: float
    height_px: float
    turn: int

    def box(self, box: BoxPx) -> BoxPx:
        x1, y1, x2, y2 = box
        width, height = self.scan_width, self.scan_height
        for _ in range(self.turn):
            x1, y1, x2, y2 = height - y2, x1, height - y1, x2
            width, height = height, width
        x, y = self.width_px / width, self.height_px / height
        return BoxPx(
            max(0.0, x1 * x),
            max(0.0, y1 * y),
            min(self.width_px, x2 * x),
            min(self.height_px, y2 * y),
        )

    @property
    def scale(self) -> float:
        shown = self.scan_height if self.turn % 2 == 0 else self.scan_width
        return self.height_px / shown


def text_lines(reading: OcrReading, place: Placement) -> list[TextLine]:
    """Return the lines of a reading as a text layer would hold them."""
    pieces = [piece for line in reading.lines for piece in _pieces(line)]
    sizes = page_sizes(pieces)
    placed = (_text_line(piece, size, place) for piece, size in zip(pieces, sizes, strict=True))
    return [line for line in placed if line is not None]


def _pieces(line: OcrLine) -> Iterator[OcrLine]:
    """Cut at wide gaps. Engines join lines of two columns at nearly one height: each piece has its own."""
    widest = WIDE_GAP_EM * line_size(line)
    first = 0
    for index, (last, word) in enumerate(pairwise(line.words), 1):
        if _gap(last, word, line.turn) > widest:
            yield line._replace(words=line.words[first:index])
            first = index
    yield line._replace(words=line.words[first:])


def _gap(a: OcrWord, b: OcrWord, turn: int) -> float:
    x, y = max(b.box.x1 - a.box.x2, a.box.x1 - b.box.x2), max(b.box.y1 - a.box.y2, a.box.y1 - b.box.y2)
    return x if turn % 2 == 0 else y


def _text_line(line: OcrLine, size: float, place: Placement) -> TextLine | None:
    box = place.box(_box(line, size))
    if box.x1 >= box.x2 or box.y1 >= box.y2:
        return None
    text = line.words[0].text
    for last, word in pairwise(line.words):
        latin = last.text.isascii() or word.text.isascii()
        text += " " * (latin or _gap(last, word, line.turn) > JOINED_GAP_EM * size) + word.text
    span = Span(text, box, size * place.scale, FONT, bold=line.bold)
    return TextLine(box, (span,), (line.turn + place.turn) % 4)


def _box(line: OcrLine, size: float) -> BoxPx:
    """Return the box of a line in one font's height, on the baseline under its middle."""
    x1, x2 = min(word.box.x1 for word in line.words), max(word.box.x2 for word in line.words)
    if line.turn:
        return BoxPx(x1, min(word.box.y1 for word in line.words), x2, max(word.box.y2 for word in line.words))
    baseline = _baseline(line, (x1 + x2) / 2)
    return BoxPx(x1, baseline - ASCENDER_EM * size, x2, baseline + DESCENDER_EM * size)


def _baseline(line: OcrLine, x: float) -> float:
    """Return y of the baseline at `x`: where words without descenders end, else as the engine states it."""
    ends = [
        (word.box.y2 + line.slope * (x - (word.box.x1 + word.box.x2) / 2), len(word.text))
        for word in line.words
        if ink_em(word.text) is not None and not has_descender(word.text)
    ]
    return weighted_median(ends) if ends else line.baseline_px + line.slope * (x - line.box.x1)
