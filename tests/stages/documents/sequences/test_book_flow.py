"""A book reads as a person reads it: figures where they stand, captions behind them, paragraphs whole."""

import pytest

from tests.stages.documents.pages import PROSE, block, figure_page, image, page, prose_page, text
from tests.stages.documents.sequences.books import made, shown


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
