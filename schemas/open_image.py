"""Open the bytes of an image with the decoders that are meant for foreign bytes, and no other.

Pillow goes by what a file begins with, not by its name, and knows forty formats: one of them starts
Ghostscript (EPS), others draw what a file tells them to (WMF), or have no reader but Pillow's own.
"""

import io

import PIL.Image

# What the web and cameras write. A JPEG of several images (MPO) and a JFIF are JPEG to Pillow.
IMAGE_FORMATS = ("AVIF", "BMP", "GIF", "JPEG", "JPEG2000", "PNG", "PPM", "TIFF", "WEBP")


def open_image(content: bytes, more_formats: tuple[str, ...] = ()) -> PIL.Image.Image:
    """Read the header of an image; its pixels are decoded when they are asked for.

    `more_formats` are those that a plugin of Pillow reads, which the caller has registered.

    Raises UnidentifiedImageError for another format, DecompressionBombError above Pillow's limit, and what
    a decoder raises (OSError, SyntaxError, ValueError).
    """
    return PIL.Image.open(io.BytesIO(content), formats=(*IMAGE_FORMATS, *more_formats))
