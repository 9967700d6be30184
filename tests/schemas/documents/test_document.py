"""A page's text layer, and what of a page is shown and measured."""

from tests.stages.documents.pages import prose_page
from vlcorpus.schemas.documents.document import Span, TextLine, measures_of
from vlcorpus.schemas.geometry import BoxPx

BOX = BoxPx(0, 0, 10, 10)


def test_a_line_is_its_spans_with_the_spaces_that_they_hold():
    line = TextLine(BOX, (Span("The ", BOX, 10.0, "Times"), Span("river", BOX, 10.0, "Times-Bold")))
    assert line.text == "The river"


def test_a_person_looks_at_the_page_image():
    page = prose_page(1)
    assert page.preview_image() == page.image


def test_filters_of_the_text_layer_see_its_measures():
    page = prose_page(1)
    assert measures_of(page) is page.measures
