"""A book reads as a person reads it: figures where they stand, captions behind them, paragraphs whole."""

import pytest

from tests.stages.documents.pages import PROSE, block, figure_page, image, page, prose_page, text
from vlcorpus.schemas.documents.document import PageRow
from vlcorpus.schemas.rejection import Rejection
from vlcorpus.schemas.sample import Sample
from vlcorpus.stages.documents.sequences.book import Book
from vlcorpus.stages.documents.sequences.figure_evidence import Evidence, captions_of, evidence_of
from vlcorpus.stages.documents.sequences.to_sequences import ToSequences


def made(*pages: PageRow) -> list[Sample | Rejection]:
    return [row for row in ToSequences((Book(),))(pages) if not isinstance(row, PageRow)]


def shown(*pages: PageRow) -> str:
    """Return the sequence with `[n]` for its n-th image."""
    (sample,) = made(*pages)
    assert isinstance(sample, Sample), sample
    (message,) = sample.messages
    assert (message.role, message.train, sample.mode) == ("assistant", True, "pretrain")
    return "".join(part.text if part.type == "text" else f"[{part.media}]" for part in message.content)


def test_figures_stand_in_the_text_with_their_captions_behind():
    assert shown(figure_page(1), figure_page(2)) == "\n\n".join(
        [PROSE, "[0]\nFigure 1: a river.", PROSE, PROSE, "[1]\nFigure 2: a river.", PROSE]
    )


def test_a_caption_above_its_figure_follows_it():
    caption = block("caption", (100, 270, 400, 295), "Figure 1: above.")
    assert shown(page(text(200), caption, image(300)), prose_page(2)).startswith(
        f"{PROSE}\n\n[0]\nFigure 1: above."
    )


def test_images_side_by_side_share_a_caption_behind_the_last():
    caption = block("caption", (100, 510, 700, 530), "Figure 1: left and right.")
    pages = (page(image(300), image(300, x=420, width=280), caption, text(600)), prose_page(2))
    assert shown(*pages).startswith("[0]\n\n[1]\nFigure 1: left and right.\n\n")


def test_the_image_is_cut_from_the_page_at_its_box():
    sample = made(figure_page(1), prose_page(2))[0]
    info = sample.image_info[0]
    assert (info.width_px, info.height_px, info.format) == (300, 200, "JPEG")
    assert sample.objects == []


def test_page_furniture_and_icons_are_left_out():
    head = block("header", (100, 20, 700, 40), "A book of rivers")
    number = block("page_number", (390, 1080, 410, 1100), "7")
    icon = image(560, width=63, height=63)
    pages = [page(head, text(200), image(300), icon, number, number=n) for n in (1, 2)]
    assert shown(*pages) == "\n\n".join([PROSE, "[0]", PROSE, "[1]"])


def test_tables_are_latex_without_a_box():
    table = block("table", (100, 700, 500, 800))
    written = shown(page(text(200), image(300), table), prose_page(2))
    assert "\\begin{tabular}" in written
    assert "<!--" not in written


@pytest.mark.parametrize(
    ("end", "start", "joined"),
    [
        ("the water rose to the", "top of the wall.", "the water rose to the top of the wall."),
        ("the water over-", "flowed the wall.", "the water overflowed the wall."),
        ("the water rose.", "top of the wall.", None),
        ("the water rose to the", "Top of the wall.", None),
        (
            "水在夜里涨了起来，桥在早晨的火车到来之前就关闭了，人们在岸边等待着，孩子们在堤坝上奔跑，看着河",
            "水涨。",
            "看着河水涨。",
        ),
        ("第一章", "水涨。", None),
    ],
)
def test_a_paragraph_that_the_page_broke_is_made_whole(end, start, joined):
    caption = block("caption", (100, 310, 400, 330), "Figure 1: a river.")
    note = block("footnote", (100, 1000, 700, 1040), "1 A note.")
    written = shown(page(image(100), caption, text(400, end), note), page(text(200, start), number=2))
    assert (joined in written) if joined else (f"\n\n{start}" in written)
    assert written.endswith("1 A note." if joined else start)


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


@pytest.mark.parametrize(
    ("blocks", "evidence"),
    [
        ([block("caption", (100, 510, 400, 530), "Figure 1: x.")], Evidence.CAPTION),
        ([text(510, "Figure 1: taken for text.")], Evidence.CAPTION),
        ([block("caption", (100, 510, 400, 530), "Table 1: not of the figure.")], Evidence.NONE),
        ([block("caption", (100, 544, 400, 564), "Figure 1: near.")], Evidence.CAPTION),
        ([block("caption", (100, 546, 400, 566), "Figure 1: far.")], Evidence.NONE),
        ([block("caption", (410, 350, 700, 450), "Figure 1: beside.")], Evidence.CAPTION),
        ([block("caption", (410, 510, 700, 530), "Figure 1: at no side.")], Evidence.NONE),
        ([text(800, "As figure 3 shows.")], Evidence.REFERENCE),
        ([text(800, "It is shown above.")], Evidence.REFERENCE),
        ([text(800, "桥的形状如图所示。")], Evidence.REFERENCE),
        ([text(800, "The sales figures rose.")], Evidence.NONE),
        ([text(510)], Evidence.PROSE),
        ([text(510, "Too short for prose.")], Evidence.NONE),
        ([text(546)], Evidence.NONE),
    ],
)
def test_what_ties_a_figure_to_the_text(blocks, evidence):
    found = page(image(300), *blocks)
    assert evidence_of(found, 0, captions_of(found)) == evidence


@pytest.mark.parametrize(
    ("pages", "reason"),
    [
        ([prose_page(1), prose_page(2)], "figures_missing"),
        ([page(image(300), number=1), page(image(300), text(900), number=2)], "figures_unaligned"),
    ],
)
def test_what_is_no_book(pages, reason):
    (row,) = made(*pages)
    assert (row.reason, row.image.bytes) == (reason, pages[0].image)


def test_scores_tell_the_evidence():
    beside = page(text(240), image(320), number=2)
    (sample,) = made(figure_page(1), beside)
    scores = {score.name: score.value for score in sample.scores}
    assert (scores["n_figures"], scores["n_captioned"], scores["n_near_prose"]) == (2, 1, 1)
    assert scores["alignment_fraction"] == pytest.approx(0.75)
    assert scores["image_text_ratio"] == pytest.approx(sample.n_vision_tokens / sample.n_text_tokens)
