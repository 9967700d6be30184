"""Check boxes and radio buttons of a form: their states are signs of the text, ☑ or ☐, at their places.

What draws a mark says nothing of it: a "4" of ZapfDingbats, a curve, an image. The field knows its state.
Source: ISO 32000-1 12.7.4.2.
"""

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

import PIL.Image

from vlcorpus.schemas.documents.document import Span, TextLine, Word
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.stages.documents.page.boxes import contains, cover
from vlcorpus.stages.documents.pdf.pymupdf_engine import BROKEN
from vlcorpus.stages.documents.pdf.pymupdf_scale import Scale
from vlcorpus.stages.documents.pdf.visible_text import INK_CONTRAST

if TYPE_CHECKING:
    import pymupdf

ON, OFF = "☑", "☐"
_KINDS = (2, 5)  # pymupdf.PDF_WIDGET_TYPE_CHECKBOX and _RADIOBUTTON
_UNSET = frozenset({"null", "/Off"})  # of `AS`, the state in which a button is drawn


class Button(NamedTuple):
    box: BoxPx
    is_on: bool

    @property
    def sign(self) -> str:
        return ON if self.is_on else OFF


def read_buttons(page: "pymupdf.Page", to_px: Scale, image: PIL.Image.Image) -> list[Button]:
    """Return the buttons of a page, none if no ink of any is seen: then the page says nothing of them.

    One alone may leave none: where its neighbours have marks, a reader sees that it has not.
    """
    try:
        buttons = list(_buttons(page, to_px)) if page.parent.is_form_pdf else []
    except BROKEN:  # a damaged form is no reason to lose its page
        return []
    return buttons if any(_has_ink(button.box, image) for button in buttons) else []


def _buttons(page: "pymupdf.Page", to_px: Scale) -> Iterable[Button]:
    for widget in page.widgets(_KINDS):
        box = to_px.box(tuple(widget.rect * page.rotation_matrix))
        if box is not None and min(box.x2 - box.x1, box.y2 - box.y1) >= 1:
            state = page.parent.xref_get_key(widget.xref, "AS")[1]
            yield Button(box, state not in _UNSET)


def _has_ink(box: BoxPx, image: PIL.Image.Image) -> bool:
    x1, y1, x2, y2 = map(int, box)
    extrema: Any = image.crop((x1, y1, x2, y2)).getextrema()  # a pair for each colour
    return any(high - low >= INK_CONTRAST for low, high in extrema)


def lines_with_states(lines: list[TextLine], buttons: list[Button]) -> list[TextLine]:
    """Return the lines with a sign for each button, before its label, in place of what draws its mark."""
    if not buttons:
        return lines
    out = [kept for line in lines if (kept := _without_marks(line, buttons))]
    turns = Counter(line.turn for line in out).most_common(1)
    turn = turns[0][0] if turns else 0  # a button has no direction of its own: it reads as its page does
    for button in buttons:
        at = _label_of(button, out)
        size = out[at].spans[0].size_px if at < len(out) else button.box.y2 - button.box.y1
        out.insert(at, TextLine(button.box, (Span(button.sign, button.box, size, font=""),), turn))
    return out


def words_with_states(words: list[Word], buttons: list[Button]) -> list[Word]:
    """Return the words with the same signs."""
    plain = [word for word in words if not any(contains(button.box, word.box) for button in buttons)]
    return plain + [Word(button.sign, button.box) for button in buttons]


def _without_marks(line: TextLine, buttons: list[Button]) -> TextLine | None:
    kept = [span for span in line.spans if not any(contains(button.box, span.box) for button in buttons)]
    if len(kept) == len(line.spans):
        return line
    return line._replace(spans=tuple(kept), box=cover(span.box for span in kept)) if kept else None


def _label_of(button: Button, lines: list[TextLine]) -> int:
    """Return the index of the next line at the right of a button; the number of lines where there is none."""
    middle = (button.box.y1 + button.box.y2) / 2
    right = [
        (line.box.x1, index)
        for index, line in enumerate(lines)
        if line.box.y1 <= middle <= line.box.y2 and line.box.x1 >= button.box.x2 - 1
    ]
    return min(right, default=(0.0, len(lines)))[1]
