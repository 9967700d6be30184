"""States of check boxes and radio buttons become signs of the text."""

import pymupdf
import pytest

from tests.stages.documents.drawing import parse, read

CHECK_BOX, RADIO = pymupdf.PDF_WIDGET_TYPE_CHECKBOX, pymupdf.PDF_WIDGET_TYPE_RADIOBUTTON


def form(
    *states: bool, kind: int = CHECK_BOX, border: float = 1, rotation: int = 0, label: str = "choice"
) -> bytes:
    """Return a PDF with buttons one below the other, each before a label."""
    with pymupdf.open() as document:
        page = document.new_page()
        page.insert_text((72, 60), "Application for a card of the library", fontsize=10)
        for row, is_on in enumerate(states):
            y = 100 + 22 * row
            if label:
                page.insert_text((92, y + 11), f"{label} {row}", fontsize=11)
            widget = pymupdf.Widget()
            widget.field_type, widget.field_name = kind, f"field {row}"
            widget.rect = pymupdf.Rect(72, y, 86, y + 14)
            widget.field_value, widget.border_width = is_on or "Off", border
            widget.border_color = (0, 0, 0)
            page.add_widget(widget)
        page.set_rotation(rotation)
        return document.tobytes()


@pytest.mark.parametrize("rotation", [0, 90])
@pytest.mark.parametrize("kind", [CHECK_BOX, RADIO])
def test_each_button_is_its_state_before_its_label(kind, rotation):
    *_, block = parse(form(True, False, True, kind=kind, rotation=rotation)).tree.blocks
    assert (block.kind, block.text) == ("list", "☑ choice 0\n☐ choice 1\n☑ choice 2")


def test_the_words_have_the_same_signs_and_no_letter_of_the_mark():
    page = read(form(True, False))[0]
    assert [word.text for word in page.printed_words if not word.text[0].isalnum()] == ["☑", "☐"]
    assert [word.text for word in page.printed_words].count("4") == 0


def test_buttons_that_leave_no_ink_are_not_told():
    assert "☐" not in "".join(line.text for line in read(form(False, False, border=0))[0].lines)


def test_a_button_without_a_label_stands_for_itself():
    assert [line.text for line in read(form(True, label=""))[0].lines][-1] == "☑"


def test_a_page_without_a_form_is_left_as_it_is():
    page = read(form())[0]
    assert [line.text for line in page.lines] == ["Application for a card of the library"]
