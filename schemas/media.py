"""Images and clips as a sample carries them."""

from dataclasses import dataclass

from vlcorpus.schemas.arrow import Blob, Float32, Int32


@dataclass(slots=True, kw_only=True)
class Image:
    """Hugging Face's `Image` layout: with the shard's metadata `datasets` opens it as a PIL image."""

    bytes: Blob | None  # the encoded image; null where only the path is kept
    path: str | None = None  # name of a file; null where the bytes have none


@dataclass(slots=True, kw_only=True)
class ImageInfo:
    """What a planner needs to know of an image without decoding it."""

    width_px: Int32  # width after the EXIF rotation, before the model resizes it
    height_px: Int32  # height after the EXIF rotation, before the model resizes it
    sha256: str  # hash of the encoded image
    format: str  # JPEG, PNG, WEBP
    exif_applied: bool = False  # whether the pixels were turned as the EXIF orientation says


@dataclass(slots=True, kw_only=True)
class Video:
    """A clip by its frames (indices into the sample's `images`) or by its bytes or path."""

    bytes: Blob | None = None  # the encoded clip; null where frames or a path stand for it
    path: str | None = None  # where the clip lies; null where bytes or frames stand for it
    fps: Float32 | None = None  # frames per second of the source
    n_frames: Int32 | None = None  # number of frames of the source
    duration_s: float | None = None  # length of the clip
    start_s: float | None = None  # where in the source the clip starts
    end_s: float | None = None  # where in the source the clip ends
    frame_images: list[Int32] | None = None  # indices of its frames in the sample's `images`
    frame_times_s: list[float] | None = None  # time of each frame
