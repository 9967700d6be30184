"""What `ReadPair` asks of its sandbox's child, and what it is told: neither needs a package of an extra."""

from dataclasses import dataclass

from vlcorpus.schemas.captions.caption import ImageMeasures


@dataclass(frozen=True, slots=True)
class LookRequest:
    content: bytes
    max_pixels: int
    jpeg_quality: int
    describe: bool


@dataclass(frozen=True, slots=True)
class Look:
    """What an image is."""

    # A JPEG in place of the file; None where the file is what every trainer opens alike.
    encoded: bytes | None
    format: str
    width_px: int  # width of the image upright
    height_px: int
    exif_applied: bool
    measures: ImageMeasures
    perceptual_hash: int
    thumbnail: bytes  # stages/dedup/thumbnail.py
    image_vector: bytes | None
