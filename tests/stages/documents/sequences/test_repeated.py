"""What stands on page after page is no content of the book."""

import pytest

from tests.stages.documents.pages import image, page, text
from tests.stages.documents.sequences.books import shown
from vlcorpus.schemas.documents.document import PageRow
from vlcorpus.schemas.page import BlockKind
from vlcorpus.stages.documents.sequences.book_flow import Figure, FlowItem
from vlcorpus.stages.documents.sequences.figure_evidence import Evidence
from vlcorpus.stages.documents.sequences.repeated import without_repeated
from vlcorpus.stages.samples import SampleImage


def heads(*texts: str, **changes) -> list[FlowItem]:
    """Return a line in the margin of each page."""
    made = {"kind": BlockKind.TEXT, "in_margin": True} | changes
    return [FlowItem(page=number, text=text, **made) for number, text in enumerate(texts, 1)]


def images(*greys: int, sides: tuple[int, int] = (64, 64)) -> list[FlowItem]:
    """Return an image on each page, of one grey."""
    return [
        FlowItem(
            kind=BlockKind.IMAGE,
            page=number,
            figure=Figure(SampleImage(b"", *sides), (0, 0, 1, 1), Evidence.NONE, bytes([grey]) * 64),
        )
        for number, grey in enumerate(greys, 1)
    ]


@pytest.mark.parametrize(("n_pages", "kept"), [(2, 2), (3, 0)])
def test_what_a_third_page_shows_is_no_content(n_pages, kept):
    assert len(without_repeated(heads(*["Rivers"] * n_pages))) == kept
    assert len(without_repeated(images(*[100] * n_pages))) == kept


def test_numbers_tell_no_two_heads_apart():
    assert without_repeated(heads("1 Rivers iv", "12 Rivers v", "# 3 Rivers vi")) == []


@pytest.mark.parametrize(
    "items",
    [
        heads("Rivers", "Bridges", "Trains"),
        heads("Rivers", "Rivers", "Rivers", in_margin=False),
        heads("Table", "Table", "Table", kind=BlockKind.TABLE),
        heads("Fig. 1", "Fig. 2", "Fig. 3", kind=BlockKind.CAPTION),
    ],
    ids=["other words", "in the text", "tables", "captions"],
)
def test_what_only_looks_repeated_stays(items):
    assert without_repeated(items) == items


@pytest.mark.parametrize(("other", "kept"), [(108, 0), (109, 3)])
def test_what_jpeg_changes_makes_no_other_image(other, kept):
    assert len(without_repeated(images(100, other, 100 if kept == 0 else 118))) == kept


def test_images_of_other_sides_are_others():
    small, large = images(100, 100), images(100, sides=(80, 64))
    large[0].page = 3
    assert len(without_repeated(small + large)) == 3


def test_what_stands_on_every_page_is_left_out():
    def chapter(number: int) -> PageRow:
        head = text(30, f"{number} RIVERS AND BRIDGES")
        logo = image(1000, width=80, height=80)
        return page(head, text(240), image(310 + 5 * number, height=200 + 20 * number), logo, number=number)

    pages = [chapter(n) for n in (1, 2, 3)]
    for row in pages:  # one logo on all pages
        row.image = pages[0].image
    written = shown(*pages)
    assert "RIVERS" not in written
    assert written.count("[") == 3


def test_twice_is_not_every_page():
    head = text(30, "Rivers and bridges")
    pages = [page(head, text(200), image(300), number=n) for n in (1, 2)]
    assert shown(*pages).count("Rivers and bridges") == 2
