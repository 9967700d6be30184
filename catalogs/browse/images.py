"""Images as a page carries them: JPEG, scaled, each content once, under one byte budget."""

import base64
import io
import warnings
from dataclasses import dataclass, field, replace
from hashlib import blake2b

import PIL.Image

from vlcorpus.schemas.open_image import open_image

LONG_SIDE_PX = 1000  # a page of text stays readable, 50 pages are a few MB
THUMBNAIL_PX = 320
MAX_SHOWN_PIXELS = (
    89_478_485  # 0.36 GB decoded, Pillow's limit for a warning: more is not opened to be looked at
)
_WHITE = (255, 255, 255)


@dataclass(frozen=True)
class ShownImage:
    """What the page knows of an image; `number` and `thumbnail` index the album, None if left out."""

    number: int | None = None
    thumbnail: int | None = None
    width_px: int = 0
    height_px: int = 0
    format: str = ""
    bytes: int = 0
    note: str = ""  # why it is missing or smaller than a person would expect


@dataclass
class Album:
    """Collects the encoded images of a page; past `budget_bytes` only thumbnails are taken."""

    budget_bytes: int
    encoded: list[str] = field(default_factory=list)  # base64 of JPEG
    left_out: int = 0
    _taken_bytes: int = 0
    _known: dict[bytes, ShownImage] = field(default_factory=dict)

    def add(self, content: bytes) -> ShownImage:
        """Take an image in; of one that does not open, the note says why."""
        key = blake2b(content, digest_size=16).digest()
        if key not in self._known:
            self._known[key] = self._take(content)
        return self._known[key]

    def _take(self, content: bytes) -> ShownImage:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # a rejected image may be odd in any way
                image, size, name = _open(content)
        except (OSError, ValueError, SyntaxError, PIL.Image.DecompressionBombError) as error:
            return ShownImage(bytes=len(content), note=f"does not open as an image: {error}")
        shown = ShownImage(
            thumbnail=self._keep(_jpeg(image, THUMBNAIL_PX, quality=70)),
            width_px=size[0],
            height_px=size[1],
            format=name,
            bytes=len(content),
        )
        large = _jpeg(image, LONG_SIDE_PX, quality=80)
        if self._taken_bytes + len(large) > self.budget_bytes:
            self.left_out += 1
            return replace(shown, note="only its thumbnail: the page is at its size limit")
        return replace(shown, number=self._keep(large))

    def _keep(self, jpeg: str) -> int:
        self._taken_bytes += len(jpeg)
        self.encoded.append(jpeg)
        return len(self.encoded) - 1


def _open(content: bytes) -> tuple[PIL.Image.Image, tuple[int, int], str]:
    """Return the image as RGB on white, its full size in px and its format."""
    with open_image(content) as image:
        size, name = image.size, image.format or ""
        if size[0] * size[1] > MAX_SHOWN_PIXELS:
            raise ValueError(f"{size[0]} x {size[1]} px are too many to show")
        image.draft("RGB", (LONG_SIDE_PX, LONG_SIDE_PX))  # JPEG decodes at a fraction of its size
        if not image.has_transparency_data:
            return image.convert("RGB"), size, name
        ground = PIL.Image.new("RGB", image.size, _WHITE)
        ground.paste(image, mask=image.convert("RGBA").getchannel("A"))
        return ground, size, name


def _jpeg(image: PIL.Image.Image, long_side_px: int, quality: int) -> str:
    scaled = image.copy()
    scaled.thumbnail((long_side_px, long_side_px), PIL.Image.Resampling.LANCZOS, reducing_gap=2)
    out = io.BytesIO()
    scaled.save(out, "JPEG", quality=quality, optimize=True)
    return base64.b64encode(out.getvalue()).decode()
