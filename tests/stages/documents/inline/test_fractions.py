"""A fraction within a line comes into the line of its bar; underlines and rules do not."""

import pytest

from tests.stages.documents.drawing import SENTENCE, parse, pdf
from vlcorpus.schemas.inline import unmarked
from vlcorpus.stages.documents.inline.fractions import join_fractions


def exercise(above: str, below: str, *, bar_y: float = 103, with_bar: bool = True):
    """Draw an exercise with a fraction at the end of its line, between paragraphs."""

    def draw(canvas):
        canvas.setFont("Times-Roman", 11)
        for y in (700, 686, 500, 486):
            canvas.drawString(72, y, SENTENCE)
        canvas.drawRightString(176, 600, "12. Find x where s =")
        canvas.setFont("Times-Roman", 8)
        canvas.drawCentredString(185, 606, above)
        canvas.drawCentredString(185, 595, below)
        if with_bar:
            canvas.setLineWidth(0.5)
            canvas.line(180, bar_y + 500, 190, bar_y + 500)

    return parse(pdf(draw))


def texts(page) -> list[str]:
    return [unmarked(block.text) for block in page.tree.blocks]


def test_a_fraction_is_read_in_its_line():
    assert r"12. Find x where s = \frac{3}{41}" in texts(exercise("3", "41"))


@pytest.mark.parametrize("changes", [{"bar_y": 92.0}, {"with_bar": False}])
def test_without_a_bar_at_the_axis_there_is_no_fraction(changes):
    assert not any("frac" in text for text in texts(exercise("3", "41", **changes)))


def test_a_page_without_bars_is_left_alone():
    assert join_fractions([], [], []) == ([], [])
