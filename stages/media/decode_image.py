"""Open an image once, as the trainer will see it: EXIF-rotated RGB, within the pixel limit."""

import io
from dataclasses import dataclass

from PIL import Image, ImageOps, UnidentifiedImageError

from schemas.errors import Reject
from schemas.file import FileRow
from schemas.image import ImageRow
from schemas.reasons import Reason
from stages.stage import RowStage

_ORIENTATION = 0x0112  # EXIF tag; 1 is upright
_BROKEN = (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError)


@dataclass(frozen=True)
class DecodeImage(RowStage):
    """Reject what does not decode whole, and, by its header, before decoding, what exceeds `max_pixels`."""

    max_pixels: int = 178_956_970  # Pillow's own bomb limit: 0.5 GB of RGB

    def each(self, row: FileRow) -> ImageRow:
        try:
            image = Image.open(io.BytesIO(row.content))
            if image.width * image.height > self.max_pixels:
                raise Reject(Reason.IMAGE_TOO_LARGE, f"{image.width} x {image.height} px")
            turned = image.getexif().get(_ORIENTATION, 1) != 1
            pixels = ImageOps.exif_transpose(image).convert("RGB")
        except _BROKEN as error:
            raise Reject(Reason.IMAGE_BROKEN, f"{type(error).__name__}: {error}") from error
        return ImageRow.origin(
            row.source,
            row.source_key,
            row.license,
            content=row.content,
            format=image.format,
            width_px=pixels.width,
            height_px=pixels.height,
            exif_applied=turned,
            pixels=pixels,
        )
