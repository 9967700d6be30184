"""What is put in order: lines, or blocks, in the frame in which the page reads."""

from typing import Protocol


class Placed(Protocol):
    x1: float
    y1: float
    x2: float
    y2: float
    text: str  # empty for a figure or a table
