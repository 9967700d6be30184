"""The pipelines that the runtime is measured with: images to samples, by stages of three prices."""

import hashlib
import io
from dataclasses import dataclass
from pathlib import Path

from PIL import Image as Pillow
from PIL import ImageStat

from vlcorpus.catalogs.sources.files import Files
from vlcorpus.pipelines.runtime.dag import Pipeline, Table
from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.file import FileRow
from vlcorpus.schemas.image import ImageRow
from vlcorpus.schemas.media import Image, ImageInfo
from vlcorpus.schemas.qwenvl.tokens import image_tokens
from vlcorpus.schemas.row import Row
from vlcorpus.schemas.sample import LabelSource, Message, Part, Sample
from vlcorpus.stages.media.decode_image import decode
from vlcorpus.stages.stage import RowStage


@dataclass(frozen=True)
class ReadHeader(RowStage):
    """Next to nothing, 0.1 ms: read the size from the header; the bytes stay as they are."""

    def each(self, row: FileRow) -> ImageRow:
        image = Pillow.open(io.BytesIO(row.content))
        return _image_row(row, row.content, image)


@dataclass(frozen=True)
class MeasureContrast(RowStage):
    """Cheap, about 1 ms: decode at a fraction of the size, as filters do, and reject what is one colour."""

    min_contrast: float = 1.0  # standard deviation of grey, of 255

    def each(self, row: FileRow) -> ImageRow:
        image = Pillow.open(io.BytesIO(row.content))
        measured = _image_row(row, row.content, image)
        image.draft("L", (128, 128))
        if ImageStat.Stat(image).stddev[0] < self.min_contrast:
            raise Reject("image_flat", "one colour")
        return measured


@dataclass(frozen=True)
class DecodeImage(RowStage):
    """Dear, about 7 ms with the work after it: decode the whole image."""

    def each(self, row: FileRow) -> ImageRow:
        image = decode(row.content)
        return ImageRow.origin(
            row.source,
            row.source_key,
            row.license,
            content=row.content,
            format=image.format,
            width_px=image.width_px,
            height_px=image.height_px,
            exif_applied=image.exif_applied,
            pixels=image.pixels,
        )


@dataclass(frozen=True)
class Recompress(RowStage):
    """Dear, about 7 ms with the decoding: scale to half and encode again."""

    quality: int = 90

    def each(self, row: ImageRow) -> ImageRow:
        half = row.pixels.resize((row.width_px // 2, row.height_px // 2), Pillow.Resampling.LANCZOS)
        out = io.BytesIO()
        half.save(out, "JPEG", quality=self.quality)
        return _image_row(row, out.getvalue(), half)


@dataclass(frozen=True)
class ToImageSample(RowStage):
    """One sample: the image and its size in words."""

    def each(self, row: ImageRow) -> Sample:
        answer = f"{row.width_px} x {row.height_px} pixels"
        digest = hashlib.sha256(row.content).hexdigest()
        n_vision = image_tokens(row.width_px, row.height_px)
        return Sample.derived(
            row,
            "sample",
            domain="bench",
            task="size",
            stage="s1",
            mode="instruct",
            lang=["en"],
            messages=[
                Message(
                    role="user", content=[Part(type="image", media=0), Part(type="text", text="How large?")]
                ),
                Message(role="assistant", content=[Part(type="text", text=answer)], train=True),
            ],
            images=[Image(bytes=row.content)],
            image_info=[
                ImageInfo(width_px=row.width_px, height_px=row.height_px, sha256=digest, format="JPEG")
            ],
            n_tokens=n_vision + 20,
            n_text_tokens=20,
            n_vision_tokens=n_vision,
            n_loss_tokens=8,
            tokenizer_id="bench",
            processor_id="qwen3-vl",
            label_source=LabelSource.CONSTRUCTION,
            engine="bench",
            prompt_sha256="",
            content_sha256=digest,
        )


def pipeline(kind: str, folder: Path, per_partition: int) -> Pipeline:
    """Return the pipeline of a price over the JPEG files in `folder`."""
    source = Files(
        inputs=(str(folder),),
        patterns=("*.jpg",),
        source="bench",
        license="CC0-1.0",
        files_per_partition=per_partition,
    )
    chains = {
        "header_only": source >> ReadHeader(),
        "cheap": source >> MeasureContrast(),
        "dear": source >> DecodeImage() >> Recompress(),
    }
    return Pipeline("bench", Table("samples", chains[kind] >> ToImageSample()))


def _image_row(row: Row, content: bytes, image: Pillow.Image) -> ImageRow:
    return ImageRow.origin(
        row.source,
        row.source_key,
        row.license,
        content=content,
        format="JPEG",
        width_px=image.width,
        height_px=image.height,
        exif_applied=False,
    )
