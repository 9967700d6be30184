"""A table found on a page."""

from dataclasses import dataclass

from schemas.geometry import BoxPx
from schemas.page import TableGrid
from stages.documents.layout.lines import Line


@dataclass(slots=True)
class FoundTable:
    box: BoxPx
    grid: TableGrid
    lines: list[Line]  # that the cells hold
