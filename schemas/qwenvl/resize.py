"""What Qwen3-VL's processor makes of an image or a video, and how many visual tokens that costs.

One token covers 32 x 32 px (patch 16, merge 2), and 2 frames of a video. The limits are those of the shipped
preprocessor_config.json. Source: docs/formats.md §9; Hugging Face transformers, models/qwen3_vl.
"""

import math
from dataclasses import dataclass

FACTOR = 32  # px per side of a token: patch 16 x merge 2
MIN_PIXELS = 65_536  # 64 tokens
MAX_PIXELS = 16_777_216  # 16,384 tokens
MAX_ASPECT = 200
PROCESSOR_ID = f"qwen3-vl:image={MIN_PIXELS}-{MAX_PIXELS}"

TEMPORAL_FACTOR = 2  # frames of one visual token
VIDEO_FPS = 2.0
MIN_FRAMES = 4
MAX_FRAMES = 768
VIDEO_MIN_PIXELS = 4_096  # pixels of all frames together
VIDEO_MAX_PIXELS = 25_165_824  # 768 x 32 x 32 x 32: at most 12,288 tokens


def smart_resize(
    height_px: float, width_px: float, *, min_pixels: int = MIN_PIXELS, max_pixels: int = MAX_PIXELS
) -> tuple[int, int]:
    """Return the height and width in px, multiples of 32, at which the model sees an image.

    Sides are rounded half to even (720 → 704). Raises ValueError for an empty image or an aspect above 200.
    """
    return _fit(height_px, width_px, 1, 1, min_pixels, max_pixels)


def image_tokens(
    width_px: int, height_px: int, *, min_pixels: int = MIN_PIXELS, max_pixels: int = MAX_PIXELS
) -> int:
    """Return the visual tokens of an image, without the two that mark its start and end."""
    height, width = smart_resize(height_px, width_px, min_pixels=min_pixels, max_pixels=max_pixels)
    return (height // FACTOR) * (width // FACTOR)


@dataclass(slots=True, frozen=True)
class VideoPlan:
    """The frames the processor takes and the size it gives them."""

    frame_indices: tuple[int, ...]
    times_s: tuple[float, ...]  # mean of the times of each pair of frames
    height_px: int
    width_px: int

    @property
    def tokens_per_pair(self) -> int:
        return (self.height_px // FACTOR) * (self.width_px // FACTOR)

    @property
    def n_tokens(self) -> int:
        return len(self.times_s) * self.tokens_per_pair


def plan_video(
    n_frames: int,
    fps: float,
    width_px: int,
    height_px: int,
    *,
    min_pixels: int = VIDEO_MIN_PIXELS,
    max_pixels: int = VIDEO_MAX_PIXELS,
) -> VideoPlan:
    """Return what the Hugging Face processor does with a clip of `n_frames` at `fps`.

    It takes 2 frames per second, 4 to 768 of them, evenly from the first to the last; the last one counts
    twice where their number is odd. Raises ValueError for fewer than 2 frames, a side below 32 px, an aspect
    above 200.
    """
    if n_frames < TEMPORAL_FACTOR or fps <= 0 or min(width_px, height_px) < FACTOR:
        raise ValueError(
            f"a video has at least {TEMPORAL_FACTOR} frames of {FACTOR} x {FACTOR} px, "
            f"not {n_frames} of {width_px} x {height_px} at {fps} fps"
        )
    n = min(max(int(n_frames / fps * VIDEO_FPS), MIN_FRAMES), MAX_FRAMES, n_frames)
    step = (n_frames - 1) / (n - 1)
    indices = (*(round(i * step) for i in range(n - 1)), n_frames - 1)
    height, width = video_size(n, height_px, width_px, min_pixels=min_pixels, max_pixels=max_pixels)
    paired = (*indices, indices[-1]) if n % TEMPORAL_FACTOR else indices
    times = tuple((a / fps + b / fps) / 2 for a, b in zip(paired[::2], paired[1::2], strict=True))
    return VideoPlan(indices, times, height, width)


def video_size(
    n_frames: int,
    height_px: float,
    width_px: float,
    *,
    min_pixels: int = VIDEO_MIN_PIXELS,
    max_pixels: int = VIDEO_MAX_PIXELS,
) -> tuple[int, int]:
    """Return the height and width in px, multiples of 32, at which the model sees each of `n_frames`.

    The limits hold for all frames together. Raises ValueError as `smart_resize` does.
    """
    return _fit(height_px, width_px, n_frames, TEMPORAL_FACTOR, min_pixels, max_pixels)


def _fit(
    height: float, width: float, n_frames: int, frame_factor: int, min_pixels: int, max_pixels: int
) -> tuple[int, int]:
    """Round both sides to the factor, then scale into the limits, which hold for all frames together."""
    if min(height, width) < 1 or max(height, width) / min(height, width) > MAX_ASPECT:
        raise ValueError(f"{width} x {height} px: a side is 0, or the aspect is above {MAX_ASPECT}")
    rounded_height, rounded_width = (round(side / FACTOR) * FACTOR for side in (height, width))
    volume = round(n_frames / frame_factor) * frame_factor * rounded_height * rounded_width
    if volume > max_pixels:
        shrink = math.sqrt(n_frames * height * width / max_pixels)
        shrunk = (max(FACTOR, math.floor(side / shrink / FACTOR) * FACTOR) for side in (height, width))
        fitted_height, fitted_width = shrunk
        return fitted_height, fitted_width
    if volume < min_pixels:
        grow = math.sqrt(min_pixels / (n_frames * height * width))
        grown_height, grown_width = (math.ceil(side * grow / FACTOR) * FACTOR for side in (height, width))
        return grown_height, grown_width
    return rounded_height, rounded_width
