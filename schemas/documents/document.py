"""A page of a document between the file and the sample: its image, its text layer, its drawings, its parse.

All coordinates are pixels of the page image; x grows right, y grows down. Nothing here knows a PDF engine.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from vlcorpus.schemas.documents.document_type import DocumentType
from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.schemas.inline import Inline, marked, unmarked
from vlcorpus.schemas.page import BlockKind, PageTree
from vlcorpus.schemas.row import Row
from vlcorpus.schemas.sample import Generated


class Rgb(NamedTuple):
    """A colour; each part 0..255."""

    red: int
    green: int
    blue: int


class Span(NamedTuple):
    """Text of one font and size on one line, as the file holds it (logical order, spaces included)."""

    text: str
    box: BoxPx
    size_px: float  # size of the font
    font: str
    bold: bool = False
    italic: bool = False
    mono: bool = False
    script: int = 0  # 1: a superscript of what stands beside it; -1: a subscript; 2: of a fraction
    latex: str = ""  # of a formula within the line, whose characters are `text`; empty: it is none
    unread: bool = False  # whether it is a formula within the line whose structure is in doubt
    visible: bool = True  # False: nobody sees it on the page image
    rgb: Rgb | None = None  # colour of its fill; None: outlined, or not known

    @property
    def marked(self) -> str:
        """Return the text as a block holds it: with the marks of `schemas/inline.py`."""
        text = unmarked(self.text)
        if self.latex:
            return marked(Inline.FORMULA, self.latex)
        if abs(self.script) == 1 and text.strip():
            return marked(Inline.SUPERSCRIPT if self.script > 0 else Inline.SUBSCRIPT, text.strip())
        return text


class Glyph(NamedTuple):
    """A character of a formula, upright: no Span, because the places within one tell the structure."""

    char: str
    box: BoxPx  # box as tall as the character's ink, and as wide as the pen moves on
    size_px: float  # size of the font
    baseline_px: float  # y of the baseline
    font: str
    line: BoxPx  # box of the TextLine that the character is from


class Word(NamedTuple):
    """Characters between two gaps, where the file draws them: by these a parse is looked at again."""

    text: str
    box: BoxPx


class TextLine(NamedTuple):
    """Spans on one baseline. A wide gap (a column, a table cell) starts another line."""

    box: BoxPx
    spans: tuple[Span, ...]
    turn: int = 0  # quarter turns clockwise from upright reading: 0..3
    slanted: bool = False  # whether it lies at no quarter turn: a watermark, a label of a drawing

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans)


class Drawing(NamedTuple):
    """A drawn path by its box."""

    box: BoxPx
    stroked: bool
    is_rect: bool  # a rectangle or a straight horizontal or vertical line
    luminance: float  # 0 black … 1 white


class Region(NamedTuple):
    """What a layout engine sees on a part of the page. Regions may overlap, and come in no order."""

    kind: BlockKind
    box: BoxPx


class InkGrid(NamedTuple):
    """Which cells of a grid over the page image hold ink. It starts at the top left."""

    cell_px: int  # side of a cell
    n_rows: int
    n_cols: int
    bits: bytes  # row by row, eight cells a byte, the first one highest; 1 is ink


class UnreadRegion(NamedTuple):
    """A region that the text layer says nothing certain about: in the tree stands an IMAGE for it."""

    block: int  # index of its block in the tree
    kind: BlockKind  # the kind of block that it would be, if somebody could read it


@dataclass(slots=True, kw_only=True)
class PageMeasures:
    """Numbers on the text layer, by which filters decide. Fractions are 0..1, and 0 without text.

    Characters are those that leave ink, without white space; invisible ones are counted apart.
    """

    n_chars: int
    n_invisible_chars: int
    garbled_fraction: float  # share of the characters that have no Unicode meaning
    odd_word_fraction: float  # share of long words: mostly symbols, or letters of scripts that never mix
    math_fraction: float  # share of the characters that are set in a font of formulas
    text_area_fraction: float  # share of the page that boxes of visible lines cover
    image_area_fraction: float  # share of the page that images cover, all of them together
    n_drawings: int


class TextSource(StrEnum):
    """Where `PageRow.lines` come from."""

    TEXT_LAYER = "text_layer"
    OCR = "ocr"


@dataclass(slots=True, kw_only=True)
class OcrMeasures:
    """Numbers on a page that OCR has read, by which filters decide. Fractions are 0..1."""

    engine: str  # name and version
    second_engine: str | None  # None: it was read once
    confidence: float  # mean of the characters, as the engine states it; 0 without text
    agreement: float | None  # 1 - CER of the second reading against the first; None: it was read once


@dataclass(slots=True, kw_only=True)
class ParseMeasures:
    """Numbers on the parse against the text layer, its order and the page image. Fractions are 0..1."""

    word_recall: float  # share of the visible text layer's words that are found in the tree
    overlap_fraction: float  # share of the blocks' area that two blocks cover
    figure_text_fraction: float  # share of the characters that are labels inside a figure, left to its image
    inline_math_fraction: float  # share of the characters that are in formulas within lines, and in doubt
    order_agreement: float | None = None  # agreement with the text layer's order; None: OCR, little text
    ink_covered_fraction: float | None = None  # share of inked cells in a block; None: over an image
    empty_box_fraction: float | None = None  # share of the blocks, images left out, whose box holds no ink
    table_fill_fraction: float | None = None  # share of filled cells of the emptiest table; None: no table
    table_run_on_fraction: float | None = None  # share of the worst table's cells that go on from above
    table_overlap_fraction: float | None = None  # share of a table, or a block on it, that both cover


@dataclass(slots=True, kw_only=True)
class WordMeasures:
    """Numbers on what a page repeats, links to and leaves blank. Fractions are 0..1, and 0 without text."""

    n_words: int  # number of words in titles, paragraphs, lists and captions: the prose
    top_bigram_fraction: float  # share of the prose in occurrences of the most frequent two words in a row
    top_trigram_fraction: float  # the same of three words
    top_fourgram_fraction: float  # the same of four words
    repeated_line_fraction: float  # share of the printed lines, labels left out, that were printed before
    n_links: int  # number of addresses of web pages in the prose
    link_fraction: float  # share of the prose's characters in such addresses
    blank_line_fraction: float  # share of the printed lines that ask for something to be filled in
    n_prose_chars: int  # number of letters and digits in blocks of prose that are no labels


@dataclass(slots=True, kw_only=True)
class PageRow(Row):
    """A page as it was read. What is found out of it later makes it a row of the next class below."""

    page: int  # number of the page in the document, from 1
    n_pages: int  # number of pages of the document
    width_pt: float  # width as shown, after rotation
    height_pt: float  # height as shown, after rotation
    rotation: int  # degrees clockwise that the file asks for: 0, 90, 180, 270

    image: bytes  # the page image, JPEG
    width_px: int
    height_px: int
    lines: list[TextLine]
    image_boxes: list[BoxPx]  # boxes of the raster images on the page
    drawings: list[Drawing]
    measures: PageMeasures
    glyphs: list[Glyph] = field(default_factory=list)  # glyphs of the lines with formulas
    printed_words: list[Word] = field(default_factory=list)  # words of the text layer, those unseen included
    regions: list[Region] | None = None  # what a layout model sees; None: none was asked
    layout_engine: str | None = None  # name and version of what has seen the regions
    scan: bytes | None = None  # a larger grey PNG that the reader makes of pages that OCR has to read
    ink: InkGrid | None = None  # where the page has ink; None: the reader looked at no pixels
    text_source: TextSource = TextSource.TEXT_LAYER
    ocr: OcrMeasures | None = None  # None: its text layer was trusted
    generated: list[Generated] = field(default_factory=list)  # what models said of the page

    def preview_image(self) -> bytes | None:
        return self.image


@dataclass(slots=True, kw_only=True)
class ParsedPage(PageRow):
    """A page whose blocks are known: made by ParseLayout."""

    tree: PageTree
    boxes_px: list[BoxPx]  # boxes of the tree's blocks, in their order
    unread: list[UnreadRegion]
    parse: ParseMeasures
    lang: str  # ISO 639-1, `und` where nothing could be told
    region_engine: str | None = None  # what has read regions of the page; None: nothing did


@dataclass(slots=True, kw_only=True)
class MeasuredPage(ParsedPage):
    """A parsed page whose words were counted: made by MeasureWords."""

    words: WordMeasures


@dataclass(slots=True, kw_only=True)
class ClassifiedPage(MeasuredPage):
    """A measured page that knows its document: made by ClassifyDocument."""

    document_type: DocumentType
    document_type_score: float


def measures_of(page: PageRow) -> PageMeasures:
    return page.measures
