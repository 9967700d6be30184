"""What a sequence keeps of its pages, and how it is called."""

from dataclasses import replace

import pytest

from tests.stages.documents.pages import block, figure_page, page, prose_page, text
from vlcorpus.schemas.documents.document import Word
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.schemas.qwenvl.tokens import TokenCounts
from vlcorpus.stages.documents.sequences.sequence import light, page_facts, sequence_row

COUNTS = TokenCounts(n_text=100, n_vision=50, n_loss=10)


@pytest.mark.parametrize(
    ("key", "sequence"),
    [
        ("a.pdf#page=3", "a.pdf#pages=3-5&format=book"),
        ("crawl.warc.gz#record=7&page=3", "crawl.warc.gz#record=7&pages=3-5&format=book"),
    ],
)
def test_its_key_goes_on_from_that_of_the_document(key, sequence):
    first = replace(prose_page(3), source_key=key)
    assert sequence_row(first, prose_page(5), "book").source_key == sequence


def test_another_format_or_page_is_another_row():
    rows = [
        sequence_row(prose_page(1), prose_page(2), "book"),
        sequence_row(prose_page(1), prose_page(3), "book"),
        sequence_row(prose_page(1), prose_page(2), "longdoc_html"),
    ]
    assert len({row.id for row in rows}) == 3


def test_a_light_page_has_its_tree_and_its_boxes_and_no_image():
    found = replace(figure_page(1), printed_words=[Word("one", BoxPx(0, 0, 9, 9))])
    kept = light(found)
    assert (kept.tree, kept.boxes_px, kept.id) == (found.tree, found.boxes_px, found.id)
    assert (kept.image, kept.lines, kept.printed_words, kept.ink) == (b"", [], [], None)


def test_pages_between_the_first_and_the_last_are_missing():
    facts = page_facts([prose_page(2), prose_page(3), prose_page(7)], COUNTS)
    assert (facts["n_pages"], facts["n_missing_pages"]) == (3, 3)
    assert (facts["n_text_tokens"], facts["n_vision_tokens"]) == (100, 50)


def test_kinds_of_blocks_are_counted_once_and_furniture_not_at_all():
    head = block("header", (100, 20, 700, 40), "A book of rivers")
    assert page_facts([page(head, text(200)), page(text(200), number=2)], COUNTS)["n_block_kinds"] == 1
    assert page_facts([prose_page(1), figure_page(2)], COUNTS)["n_block_kinds"] == 4


def test_the_recall_is_the_mean_of_the_pages():
    half = prose_page(2)
    half.parse = replace(half.parse, word_recall=0.5)
    assert page_facts([prose_page(1), half], COUNTS)["word_recall"] == 0.75
