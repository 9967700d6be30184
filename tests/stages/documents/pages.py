"""Parsed pages made by hand: blocks where a test says, on a small page image."""

import io
from dataclasses import replace

import PIL.Image

from vlcorpus.schemas.documents.document import (
    ClassifiedPage,
    PageMeasures,
    ParseMeasures,
    Span,
    TextLine,
    WordMeasures,
)
from vlcorpus.schemas.documents.document_type import DocumentType
from vlcorpus.schemas.geometry import BoxPx, encode_box
from vlcorpus.schemas.page import Block, BlockKind, Cell, PageTree, TableGrid

WIDTH, HEIGHT = 800, 1120  # px; an A4 page at 97 dpi
PROSE = "The river rose in the night and the bridge was closed before the morning train could come in."
GRID = TableGrid(1, 2, (Cell(0, 0, "a"), Cell(0, 1, "b")))


def block(kind: str, box: tuple[float, float, float, float], text: str = "") -> tuple[Block, BoxPx]:
    """Return a block and its box; `text` defaults to what the kind needs."""
    found = BlockKind(kind)
    px = BoxPx(*box)
    no_text = found in (BlockKind.IMAGE, BlockKind.TABLE)
    made = Block(
        found,
        encode_box(px, WIDTH, HEIGHT),
        "" if no_text else text or PROSE,
        level=2 if found is BlockKind.TITLE else None,
        table=GRID if found is BlockKind.TABLE else None,
    )
    return made, px


def text(y: float, words: str = "", *, x: float = 100, width: float = 600) -> tuple[Block, BoxPx]:
    """Return a paragraph of three lines whose top is at `y`."""
    return block("text", (x, y, x + width, y + 60), words)


def image(y: float, *, x: float = 100, width: float = 300, height: float = 200) -> tuple[Block, BoxPx]:
    return block("image", (x, y, x + width, y + height))


def page(
    *blocks: tuple[Block, BoxPx], number: int = 1, n_pages: int = 9, key: str = "a.pdf"
) -> ClassifiedPage:
    """Return page `number`; every image shows a grey of its own."""
    return ClassifiedPage.origin(
        "test",
        f"{key}#page={number}",
        "CC0-1.0",
        page=number,
        n_pages=n_pages,
        width_pt=595.0,
        height_pt=842.0,
        rotation=0,
        image=page_image(number, [box for one, box in blocks if one.kind is BlockKind.IMAGE]),
        width_px=WIDTH,
        height_px=HEIGHT,
        lines=[],
        image_boxes=[],
        drawings=[],
        measures=PageMeasures(
            n_chars=100,
            n_invisible_chars=0,
            garbled_fraction=0.0,
            odd_word_fraction=0.0,
            math_fraction=0.0,
            text_area_fraction=0.3,
            image_area_fraction=0.0,
            n_drawings=0,
        ),
        tree=PageTree(tuple(one for one, _ in blocks)),
        boxes_px=[box for _, box in blocks],
        parse=ParseMeasures(
            word_recall=1.0, overlap_fraction=0.0, figure_text_fraction=0.0, inline_math_fraction=0.0
        ),
        unread=[],
        lang="en",
        words=WordMeasures(
            n_words=300,
            top_bigram_fraction=0.02,
            top_trigram_fraction=0.01,
            top_fourgram_fraction=0.01,
            repeated_line_fraction=0.0,
            n_links=0,
            link_fraction=0.0,
            blank_line_fraction=0.0,
            n_prose_chars=1500,
        ),
        document_type=DocumentType.UNKNOWN,
        document_type_score=0.0,
    )


def prose_page(number: int, **values) -> ClassifiedPage:
    return page(block("title", (100, 140, 500, 170), "On rivers"), text(200), number=number, **values)


def figure_page(number: int, **values) -> ClassifiedPage:
    """Return a page with a captioned figure between two paragraphs."""
    caption = block("caption", (100, 510, 400, 530), f"Figure {number}: a river.")
    return page(text(200), image(300), caption, text(600), number=number, **values)


def page_image(number: int, boxes: list[BoxPx]) -> bytes:
    canvas = PIL.Image.new("RGB", (WIDTH, HEIGHT), "white")
    for index, box in enumerate(boxes):
        grey = (37 * number + 91 * index) % 200
        canvas.paste((grey, grey, grey), tuple(map(round, box)))
    out = io.BytesIO()
    canvas.save(out, "JPEG", quality=90)
    return out.getvalue()


def saying(row: ClassifiedPage, *lines: str, font: str = "Times") -> ClassifiedPage:
    """Return the page with these lines as its text layer."""
    box = BoxPx(0, 0, 100, 20)
    return replace(row, lines=[TextLine(box, (Span(line, box, 20.0, font),)) for line in lines])
