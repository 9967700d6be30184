"""Open an image once, as the trainer will see it: EXIF-rotated 8-bit RGB, within the pixel limit."""

import ctypes
import warnings
from dataclasses import dataclass
from functools import cache

import numpy as np
from PIL import Image, ImageOps, UnidentifiedImageError, _imaging

from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.machine_faults import machine_remedy
from vlcorpus.schemas.open_image import open_image
from vlcorpus.schemas.reasons import Reason
from vlcorpus.stages.media.strict_jpeg import read_strictly
from vlcorpus.stages.media.unread_formats import is_heif, read_heif, unread_format

MAX_DECODED_PIXELS = 89_478_485  # above it Pillow warns of a bomb: 0.36 GB at its 4 bytes a pixel
_BAND_PIXELS = 4 << 20  # colours are converted so many pixels at a time: 16 MiB of each copy
_JPEGS = ("JPEG", "MPO")  # Pillow's names; MPO: of several images, of which the first is read
_ORIENTATION = 0x0112  # EXIF tag; 1 is upright
_ON_ITS_SIDE = (5, 6, 7, 8)
# AVIF's decoder raises RuntimeError.
_BROKEN = (OSError, RuntimeError, SyntaxError, ValueError)


@dataclass(frozen=True, slots=True)
class Decoded:
    pixels: Image.Image  # RGB
    width_px: int  # width of the whole image, upright; `pixels` may be smaller where a draft was asked for
    height_px: int
    format: str  # Pillow's name of the format: JPEG, PNG, WEBP …
    mode: str  # Pillow's mode of the file: RGB, CMYK, RGBA, I;16 …
    exif_applied: bool  # the pixels were turned as the EXIF orientation says
    is_animated: bool  # it has more images than this, its first


def decode(
    content: bytes,
    max_pixels: int = MAX_DECODED_PIXELS,
    *,
    draft_px: int = 0,
    draft_long_px: int = 0,
    strict: bool = False,
) -> Decoded:
    """Return the image; what is transparent is white, 16 bits become 8.

    `draft_px` allows a JPEG to be decoded at 1/2, 1/4 or 1/8 of its size, its sides no shorter than that, and
    `draft_long_px`, its longer side no shorter: the whole file is read, at a third of the cost. `strict`
    refuses a JPEG that is damaged in its middle, and needs simplejpeg.

    Raises Reject: image_broken for what does not decode whole, image_format_unread for a format that is known
    and not read, image_depth_unknown for floats and 32-bit integers, image_too_large, by its header and
    before decoding, for what exceeds `max_pixels`.
    """
    _quiet_libtiff()
    try:
        with warnings.catch_warnings():
            # Warnings of oddities in a file: what matters is whether it decodes, and that is in the row.
            warnings.filterwarnings("ignore", module=r"PIL\.")
            return _decode(content, max_pixels, draft_px, draft_long_px, strict)
    except UnidentifiedImageError as error:  # whose message names an object by its address in memory
        if format := unread_format(content):
            raise Reject(Reason.IMAGE_FORMAT_UNREAD, format) from error
        what = "it is cut or damaged HEIC" if is_heif(content) else "it begins like no image"
        raise Reject(Reason.IMAGE_BROKEN, what) from error
    except Image.DecompressionBombError as error:
        raise Reject(Reason.IMAGE_TOO_LARGE, str(error)) from error
    except _BROKEN as error:
        if machine_remedy(error):  # no file handle is left for the module of a format
            raise
        raise Reject(Reason.IMAGE_BROKEN, f"{type(error).__name__}: {error}") from error


def _decode(content: bytes, max_pixels: int, draft_px: int, draft_long_px: int, strict: bool) -> Decoded:
    image = open_image(content, ("HEIF",) if is_heif(content) and read_heif() else ())
    if image.width * image.height > max_pixels:
        raise Reject(
            Reason.IMAGE_TOO_LARGE, f"{image.width} x {image.height} px, the limit is {max_pixels} px"
        )
    size, mode, format = image.size, image.mode, image.format or ""
    # Not how many there are: that takes a walk through all of them.
    is_animated = bool(getattr(image, "is_animated", False))
    orientation = image.getexif().get(_ORIENTATION, 1)
    if draft_px:
        image.draft(None, (draft_px, draft_px))
    if draft_long_px:
        width_px, height_px = (max(1, side * draft_long_px // max(size)) for side in size)
        image.draft(None, (width_px, height_px))
    if strict and format in _JPEGS and (read := read_strictly(content, image)):
        read.info = image.info  # with its EXIF
        image = read
    pixels = _rgb(ImageOps.exif_transpose(image) if orientation != 1 else image)
    width, height = size[::-1] if orientation in _ON_ITS_SIDE else size
    return Decoded(pixels, width, height, format, mode, orientation != 1, is_animated)


@cache
def _quiet_libtiff() -> None:
    """Keep libtiff from writing to the terminal of its own accord; Pillow raises what fails all the same."""
    # The library that Pillow links, found by way of Pillow; where it is hidden inside, it stays as it is.
    set_handler = getattr(ctypes.CDLL(_imaging.__file__), "TIFFSetErrorHandler", None)
    if set_handler is not None:
        set_handler(None)


def _rgb(image: Image.Image) -> Image.Image:
    """Return the image in RGB. Beside it and the result, a few rows are in memory."""
    image.load()
    if image.mode == "RGB" and not image.has_transparency_data:
        return image
    n_rows = max(1, _BAND_PIXELS // image.width)
    if n_rows >= image.height:
        return _band(image)
    whole = Image.new("RGB", image.size)
    for top in range(0, image.height, n_rows):
        rows = (0, top, image.width, min(top + n_rows, image.height))
        whole.paste(_band(image.crop(rows)), (0, top))
    return whole


def _band(image: Image.Image) -> Image.Image:
    if image.mode.startswith("I;16"):  # Pillow's own conversion clips at 255
        return Image.fromarray((np.asarray(image).astype(np.uint16) >> 8).astype(np.uint8)).convert("RGB")
    if image.mode in ("I", "F"):
        raise Reject(Reason.IMAGE_DEPTH_UNKNOWN, f"mode {image.mode}: nothing says what its white is")
    if image.has_transparency_data:
        image = image.convert("RGBA")
        return Image.alpha_composite(Image.new("RGBA", image.size, "white"), image).convert("RGB")
    return image if image.mode == "RGB" else image.convert("RGB")
