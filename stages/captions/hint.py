"""The text that came with an image: cleaned of what is no text, and empty where it says nothing.

It was written by anybody: a model is shown it as a hint between quotes, never as an instruction.
"""

import html
import re
import unicodedata

MAX_CHARS = 2000  # ours: a paragraph; more is the page, not the image
MIN_LETTERS = 3

_TAG = re.compile(r"<[a-zA-Z/!][^<>]*>")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.I)
_FILE_NAME = re.compile(r"\S+\.(?:jpe?g|png|gif|webp|bmp|tiff?|svg|heic)", re.I)
_CAMERA_NAME = re.compile(r"(?:IMG|DSC[NF]?|PXL|DCIM|P|MVI|GOPR|WA|Screenshot)[-_ ]?[\d_\-. ]+", re.I)
_PLACEHOLDER = re.compile(
    r"(?:an? )?(?:image|images|img|picture|photo|photograph|logo|icon|banner|thumbnail|untitled|placeholder"
    r"|alt text|no description|none|null|n/?a|图片|图像|照片|无标题|图)[\s\d.!_-]*",
    re.I,
)


def clean_hint(text: str) -> str:
    """Return one line of NFC text without markup, addresses and control characters, or `""`."""
    text = html.unescape(text[: 4 * MAX_CHARS])
    text = unicodedata.normalize("NFC", _ADDRESS.sub(" ", _TAG.sub(" ", text)))
    text = "".join(char if char.isprintable() else " " for char in text)
    text = " ".join(text.split())[:MAX_CHARS].strip()
    return text if _says_something(text) else ""


def _says_something(text: str) -> bool:
    empty = (_FILE_NAME, _CAMERA_NAME, _PLACEHOLDER)
    if any(pattern.fullmatch(text) for pattern in empty):
        return False
    # A Chinese or Japanese character says as much as three letters.
    return sum(3 if char > "\u2e80" else 1 for char in text if char.isalpha()) >= MIN_LETTERS
