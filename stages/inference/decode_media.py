"""Decode the media of a request for an engine in this process, no larger than its role needs them.

A model sees an image at the size that its processor gives it. Where a JPEG is more than twice as large, it is
decoded at 1/2, 1/4 or 1/8, which costs a third; the processor does the rest, as of any image.
"""

from collections.abc import Callable
from functools import partial

import numpy as np
import PIL.Image

from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.machine_faults import machine_remedy
from vlcorpus.schemas.open_image import open_image
from vlcorpus.schemas.qwenvl.resize import smart_resize, video_size
from vlcorpus.schemas.reasons import Reason
from vlcorpus.stages.inference.request import Pixels, Request, VideoInput

_BROKEN = (OSError, RuntimeError, SyntaxError, ValueError, PIL.Image.DecompressionBombError)
_REDUCTIONS = (8, 4, 2)  # of libjpeg
_CHANNELS = 3
_FRAMES = 2  # of a patch: those of a video, or an image twice
# A processor tells channels from sides by their number: an image with a side of 1, 3 or 4 px stays Pillow's.
_CLEAR_SIDE_PX = 5

SeenSize = Callable[[int, int], tuple[int, int]]  # height and width of a file → those that the model sees


def decode_image(content: bytes, pixels: Pixels) -> "np.ndarray | PIL.Image.Image":
    """Return an image in RGB: height x width x 3, or Pillow's where a side is very short.

    Raises Reject(image_broken).
    """
    image = _decode(content, _image_size(pixels))
    return image if min(image.size) < _CLEAR_SIDE_PX else np.array(image)


def decode_video(video: VideoInput, pixels: Pixels) -> np.ndarray:
    """Return the frames in RGB: number x height x width x 3. Raises Reject(image_broken)."""
    seen = _frame_size(video, pixels)
    frames = [np.asarray(_decode(frame, seen)) for frame in video.frames]
    try:
        return np.stack(frames)
    except ValueError as error:  # frames of different sizes
        raise Reject(Reason.IMAGE_BROKEN, f"frames of a video: {error}") from error


def media_bytes(request: Request, pixels: Pixels, value_bytes: int) -> int:
    """Return about how many bytes a request's media take until it is answered: as decoded, and as patches.

    `value_bytes` of each value of a patch. By the headers alone; nothing for what cannot be read.
    """
    images = sum(_taken(image.bytes, _image_size(pixels), 1, value_bytes) for image in request.images())
    return images + sum(
        _taken(video.frames[0], _frame_size(video, pixels), len(video.frames), value_bytes)
        for video in request.videos()
    )


def _taken(content: bytes, seen: SeenSize, n_frames: int, value_bytes: int) -> int:
    try:
        with open_image(content) as opened:
            part = _reduction(opened, seen)
            n_decoded = n_frames * (opened.width // part) * (opened.height // part)
            height, width = seen(opened.height, opened.width)
    except _BROKEN as error:
        if machine_remedy(error):
            raise
        return 0
    return _CHANNELS * (n_decoded + max(n_frames, _FRAMES) * height * width * value_bytes)


def _image_size(pixels: Pixels) -> SeenSize:
    return partial(smart_resize, min_pixels=pixels.image_min, max_pixels=pixels.image_max)


def _frame_size(video: VideoInput, pixels: Pixels) -> SeenSize:
    n_frames = len(video.frames)
    return partial(video_size, n_frames, min_pixels=pixels.video_min, max_pixels=pixels.video_max)


def _decode(content: bytes, seen: SeenSize) -> PIL.Image.Image:
    try:
        with open_image(content) as opened:
            if (part := _reduction(opened, seen)) > 1:
                opened.draft("RGB", (opened.width // part, opened.height // part))
            opened.load()
            # To convert what is RGB already would copy it, at the cost of decoding it again.
            return opened if opened.mode == "RGB" else opened.convert("RGB")
    except _BROKEN as error:
        if machine_remedy(error):
            raise
        raise Reject(Reason.IMAGE_BROKEN, f"{type(error).__name__}: {error}") from error


def _reduction(opened: PIL.Image.Image, seen: SeenSize) -> int:
    """Return the part of its size at which a JPEG is decoded, so that the model sees it at the same size."""
    if opened.format != "JPEG":
        return 1
    height, width = opened.height, opened.width
    try:
        wanted = seen(height, width)
    except ValueError:  # the processor says what is wrong with it
        return 1
    for part in _REDUCTIONS:
        reduced = -(-height // part), -(-width // part)
        is_enough = reduced[0] >= wanted[0] and reduced[1] >= wanted[1]
        if is_enough and seen(*reduced) == wanted:
            return part
    return 1
