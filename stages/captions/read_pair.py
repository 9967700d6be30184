"""Open the image of a pair once: the row that goes on has it as the trainer will see it, and measured."""

import io
from dataclasses import dataclass
from typing import ClassVar

from vlcorpus.schemas.captions.caption import CaptionRow
from vlcorpus.schemas.captions.pair import PairRow
from vlcorpus.schemas.errors import EnvironmentFailure
from vlcorpus.schemas.needs import OPENCV, Need
from vlcorpus.schemas.qwenvl.chat import scrub
from vlcorpus.schemas.vectors import pack
from vlcorpus.stages.captions.hint import clean_hint
from vlcorpus.stages.captions.measure_image import SIDE_PX, measure_image, small_copy
from vlcorpus.stages.dedup.perceptual_hash import perceptual_hash
from vlcorpus.stages.embed.image_descriptor import describe_image
from vlcorpus.stages.language.detect_language import detect_language
from vlcorpus.stages.media.decode_image import MAX_DECODED_PIXELS, Decoded, decode
from vlcorpus.stages.stage import RowStage

KEPT_FORMATS = ("JPEG", "PNG", "WEBP")  # formats that every trainer opens
KEPT_MODES = ("RGB", "L")  # others look different from trainer to trainer: CMYK, palettes, transparency


@dataclass(frozen=True)
class ReadPair(RowStage[PairRow, CaptionRow]):
    """Reasons: image_broken, image_depth_unknown, image_too_large.

    An image keeps its bytes where every trainer opens them alike. What is turned by EXIF, transparent, of
    several frames, in another format or colour space is encoded anew.
    """

    version: ClassVar[str] = "3"
    max_pixels: int = MAX_DECODED_PIXELS
    jpeg_quality: int = 95
    describe: bool = True  # fill `image_vector` with what needs no model: stages/embed/image_descriptor.py

    @property
    def needs(self) -> tuple[Need, ...]:
        return (OPENCV,)

    def open(self) -> None:
        try:
            import cv2  # noqa: F401
        except ImportError as error:
            raise EnvironmentFailure(
                f"OpenCV cannot be imported: {error}. Install it: pip install 'vlcorpus[vision]'"
            ) from error

    def each(self, row: PairRow) -> CaptionRow:
        image = decode(row.content, self.max_pixels, draft_px=SIDE_PX)
        text = scrub(clean_hint(row.text))
        kept = _is_plain(image)
        small = small_copy(image.pixels)
        return CaptionRow(
            id=row.id,
            source=row.source,
            source_key=row.source_key,
            license=row.license,
            content=row.content if kept else self._encoded(row.content),
            format=image.format if kept else "JPEG",
            width_px=image.width_px,
            height_px=image.height_px,
            exif_applied=image.exif_applied,
            text=text,
            lang=detect_language(text),
            measures=measure_image(small),
            perceptual_hash=perceptual_hash(image.pixels),
            url=row.url,
            media_path=row.media_path if kept else None,
            meta=row.meta,
            image_vector=pack(describe_image(small)[None])[0] if self.describe else None,
        )

    def _encoded(self, content: bytes) -> bytes:
        out = io.BytesIO()
        decode(content, self.max_pixels).pixels.save(out, "JPEG", quality=self.jpeg_quality, subsampling=0)
        return out.getvalue()


def _is_plain(image: Decoded) -> bool:
    return (
        image.format in KEPT_FORMATS
        and image.mode in KEPT_MODES
        and image.n_frames == 1
        and not image.exif_applied
    )
