"""Open the image of a pair once: the row that goes on has it as the trainer will see it, and measured."""

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import ClassVar

from vlcorpus.schemas.captions.caption import CaptionRow
from vlcorpus.schemas.captions.pair import PairRow
from vlcorpus.schemas.errors import EnvironmentFailure
from vlcorpus.schemas.needs import OPENCV, SIMPLEJPEG, Need
from vlcorpus.schemas.qwenvl.chat import scrub
from vlcorpus.schemas.sandbox import Limits, Sandbox
from vlcorpus.stages.captions.hint import clean_hint
from vlcorpus.stages.captions.look import LookRequest
from vlcorpus.stages.language.detect_language import detect_language
from vlcorpus.stages.media.decode_image import MAX_DECODED_PIXELS
from vlcorpus.stages.stage import RowStage

# The child's address space: 0.5 GB after its imports, and for each pixel two canvases of RGBA, a copy on its
# way and the image, which is what the dearest decoder (WebP) holds.
_IDLE_BYTES = 700_000_000
_BYTES_PER_PIXEL = 16
_LOOK = "vlcorpus.stages.captions.look_at_image:look"


@dataclass(frozen=True)
class ReadPair(RowStage[PairRow, CaptionRow]):
    """Reasons: image_broken, image_depth_unknown, image_too_large, and the sandbox's cpu_limit,
    out_of_memory, wall_limit, crash.

    An image keeps its bytes where every trainer opens them alike. What is turned by EXIF, transparent, of
    several frames, in another format or colour space is encoded anew.
    """

    version: ClassVar[str] = "10"
    max_pixels: int = MAX_DECODED_PIXELS
    jpeg_quality: int = 95
    describe: bool = True  # fill `image_vector` with what needs no model: stages/embed/image_descriptor.py
    cpu_s: float = 30.0  # ours: the largest AVIF takes 10 s

    @property
    def needs(self) -> tuple[Need, ...]:
        return (OPENCV, SIMPLEJPEG)

    @cached_property
    def sandbox(self) -> Sandbox:
        memory_bytes = _IDLE_BYTES + _BYTES_PER_PIXEL * self.max_pixels
        return Sandbox(_LOOK, Limits(self.cpu_s, self.cpu_s, memory_bytes=memory_bytes))

    def open(self) -> None:
        """Start the child: the first image does not pay for it, and a missing package is found at once."""
        try:
            self.sandbox.warm_up()
        except ImportError as error:
            raise EnvironmentFailure(
                f"OpenCV cannot be imported: {error}. Install it: pip install 'vlcorpus[vision]'"
            ) from error

    def close(self) -> None:
        self.sandbox.close()

    def each(self, row: PairRow) -> CaptionRow:
        request = LookRequest(row.content, self.max_pixels, self.jpeg_quality, self.describe)
        (image,) = self.sandbox.run(request)
        text = scrub(clean_hint(row.text))
        return CaptionRow(
            id=row.id,
            source=row.source,
            source_key=row.source_key,
            license=row.license,
            content=image.encoded or row.content,
            format=image.format,
            width_px=image.width_px,
            height_px=image.height_px,
            exif_applied=image.exif_applied,
            text=text,
            lang=detect_language(text),
            measures=image.measures,
            perceptual_hash=image.perceptual_hash,
            digest=int.from_bytes(sha256(row.content).digest()[:8], "big"),
            thumbnail=image.thumbnail,
            url=row.url,
            media_path=None if image.encoded else row.media_path,
            meta=row.meta,
            image_vector=image.image_vector,
        )
