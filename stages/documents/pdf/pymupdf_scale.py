"""Turn the points of a page, as MuPDF has them, into pixels of its image."""

from vlcorpus.schemas.geometry import BoxPx
from vlcorpus.stages.documents.pdf.pymupdf_engine import pymupdf


class Scale:
    """Turns points of the display list into px of the image. The factors differ by the rounding to 32 px."""

    def __init__(self, area: "pymupdf.Rect", width_px: int, height_px: int):
        self.x, self.y = width_px / area.width, height_px / area.height
        self.left, self.top = area.x0, area.y0
        self.width_px, self.height_px = width_px, height_px

    def box(self, rect: tuple[float, float, float, float]) -> BoxPx | None:
        """Return the part of `rect` on the page, or None where there is none."""
        x1 = max(0.0, (rect[0] - self.left) * self.x)
        y1 = max(0.0, (rect[1] - self.top) * self.y)
        x2 = min(float(self.width_px), (rect[2] - self.left) * self.x)
        y2 = min(float(self.height_px), (rect[3] - self.top) * self.y)
        return BoxPx(x1, y1, x2, y2) if x1 <= x2 and y1 <= y2 else None
