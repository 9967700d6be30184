"""Accents that are drawn apart: one character with the letter that they stand over."""

import pytest

from tests.stages.documents.drawing import pdf, prose, read, write


def drawn(*marks):
    """Return the text of a line `Jan`, upon which each mark is drawn at an offset from the letter a."""

    def page(canvas):
        prose(canvas)
        x = 72 + canvas.stringWidth("J", "Helvetica", 10)
        text = canvas.beginText(72, 780)
        text.setFont("Helvetica", 10)
        text.textOut("J")
        for offset, mark in marks:
            text.setTextOrigin(x + offset, 780)
            text.textOut(mark)
        text.setTextOrigin(x, 780)
        text.textOut("an")
        canvas.drawText(text)

    return read(pdf(page))[0].lines[-1].text


@pytest.mark.parametrize(
    ("mark", "shown"), [("´", "Ján"), ("¨", "Jän"), ("ˆ", "Jân"), ("`", "Jàn"), ("^", "J^an")]
)
def test_an_accent_over_its_letter_is_a_part_of_it(mark, shown):
    assert drawn((1.1, mark)) == shown


def test_an_accent_beside_its_letter_stands_for_itself():
    page = pdf(lambda canvas: (prose(canvas), write(canvas, 72, 780, "so it´s d´un ¨a")))
    assert read(page)[0].lines[-1].text == "so it´s d´un ¨a"
