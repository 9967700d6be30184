"""A parsed page: blocks in reading order, each with its kind, its box and its content.

Both document formats (`schemas/qwenvl/html.py`, `schemas/qwenvl/markdown.py`) are written from this one tree.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from schemas.geometry import Box1000


class BlockKind(StrEnum):
    TITLE = "title"  # a heading; `level` 1 is the highest
    TEXT = "text"
    LIST = "list"  # one item per line of `text`
    TABLE = "table"
    IMAGE = "image"
    CAPTION = "caption"
    FORMULA = "formula"  # `text` is LaTeX without delimiters
    CODE = "code"
    HEADER = "header"  # running head, foot and page number: page furniture, an option of the writers
    FOOTER = "footer"
    FOOTNOTE = "footnote"
    PAGE_NUMBER = "page_number"


@dataclass(slots=True, frozen=True)
class Cell:
    """A cell at (row, column) of the grid, covering `rowspan` x `colspan` places."""

    row: int
    col: int
    text: str = ""
    rowspan: int = 1
    colspan: int = 1
    header: bool = False


@dataclass(slots=True, frozen=True)
class TableGrid:
    """Cells in row-major order that cover every place of an `n_rows` x `n_cols` grid exactly once."""

    n_rows: int
    n_cols: int
    cells: tuple[Cell, ...]

    def __post_init__(self):
        covered: set[tuple[int, int]] = set()
        for cell in self.cells:
            for place in (
                (r, c)
                for r in range(cell.row, cell.row + cell.rowspan)
                for c in range(cell.col, cell.col + cell.colspan)
            ):
                if place in covered:
                    raise ValueError(f"two cells cover row {place[0]}, column {place[1]}")
                covered.add(place)
        if covered != {(r, c) for r in range(self.n_rows) for c in range(self.n_cols)}:
            raise ValueError(f"the cells do not cover the {self.n_rows} x {self.n_cols} grid exactly")


@dataclass(slots=True, frozen=True)
class Block:
    kind: BlockKind
    box: Box1000 | None  # None where the format does not localise the kind (text in QwenVL-Markdown)
    text: str = ""
    level: int | None = None  # of a TITLE, 1..6
    table: TableGrid | None = None  # of a TABLE


@dataclass(slots=True, frozen=True)
class PageTree:
    blocks: tuple[Block, ...] = field(default_factory=tuple)
