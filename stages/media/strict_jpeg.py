"""Decode a JPEG and refuse what libjpeg only warns of: bytes lost or changed in its middle.

libjpeg goes on behind damage with whatever the bits seem to say, and Pillow does not hear its warnings. Here
they are errors, at the cost of the one decode; pixels are those of Pillow. Not seen is a changed bit after
which the codes still add up. Source: libjpeg, jerror.h, "Corrupt JPEG data" and "Premature end".
"""

import re

from PIL import Image

from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.reasons import Reason

_DAMAGE = re.compile(r"Corrupt JPEG data|Premature end of JPEG file")
_LEFT_OVER = re.compile(r"(\d+) extraneous bytes before marker 0xd9")
_END = b"\xff\xd9"


def read_strictly(content: bytes, image: Image.Image) -> Image.Image | None:
    """Return the pixels of the JPEG in RGB, of the size that `image`, its header opened by Pillow, will have.

    Returns None where Pillow's own decoder is to read them: other colours than RGB and grey, a subsampling
    that only libjpeg itself reads. Raises Reject image_broken for damage.
    """
    import simplejpeg

    plain = image.mode in ("RGB", "L")
    width_px, height_px = image.size if plain else (1, 1)  # CMYK: as small as can be, for the warnings alone
    colors = "RGB" if plain else "GRAY"
    try:
        pixels = simplejpeg.decode_jpeg(
            content, colors, min_width=width_px, min_height=height_px, strict=True
        )
    except ValueError as warning:
        if _DAMAGE.match(str(warning)) and not _is_padded(content, str(warning)):
            raise Reject(Reason.IMAGE_BROKEN, f"{warning}: its middle is damaged") from warning
        return None
    return Image.fromarray(pixels) if plain else None


def _is_padded(content: bytes, warning: str) -> bool:
    """Say whether what libjpeg has no use for fills the file up before its end, as some cameras do."""
    found = _LEFT_OVER.search(warning)
    end = content.rfind(_END)
    if found is None or end < 0:
        return False
    padding = content[max(0, end - int(found[1])) : end]
    return len(set(padding)) == 1
