"""The names of image files."""

import re

# Endings of the formats that are decoded, and of HEIC, which an extra reads.
IMAGE_ENDINGS = (
    *("jpg", "jpeg", "jpe", "jfif", "mpo", "png", "webp", "gif", "bmp", "tif", "tiff", "avif", "jp2"),
    *("ppm", "pgm", "pnm", "heic", "heif"),
)
_FILE_NAME = re.compile(rf"\S+\.(?:{'|'.join(IMAGE_ENDINGS)})", re.I)


def is_image(name: str) -> bool:
    """Say whether the ending of a file's name is one of an image."""
    return name.rpartition(".")[2].lower() in IMAGE_ENDINGS


def is_file_name(text: str) -> bool:
    """Say whether a text is nothing but the name of an image: it says nothing of what is to be seen."""
    return bool(_FILE_NAME.fullmatch(text.strip()))
