"""Decode the image of a pair and measure it: what `ReadPair` does with foreign bytes, in a child process."""

from collections.abc import Iterator

import cv2
from PIL import Image

from vlcorpus.schemas.vectors import pack
from vlcorpus.stages.captions.look import Look, LookRequest
from vlcorpus.stages.captions.measure_image import DRAFT_PX, measure_image, small_copy
from vlcorpus.stages.dedup.perceptual_hash import perceptual_hash
from vlcorpus.stages.dedup.thumbnail import thumbnail_of
from vlcorpus.stages.embed.image_descriptor import describe_image
from vlcorpus.stages.media.kept_image import KeepRequest, decode_within, encoded_anew, is_kept

cv2.setNumThreads(1)  # a thread per core, in a child per worker, would only reserve memory


def look(request: LookRequest) -> Iterator[Look]:
    """Yield the one answer. Raises Reject as `decode` does, MemoryError beyond the process's limit."""
    Image.MAX_IMAGE_PIXELS = None  # the request has a limit of its own, and the process another
    image = decode_within(request.content, request.max_pixels, draft_long_px=DRAFT_PX)
    small = small_copy(image.pixels)
    hashed = perceptual_hash(image.pixels)
    kept = is_kept(image)
    image.pixels.close()  # before it is decoded again, to be encoded
    yield Look(
        encoded=None if kept else encoded_anew(_to_keep(request)),
        format=image.format if kept else "JPEG",
        width_px=image.width_px,
        height_px=image.height_px,
        exif_applied=image.exif_applied,
        measures=measure_image(small),
        perceptual_hash=hashed,
        thumbnail=thumbnail_of(small),
        image_vector=pack(describe_image(small)[None])[0] if request.describe else None,
    )


def _to_keep(request: LookRequest) -> KeepRequest:
    return KeepRequest(request.content, request.max_pixels, request.jpeg_quality)
