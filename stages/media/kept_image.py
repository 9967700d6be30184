"""An image as a sample keeps it: its own bytes where every trainer opens them alike, else encoded anew.

Runs in a sandbox's child (`keep`), for the bytes are foreign.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass

from PIL import Image

from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.reasons import Reason
from vlcorpus.stages.media.decode_image import Decoded, decode
from vlcorpus.stages.media.refused_memory import forget_refused_memory, was_refused_memory

KEPT_FORMATS = ("JPEG", "PNG", "WEBP")  # formats that every trainer opens
KEPT_MODES = ("RGB", "L")  # others look different from trainer to trainer: CMYK, palettes, transparency


@dataclass(frozen=True, slots=True)
class KeepRequest:
    content: bytes
    max_pixels: int
    jpeg_quality: int


@dataclass(frozen=True, slots=True)
class KeptImage:
    content: bytes  # encoded
    format: str
    width_px: int  # width of the image upright
    height_px: int
    exif_applied: bool


def keep(request: KeepRequest) -> Iterator[KeptImage]:
    """Yield the one answer. Raises Reject as `decode` does, MemoryError beyond the process's limit."""
    Image.MAX_IMAGE_PIXELS = None  # the request has a limit of its own, and the process another
    image = decode_within(request.content, request.max_pixels)
    kept = is_kept(image)
    image.pixels.close()  # before it is decoded again, to be encoded
    yield KeptImage(
        content=request.content if kept else encoded_anew(request),
        format=image.format if kept else "JPEG",
        width_px=image.width_px,
        height_px=image.height_px,
        exif_applied=image.exif_applied,
    )


def decode_within(content: bytes, max_pixels: int, *, draft_long_px: int = 0) -> Decoded:
    """Return the image. Raises Reject as `decode` does, MemoryError where its decoder was refused memory."""
    forget_refused_memory()
    try:
        return decode(content, max_pixels, draft_long_px=draft_long_px, strict=True)
    except Reject as reject:
        # Decoders of WebP, AVIF and JPEG 2000 say that the image is broken.
        if reject.reason == Reason.IMAGE_BROKEN and was_refused_memory():
            raise MemoryError(f"the decoder was refused memory ({reject.detail})") from reject
        raise


def encoded_anew(request: KeepRequest) -> bytes:
    out = io.BytesIO()
    image = decode(request.content, request.max_pixels).pixels
    image.save(out, "JPEG", quality=request.jpeg_quality, subsampling=0)
    return out.getvalue()


def is_kept(image: Decoded) -> bool:
    """Say whether its own bytes are kept."""
    return (
        image.format in KEPT_FORMATS
        and image.mode in KEPT_MODES
        and not image.is_animated
        and not image.exif_applied
    )
