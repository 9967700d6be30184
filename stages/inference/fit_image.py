"""Shrink an image to what a role sees of it, before it travels to a server."""

import io

import PIL.Image

from vlcorpus.schemas.machine_faults import machine_remedy
from vlcorpus.schemas.open_image import open_image
from vlcorpus.schemas.qwenvl.resize import smart_resize

_QUALITY = 95  # ours, of a JPEG without subsampling: what the bicubic filter leaves is kept
_UNREADABLE = (OSError, RuntimeError, SyntaxError, ValueError, PIL.Image.DecompressionBombError)


def fit_image(content: bytes, max_pixels: int) -> bytes:
    """Return an image of at most `max_pixels` as it is, a larger one as a JPEG of the size that a model sees.

    What cannot be read stays as it is too: the server says what is wrong with it.
    """
    try:
        with open_image(content) as image:
            if image.width * image.height <= max_pixels:
                return content
            height, width = smart_resize(image.height, image.width, min_pixels=1, max_pixels=max_pixels)
            image.draft("RGB", (width, height))
            small = image.convert("RGB").resize(
                (width, height), PIL.Image.Resampling.BICUBIC, reducing_gap=3.0
            )
    except _UNREADABLE as error:
        if machine_remedy(error):
            raise
        return content
    out = io.BytesIO()
    small.save(out, "JPEG", quality=_QUALITY, subsampling=0)
    return out.getvalue()
