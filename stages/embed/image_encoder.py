"""Images as vectors of length 1 by what they show: SigLIP, SigLIP 2, CLIP, or DINOv2 and its like.

What stands for it where no model is: stages/embed/image_descriptor.py.
"""

import math
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from vlcorpus.schemas.errors import ConfigError, EnvironmentFailure
from vlcorpus.stages.embed.text_encoder import unit
from vlcorpus.stages.embed.weights import choose_device, fetch, full_name
from vlcorpus.stages.media.decode_image import MAX_DECODED_PIXELS, decode

Inputs = dict[str, Any]  # what the weights take for one image: tensors with a first dimension of 1


class TransformersImageEncoder:
    """float32 on a CPU, bfloat16 on a GPU. Safe to use from several threads, in each of which `read` works.

    Raises ConfigError for what encodes no images, EnvironmentFailure where packages, weights or the GPU are
    missing.
    """

    def __init__(
        self, name: str, revision: str | None = None, *, gpus: float = 0, max_pixels: int = MAX_DECODED_PIXELS
    ):
        self._device = choose_device(name, gpus)
        self.name = full_name(name, revision)
        self._load(fetch(name, revision))
        self._max_pixels = max_pixels
        self._draft_px = _side_px(self._processor)
        self._lock = threading.Lock()  # two batches at once are no faster than one by one

    def read(self, content: bytes) -> Inputs:
        """Decode an image and make it what the weights take. Raises Reject as `decode` does."""
        image = decode(content, self._max_pixels, draft_px=self._draft_px)
        return dict(self._processor(images=[image.pixels], return_tensors="pt"))

    def encode(self, inputs: Sequence[Inputs]) -> np.ndarray:
        """Return (len(images), d) float32 of length 1, of what `read` returned."""
        import torch

        joined = {name: torch.cat([one[name] for one in inputs]) for name in inputs[0]}
        with self._lock, torch.inference_mode():
            return unit(self._features(joined).float().cpu().numpy())

    def _load(self, folder: Path) -> None:
        import torch
        from transformers import AutoImageProcessor, AutoModel

        self._dtype = torch.bfloat16 if self._device == "cuda" else torch.float32
        try:
            # Pillow resizes alike with and without torchvision: vectors do not depend on what is installed.
            self._processor = AutoImageProcessor.from_pretrained(folder, backend="pil")
            weights = AutoModel.from_pretrained(folder, dtype=self._dtype)
            self._weights = weights.to(self._device).eval()
        except (OSError, ValueError, RuntimeError, ImportError) as error:
            raise EnvironmentFailure(f"Transformers cannot load the encoder {self.name}: {error}") from error

    def _features(self, inputs: Inputs) -> Any:
        import torch

        there = {
            name: value.to(self._device, self._dtype if value.is_floating_point() else None)
            for name, value in inputs.items()
        }
        # Models of images and texts have a method of its own; those of images alone are called.
        found = getattr(self._weights, "get_image_features", self._weights)(**there)
        features = getattr(found, "pooler_output", found)
        if not isinstance(features, torch.Tensor) or features.ndim != 2:
            raise ConfigError(
                f"encoder {self.name}: {type(self._weights).__name__} gives no one vector of an image. "
                "Take a SigLIP, CLIP or DINOv2."
            )
        return features


def _side_px(processor: Any) -> int:
    """Return how large the weights see an image: a JPEG need not be decoded any larger."""
    size = getattr(processor, "size", None) or {}
    sides = [size[name] for name in ("height", "width", "shortest_edge") if size.get(name)]
    if sides:
        return max(sides)
    patches, patch = (getattr(processor, name, 0) for name in ("max_num_patches", "patch_size"))
    return math.ceil(math.sqrt(patches) * patch)
