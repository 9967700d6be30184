"""A table found on a page."""

from dataclasses import dataclass

from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.schemas.page import TableGrid
from vlcorpus.stages.documents.page.lines import Line


@dataclass(slots=True)
class FoundTable:
    box: BoxPx
    grid: TableGrid
    lines: list[Line]  # the lines that the cells hold
