"""Name the formats of images that are known and not read: who sees the reason knows what the file is."""

import re
from functools import cache

# The brands of ISO/IEC 23008-12 files that HEVC fills; AVIF, its sibling, is read by Pillow.
_HEIF_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")
_AVIF_BRANDS = (b"avif", b"avis")
_SVG = re.compile(
    rb"\A(?:\xef\xbb\xbf)?(?:\s|<\?xml.{0,500}?\?>|<!--.{0,2000}?-->|<!DOCTYPE.{0,500}?>){0,20}<svg\b", re.S
)
_BEGINNINGS = (
    (b"%PDF-", "a PDF"),
    (b"%!PS", "PostScript"),
    (b"8BPS", "a Photoshop file"),
    (b"\x00\x00\x01\x00", "an icon (ICO)"),
    (b"\xff\x0a", "JPEG XL"),
    (b"\x00\x00\x00\x0cJXL ", "JPEG XL"),
    (b"\x1aE\xdf\xa3", "a video (Matroska)"),
)


def unread_format(content: bytes) -> str | None:
    """Return what a file that Pillow does not know is, with what reads it; None for no known format.

    AVIF is read, and HEIC where its extra is installed: what Pillow does not know of them is damaged.
    """
    if is_heif(content):
        return None if read_heif() else "HEIC: pip install 'vlcorpus[heif]' reads it"
    if content[4:8] == b"ftyp":
        return None if content[8:12] in _AVIF_BRANDS else "a video (MP4)"
    if _SVG.match(content[:4096]):
        return "SVG, a drawing that must be rendered first"
    return next((name for beginning, name in _BEGINNINGS if content.startswith(beginning)), None)


def is_heif(content: bytes) -> bool:
    return content[4:8] == b"ftyp" and content[8:12] in _HEIF_BRANDS


@cache
def read_heif() -> bool:
    """Teach Pillow to read HEIC where the extra `heif` is installed; say whether it can."""
    try:
        from pillow_heif import register_heif_opener
    except ImportError:
        return False
    register_heif_opener()
    return True
