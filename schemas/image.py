"""An image while it is being worked on."""

from dataclasses import dataclass
from typing import Any

from vlcorpus.schemas.arrow import Blob
from vlcorpus.schemas.row import Row


@dataclass(slots=True, kw_only=True)
class ImageRow(Row):
    """`pixels` live between the stages of one operator only and are never written."""

    content: Blob  # the file as found
    format: str  # JPEG, PNG, WEBP …
    width_px: int  # width after the EXIF rotation
    height_px: int  # height after the EXIF rotation
    exif_applied: bool
    pixels: Any = None  # (H, W, 3) uint8 RGB as PIL.Image.Image

    def preview_image(self) -> bytes | None:
        return self.content
