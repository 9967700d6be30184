"""A block on its way to the page tree."""

from dataclasses import dataclass, field
from typing import Self

from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.schemas.page import BlockKind, TableGrid
from vlcorpus.stages.documents.page.boxes import cover
from vlcorpus.stages.documents.page.lines import Line


@dataclass(slots=True)
class LaidBlock:
    """`x1 … y2` are in the upright frame, `box` is on the page image."""

    kind: BlockKind
    x1: float
    y1: float
    x2: float
    y2: float
    box: BoxPx
    text: str = ""
    level: int | None = None
    table: TableGrid | None = None
    lines: list[Line] = field(default_factory=list)
    unread: BlockKind | None = None  # kind that an IMAGE would be, if somebody could read it
    inset: list[Self] = field(default_factory=list)  # what it consists of; it is only their place then

    @property
    def size(self) -> float:
        """Return the largest size of its text, px; 0 without text."""
        return max((line.size for line in self.lines), default=0.0)

    @classmethod
    def of(cls, kind: BlockKind, lines: list[Line], text: str, level: int | None = None) -> Self:
        """Make the block that the lines fill."""
        frame_box = cover((line.x1, line.y1, line.x2, line.y2) for line in lines)
        return cls(kind, *frame_box, cover(line.box for line in lines), text, level, lines=lines)
