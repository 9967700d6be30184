"""A parsed page: blocks in reading order, each with its kind, its box and its content.

Both document formats (`schemas/qwenvl/html.py`, `schemas/qwenvl/markdown.py`) are written from this one tree.
Text is what a reader sees, without markup but the marks of `schemas/inline.py`: superscripts, subscripts and
formulas within a line. The constructors raise ValueError for what no format could say and be read back from;
`clean_text` makes any string fit.
"""

import re
import textwrap
from dataclasses import dataclass, field
from enum import StrEnum

from vlcorpus.schemas.geometry import LAST, Box1000
from vlcorpus.schemas.inline import check_marks, has_marks, unmarked


class BlockKind(StrEnum):
    TITLE = "title"  # a heading; `level` 1 is the highest
    TEXT = "text"
    LIST = "list"  # one item per line of `text`, as printed: with its bullet or number
    TABLE = "table"
    IMAGE = "image"
    CAPTION = "caption"
    FORMULA = "formula"  # `text` is LaTeX without delimiters
    CODE = "code"
    HEADER = "header"  # running head, foot and page number: page furniture, an option of the writers
    FOOTER = "footer"
    FOOTNOTE = "footnote"
    PAGE_NUMBER = "page_number"


# Kinds whose text has a language of its own, in which a mark within a line means nothing
UNMARKED = frozenset({BlockKind.FORMULA, BlockKind.CODE})
FURNITURE = frozenset({BlockKind.HEADER, BlockKind.FOOTER, BlockKind.PAGE_NUMBER})

# What is never printed: controls but the newline, byte order mark, noncharacters, surrogates
_UNPRINTABLE = "\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff"
_NOT_TEXT = re.compile(rf"\A\s|\s\Z|\s\n|[{_UNPRINTABLE}]")
_NOT_CODE = re.compile(rf"\A\s*\n|\s\Z|[^\S\n]\n|[{_UNPRINTABLE}]")
_INDENTED = re.compile(r"\n\s")
_LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_TO_DROP = re.compile(f"[{_UNPRINTABLE}]")


def clean_text(raw: str, kind: BlockKind = BlockKind.TEXT) -> str:
    """Return `raw` as a block or a cell may hold it.

    Lines end in one newline, are not blank, have no white space around them and no unprintable character.
    CODE keeps blank lines and relative indentation, with tabs of 4. Marks that are not well-formed, or that
    the kind has no use for, are dropped.
    """
    code = kind is BlockKind.CODE
    if kind in UNMARKED or not _are_marks_whole(raw):
        raw = unmarked(raw)
    raw = _LINE_END.sub("\n", raw)
    raw = _TO_DROP.sub("", raw.expandtabs(4) if code else raw.replace("\t", " "))
    if not code:
        return "\n".join(filter(None, (line.strip() for line in raw.split("\n"))))
    lines = textwrap.dedent("\n".join(line.rstrip() for line in raw.split("\n"))).rstrip()
    return re.sub(r"\A(?:[^\S\n]*\n)+", "", lines)


def _are_marks_whole(text: str) -> bool:
    try:
        check_marks(text)
    except ValueError:
        return False
    return True


def check_text(text: str, kind: BlockKind = BlockKind.TEXT) -> None:
    """Raise ValueError unless a block of `kind` may hold `text`. The empty string passes."""
    check_marks(text)
    if kind in UNMARKED and has_marks(text):
        raise ValueError(f"a mark within {kind} {text[:60]!r}; pass it through schemas.page.clean_text")
    bad = (_NOT_CODE if kind is BlockKind.CODE else _NOT_TEXT).search(text)
    if bad:
        raise ValueError(
            f"{bad.group()!r} at character {bad.start()} of {text[:60]!r}: white space around the text "
            "or before a line's end, or an unprintable character; pass it through schemas.page.clean_text"
        )


@dataclass(slots=True, frozen=True)
class Cell:
    """A cell at (row, column) of the grid, covering `rowspan` x `colspan` places."""

    row: int
    col: int
    text: str = ""
    rowspan: int = 1
    colspan: int = 1
    header: bool = False

    def __post_init__(self) -> None:
        if self.rowspan < 1 or self.colspan < 1:
            raise ValueError(f"a cell spans at least 1 x 1 places, not {self.rowspan} x {self.colspan}")
        check_text(self.text)
        if _INDENTED.search(self.text):
            raise ValueError(f"an indented line in cell {self.text[:60]!r}; pass it through clean_text")


@dataclass(slots=True, frozen=True)
class TableGrid:
    """Cells in row-major order that cover every place of an `n_rows` x `n_cols` grid exactly once."""

    n_rows: int
    n_cols: int
    cells: tuple[Cell, ...]

    def __post_init__(self) -> None:
        covered: set[tuple[int, int]] = set()
        for cell in self.cells:
            for row in range(cell.row, cell.row + cell.rowspan):
                for col in range(cell.col, cell.col + cell.colspan):
                    if (row, col) in covered:
                        raise ValueError(f"two cells cover row {row}, column {col}")
                    covered.add((row, col))
        if not covered or covered != {(r, c) for r in range(self.n_rows) for c in range(self.n_cols)}:
            raise ValueError(f"the cells do not cover the {self.n_rows} x {self.n_cols} grid exactly")
        places = [(cell.row, cell.col) for cell in self.cells]
        if places != sorted(places):
            raise ValueError("the cells are not in row-major order")

    def rows(self) -> list[list[Cell]]:
        """Return the cells by the row they begin in; a row covered from above has none."""
        out: list[list[Cell]] = [[] for _ in range(self.n_rows)]
        for cell in self.cells:
            out[cell.row].append(cell)
        return out

    def n_header_rows(self) -> int:
        """Return how many rows at the top hold header cells only, none of them reaching further down."""
        best = reach = 0
        for index, row in enumerate(self.rows()):
            if not all(cell.header for cell in row):
                break
            reach = max([reach, *(index + cell.rowspan for cell in row)])
            if reach == index + 1:
                best = reach
        return best


@dataclass(slots=True, frozen=True)
class Block:
    kind: BlockKind
    box: Box1000 | None  # None where the format does not localise the kind (text in QwenVL-Markdown)
    text: str = ""  # never empty, but for a TABLE, which has none; of an IMAGE, the words printed in it
    level: int | None = None  # level of a TITLE, 1..6
    table: TableGrid | None = None  # cells of a TABLE

    def __post_init__(self) -> None:
        if self.box is not None:
            x1, y1, x2, y2 = self.box
            if not (0 <= x1 < x2 <= LAST and 0 <= y1 < y2 <= LAST):
                raise ValueError(f"box {tuple(self.box)} is not x1 < x2, y1 < y2 within 0..{LAST}")
        if (self.kind is BlockKind.TABLE) != (self.table is not None):
            raise ValueError(f"a block of kind {self.kind} has {'no' if self.table is None else 'a'} table")
        if self.kind is not BlockKind.IMAGE and (self.kind is BlockKind.TABLE) != (not self.text):
            raise ValueError(f"a block of kind {self.kind} has {'text' if self.text else 'no text'}")
        if self.kind is BlockKind.TITLE and self.level not in range(1, 7):
            raise ValueError(f"a title has a level of 1..6, not {self.level}")
        if self.kind is not BlockKind.TITLE and self.level is not None:
            raise ValueError(f"a block of kind {self.kind} has a level")
        check_text(self.text, self.kind)


@dataclass(slots=True, frozen=True)
class PageTree:
    blocks: tuple[Block, ...] = field(default_factory=tuple)
