"""Do images decode, and are they what the row says? Reads media bytes, so it is asked of a draw of rows."""

import hashlib
import io
from collections.abc import Iterator

import PIL.Image

from vlcorpus.catalogs.sources.referenced import MediaRoots
from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.open_image import open_image
from vlcorpus.schemas.sample import Sample


def wrong_media(sample: Sample, *, roots: MediaRoots) -> Iterator[str]:
    """Yield what is wrong with the images of a sample, then with its videos."""
    yield from wrong_images(sample, roots)
    yield from lost_videos(sample, roots)


def wrong_images(sample: Sample, roots: MediaRoots) -> Iterator[str]:
    """Yield images that do not decode whole, or differ from `image_info` in hash, size or format.

    Those that lie elsewhere are read there.
    """
    for number, (image, info) in enumerate(zip(sample.images, sample.image_info, strict=False)):
        try:
            content = roots.image_bytes(image, info)
        except Reject as lost:
            yield f"image {number}: {lost}"
            continue
        if hashlib.sha256(content).hexdigest() != info.sha256:
            yield f"image {number}: its bytes are not those of its sha256"
        try:
            with open_image(content) as opened:
                opened.load()
                found = (opened.width, opened.height, opened.format)
        except PIL.Image.DecompressionBombError:  # its user has raised `max_pixels` above what Pillow opens
            continue
        except (OSError, ValueError, SyntaxError) as error:
            yield f"image {number}: does not decode ({error})"
            continue
        told = (info.width_px, info.height_px, info.format)
        if found != told:
            yield "image {}: it is {} x {} px {}, told {} x {} px {}".format(number, *found, *told)


def lost_videos(sample: Sample, roots: MediaRoots) -> Iterator[str]:
    """Yield videos that lie elsewhere and are not there, or end before the bytes that the row names."""
    for number, video in enumerate(sample.videos):
        if video.bytes is not None or video.path is None:
            continue
        try:
            with roots.open(video.path) as stream:
                stream.seek(-1, io.SEEK_END)
                stream.read(1)
        except (Reject, OSError) as lost:
            yield f"video {number}: {lost}"
