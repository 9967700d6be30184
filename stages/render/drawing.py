"""What is drawn: paths and labels in pixels, x to the right, y down. Nothing here knows a library.

A drawing is painted twice (`stages/render/canvas.py`): as people see it, and with a colour per object, which
tells the pixels of each. Whatever moves the drawing (a trembling hand, a margin) moves both.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path as FilePath

from vlcorpus.schemas.scenes.path import Path, Point

Color = tuple[int, int, int]  # sRGB
# A homography, row by row: where a pixel of the drawing lies in the image.
Matrix = tuple[float, ...]
BACKGROUND = 0  # the object of pixels on which nothing is drawn


@dataclass(frozen=True, slots=True)
class Pen:
    """How a line is drawn."""

    color: Color
    width_px: float
    dashes_px: tuple[float, ...] = ()  # drawn, left out, drawn …; nothing: a whole line


@dataclass(frozen=True, slots=True)
class Mark:
    """A path of an object, filled, drawn, or both."""

    object: int  # above 0
    path: Path
    pen: Pen | None = None
    fill: Color | None = None
    is_ground: bool = False  # labels may stand on it


@dataclass(frozen=True, slots=True)
class Label:
    """A line of text of an object."""

    object: int
    text: str
    center: Point  # of its ink
    font: FilePath  # by its file, never by a family's name: which file that is differs between machines
    size_px: float
    color: Color
    turn_deg: float = 0.0  # clockwise


@dataclass(frozen=True, slots=True)
class Drawing:
    """Marks and labels, in the order in which they are painted."""

    width_px: int
    height_px: int
    background: Color
    items: tuple[Mark | Label, ...]
    view: Matrix | None = None  # how the drawing lies before who looks at it; None: straight

    def without_labels(self) -> "Drawing":
        return replace(self, items=tuple(item for item in self.items if isinstance(item, Mark)))

    def without_ground(self) -> "Drawing":
        """Return what a label must not touch."""
        kept = (item for item in self.items if isinstance(item, Label) or not item.is_ground)
        return replace(self, items=tuple(kept))

    def of(self, objects: Iterable[int]) -> "Drawing":
        """Return the drawing of these objects alone."""
        wanted = frozenset(objects)
        return replace(self, items=tuple(item for item in self.items if item.object in wanted))


def seen_from(view: Matrix | None, point: Point) -> Point:
    """Return where a point of a drawing lies in its image."""
    if view is None:
        return point
    x, y = point
    a, b, c, d, e, f, g, h, i = view
    depth = g * x + h * y + i
    return (a * x + b * y + c) / depth, (d * x + e * y + f) / depth
