"""What the first pages of a document show of its kind."""

import pytest

from tests.stages.documents.pages import block, image, page, prose_page, saying, text
from vlcorpus.stages.documents.document_features import MAX_CHARS, count_columns, document_features


@pytest.mark.parametrize(
    ("blocks", "n_columns"),
    [
        ([text(200), text(300)], 1),
        ([text(100), *(text(y, x=x, width=280) for y in (200, 300, 400) for x in (100, 420))], 2),
        ([text(y, x=x, width=180) for y in (200, 300) for x in (100, 300, 500)], 3),
        ([text(200, "a label")], 0),
        ([], 0),
    ],
)
def test_columns_are_blocks_of_prose_side_by_side(blocks, n_columns):
    assert count_columns(page(*blocks)) == n_columns


def test_features_of_pages():
    rows = [saying(prose_page(n), "Name:", "Room 12", font="Segoe Script") for n in (1, 2)]
    found = document_features(rows)
    assert found.text == "Name:\nRoom 12\nName:\nRoom 12"
    assert (found.blank_line_fraction, found.script_font_fraction) == (0.5, 1.0)
    assert found.digit_fraction == pytest.approx(2 / 10)
    assert found.body_size_pt == 15.0  # 20 px at 96 dpi
    assert found.aspect == pytest.approx(595 / 842)
    with pytest.raises(ValueError, match="without pages"):
        document_features([])


def test_times_of_day_are_no_digits():
    assert document_features([saying(prose_page(1), "Depart 7:15 8:15a 11:45")]).digit_fraction == 0


@pytest.mark.parametrize(
    ("number", "is_excerpt"), [("3", False), ("4", True), ("iv", False), ("Page 9", False)]
)
def test_a_first_page_with_a_high_number_is_an_excerpt(number, is_excerpt):
    found = document_features([page(text(200), block("page_number", (380, 1060, 420, 1080), number))])
    assert found.is_excerpt is is_excerpt
    assert not found.has_running_head


def test_a_running_head_is_seen_on_the_first_page():
    head = block("header", (100, 40, 500, 60), "The river")
    assert document_features([page(head, text(200)), page(text(200), number=2)]).has_running_head
    assert not document_features([page(text(200)), page(head, text(200), number=2)]).has_running_head


def test_areas_are_of_all_pages():
    table = block("table", (0, 0, 800, 280))  # a quarter of a page
    found = document_features([page(table), page(image(0, x=0, width=800, height=560), number=2)])
    assert found.table_area_fraction == pytest.approx(1 / 8)
    assert found.image_area_fraction == pytest.approx(1 / 4)


def test_a_long_text_is_cut():
    assert len(document_features([saying(prose_page(1), "a" * (MAX_CHARS + 1))]).text) == MAX_CHARS


def test_the_number_of_pages_is_that_of_the_document():
    assert document_features([prose_page(1, n_pages=300)]).n_pages == 300


def test_pages_without_a_text_layer_have_no_fractions_of_it():
    found = document_features([prose_page(1)])
    assert (found.text, found.body_size_pt, found.digit_fraction, found.blank_line_fraction) == ("", 0, 0, 0)
