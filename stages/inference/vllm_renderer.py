"""A request as what vLLM's engine takes: tokens, and media cut into patches.

vLLM 0.32 prepares the media of all requests in one thread, whatever `renderer_num_workers` says (it counts
threads for text), so that they leave its cache of prepared media in the order in which the engine gets them.
Without that cache there is no order to keep, and each of our threads has a renderer of its own.
"""

import hashlib
import threading
from typing import Any

from vllm.exceptions import VLLMClientError
from vllm.renderers import BaseRenderer, renderer_from_config
from vllm.renderers.inputs.preprocess import parse_model_prompt
from vllm.v1.engine.async_llm import AsyncLLM

from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.reasons import Reason
from vlcorpus.stages.inference.chat import pixel_limits, video_metadata
from vlcorpus.stages.inference.decode_media import decode_image, decode_video
from vlcorpus.stages.inference.request import Pixels, Request, VideoInput


class VllmRenderer:
    """Used by several threads."""

    def __init__(self) -> None:
        self._own = threading.local()

    def render(self, llm: AsyncLLM, request: Request, text: str, pixels: Pixels) -> Any:
        """Return what `AsyncLLM.generate` takes; `text` is that of the model's chat template.

        Raises Reject: image_broken, request_refused.
        """
        prompt = {
            "prompt": text,
            "multi_modal_data": _media(request, pixels),
            "multi_modal_uuids": _names(request),
            "mm_processor_kwargs": pixel_limits(pixels),
        }
        try:
            parsed = parse_model_prompt(llm.model_config, prompt)
            if llm.renderer.mm_processor_cache is not None:  # vLLM renders it itself, one after the other
                return parsed
            (rendered,) = self._renderer(llm).render_cmpl([parsed])
        except (VLLMClientError, ValueError) as error:  # an aspect ratio beyond 200, for one
            raise Reject(Reason.REQUEST_REFUSED, str(error)) from error
        return rendered

    def _renderer(self, llm: AsyncLLM) -> BaseRenderer:
        """Return that of this thread."""
        if not hasattr(self._own, "renderer"):
            self._own.renderer = renderer_from_config(llm.vllm_config)
        return self._own.renderer


def _media(request: Request, pixels: Pixels) -> dict[str, list]:
    media: dict[str, list] = {}
    if images := request.images():
        media["image"] = [decode_image(image.bytes, pixels) for image in images]
    if videos := request.videos():
        media["video"] = [(decode_video(video, pixels), _metadata(video)) for video in videos]
    return media


def _metadata(video: VideoInput) -> dict[str, Any]:
    """Return that by which the processor prints the times of the frames."""
    return {**video_metadata(video), "video_backend": "frames", "do_sample_frames": False}


def _names(request: Request) -> dict[str, list[str]]:
    """Return what tells media apart in vLLM's caches, where it would hash all pixels.

    vLLM adds the limits of pixels to it, and so must not be told of them here.
    """
    names: dict[str, list[str]] = {}
    if images := request.images():
        names["image"] = [hashlib.sha256(image.bytes).hexdigest() for image in images]
    if videos := request.videos():
        names["video"] = [_video_name(video) for video in videos]
    return names


def _video_name(video: VideoInput) -> str:
    told = hashlib.sha256(repr((video.indices, video.fps, video.n_source_frames)).encode())
    for frame in video.frames:
        told.update(hashlib.sha256(frame).digest())
    return told.hexdigest()
