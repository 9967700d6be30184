"""Decode the image of a pair and measure it: what `ReadPair` does with foreign bytes, in a child process."""

import io
from collections.abc import Iterator

import cv2
from PIL import Image

from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.reasons import Reason
from vlcorpus.schemas.vectors import pack
from vlcorpus.stages.captions.look import Look, LookRequest
from vlcorpus.stages.captions.measure_image import DRAFT_PX, measure_image, small_copy
from vlcorpus.stages.dedup.perceptual_hash import perceptual_hash
from vlcorpus.stages.dedup.thumbnail import thumbnail_of
from vlcorpus.stages.embed.image_descriptor import describe_image
from vlcorpus.stages.media.decode_image import Decoded, decode
from vlcorpus.stages.media.refused_memory import forget_refused_memory, was_refused_memory

KEPT_FORMATS = ("JPEG", "PNG", "WEBP")  # formats that every trainer opens
KEPT_MODES = ("RGB", "L")  # others look different from trainer to trainer: CMYK, palettes, transparency

cv2.setNumThreads(1)  # a thread per core, in a child per worker, would only reserve memory


def look(request: LookRequest) -> Iterator[Look]:
    """Yield the one answer. Raises Reject as `decode` does, MemoryError beyond the process's limit."""
    Image.MAX_IMAGE_PIXELS = None  # the request has a limit of its own, and the process another
    image = _decoded(request)
    small = small_copy(image.pixels)
    hashed = perceptual_hash(image.pixels)
    kept = _is_plain(image)
    image.pixels.close()  # before it is decoded again, to be encoded
    yield Look(
        encoded=None if kept else _encoded(request),
        format=image.format if kept else "JPEG",
        width_px=image.width_px,
        height_px=image.height_px,
        exif_applied=image.exif_applied,
        measures=measure_image(small),
        perceptual_hash=hashed,
        thumbnail=thumbnail_of(small),
        image_vector=pack(describe_image(small)[None])[0] if request.describe else None,
    )


def _decoded(request: LookRequest) -> Decoded:
    forget_refused_memory()
    try:
        return decode(request.content, request.max_pixels, draft_long_px=DRAFT_PX, strict=True)
    except Reject as reject:
        # Decoders of WebP, AVIF and JPEG 2000 say that the image is broken.
        if reject.reason == Reason.IMAGE_BROKEN and was_refused_memory():
            raise MemoryError(f"the decoder was refused memory ({reject.detail})") from reject
        raise


def _encoded(request: LookRequest) -> bytes:
    out = io.BytesIO()
    image = decode(request.content, request.max_pixels).pixels
    image.save(out, "JPEG", quality=request.jpeg_quality, subsampling=0)
    return out.getvalue()


def _is_plain(image: Decoded) -> bool:
    return (
        image.format in KEPT_FORMATS
        and image.mode in KEPT_MODES
        and not image.is_animated
        and not image.exif_applied
    )
