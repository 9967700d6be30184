"""Images and videos of noise, and the requests that tests ask."""

import io

from tests.engines.tiny_qwen3vl import noise
from vlcorpus.schemas.sampling import Sampling
from vlcorpus.stages.inference.request import ImageInput, Request, VideoInput, user

GREEDY = Sampling(max_tokens=24)


def jpeg(width: int, height: int, seed: int = 0) -> bytes:
    out = io.BytesIO()
    noise(width, height, seed).save(out, "JPEG")
    return out.getvalue()


def image(width: int = 320, height: int = 240, seed: int = 0) -> ImageInput:
    return ImageInput(jpeg(width, height, seed))


def video(indices=range(0, 240, 30), fps: float = 30.0, n: int = 240, width: int = 128, height: int = 96):
    """Return a video of which the frames `indices` were sampled."""
    frames = tuple(jpeg(width, height, index) for index in indices)
    return VideoInput(frames, tuple(indices), fps, n)


def ask(*parts, sampling: Sampling = GREEDY, constraint=None) -> Request:
    return Request(turns=(user(*parts),), sampling=sampling, constraint=constraint)
