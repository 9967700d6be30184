"""Do images decode, and are they what the row says? Reads media bytes, so it is asked of a draw of rows."""

import hashlib
import io
from collections.abc import Iterator

import PIL.Image

from vlcorpus.schemas.sample import Sample


def wrong_images(sample: Sample) -> Iterator[str]:
    """Yield images that do not decode whole, or differ from `image_info` in hash, size or format."""
    for number, (image, info) in enumerate(zip(sample.images, sample.image_info, strict=False)):
        if image.bytes is None:
            if not image.path:
                yield f"image {number}: neither bytes nor a path"
            continue
        if hashlib.sha256(image.bytes).hexdigest() != info.sha256:
            yield f"image {number}: its bytes are not those of its sha256"
        try:
            with PIL.Image.open(io.BytesIO(image.bytes)) as opened:
                opened.load()
                found = (opened.width, opened.height, opened.format)
        except (OSError, ValueError, SyntaxError, PIL.Image.DecompressionBombError) as error:
            yield f"image {number}: does not decode ({error})"
            continue
        told = (info.width_px, info.height_px, info.format)
        if found != told:
            yield "image {}: it is {} x {} px {}, told {} x {} px {}".format(number, *found, *told)
