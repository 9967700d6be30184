"""Images prepared per second and core, before an engine sees them: decoded, resized, cut into patches.

By the CPU time of the threads that prepare, so that what else runs on the machine counts little. The model is
a Qwen3-VL of two layers, made here: its processor is the one of all sizes. The last line is the result as one
JSON object.

    python -m bench.preparation [--images 24] [--threads 4]
"""

import argparse
import io
import json
import statistics
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import PIL.Image

from vlcorpus.schemas.qwenvl.resize import image_tokens
from vlcorpus.schemas.sampling import Sampling
from vlcorpus.stages.inference.chat import chat_prompt, pixel_limits
from vlcorpus.stages.inference.decode_media import decode_image
from vlcorpus.stages.inference.request import ImageInput, Pixels, Request, user

ROLE = Pixels(image_max=2_097_152)  # of the recaptioner
NOISE = 6  # of 255, as a camera's: what an encoder keeps costs a decoder
KINDS = {  # format, width and height: as a role sees it, a photograph of a telephone, a page
    "image": ("JPEG", 1920, 1088, ROLE),
    "photograph": ("JPEG", 4032, 3024, ROLE),
    "page": ("PNG", 1654, 2339, Pixels()),
}

Prepare = Callable[[Request, Pixels], Any]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--images", type=int, default=24)
    parser.add_argument("--threads", type=int, default=4)
    arguments = parser.parse_args()
    import torch

    from tests.engines.tiny_qwen3vl import build

    torch.set_num_threads(1)  # as vLLM does: parallel are the images
    with tempfile.TemporaryDirectory(prefix="vlcorpus-bench-") as folder:
        weights = str(build(Path(folder) / "tiny"))
        preparers = {"vllm": by_vllm(weights), "transformers": by_transformers(weights)}
        result: dict[str, Any] = {}
        for kind, (format, width, height, pixels) in KINDS.items():
            drawn = [draw(format, width, height, seed) for seed in range(4)]
            limits = {"min_pixels": pixels.image_min, "max_pixels": pixels.image_max}
            found: dict[str, Any] = {"tokens": image_tokens(width, height, **limits)}
            found["decode_ms"] = decode_ms(drawn, pixels, arguments.images)
            for engine, prepare in preparers.items():
                found[engine] = measure(prepare, drawn, pixels, arguments.images, arguments.threads)
            print(kind, found)
            result[kind] = found
    print(json.dumps(result))


def draw(format: str, width: int, height: int, seed: int) -> bytes:
    rng = np.random.default_rng(seed)
    coarse = rng.integers(0, 255, (height // 16, width // 16, 3), dtype=np.uint8)
    smooth = PIL.Image.fromarray(coarse).resize((width, height), PIL.Image.Resampling.BICUBIC)
    noisy = np.asarray(smooth).astype(int) + rng.integers(-NOISE, NOISE, (height, width, 3))
    out = io.BytesIO()
    PIL.Image.fromarray(noisy.clip(0, 255).astype(np.uint8)).save(out, format)
    return out.getvalue()


def by_vllm(weights: str) -> Prepare:
    """Return what the engine's threads do, without an engine behind it."""
    from vllm.engine.arg_utils import AsyncEngineArgs

    from vlcorpus.stages.inference.vllm_renderer import VllmRenderer

    values = {"dtype": "bfloat16", "max_model_len": 16_384, "enforce_eager": True, "mm_processor_cache_gb": 0}
    config = AsyncEngineArgs(model=weights, **values).create_engine_config()
    no_cache = SimpleNamespace(mm_processor_cache=None)
    llm: Any = SimpleNamespace(vllm_config=config, model_config=config.model_config, renderer=no_cache)
    renderer, template = VllmRenderer(), _template(weights)
    return lambda request, pixels: renderer.render(llm, request, chat_prompt(template, request), pixels)


def by_transformers(weights: str) -> Prepare:
    from transformers import AutoProcessor

    processor, template = AutoProcessor.from_pretrained(weights), _template(weights)

    def prepare(request: Request, pixels: Pixels) -> Any:
        media = [decode_image(image.bytes, pixels) for image in request.images()]
        text = chat_prompt(template, request)
        return processor(text=[text], images=media, return_tensors="pt", **pixel_limits(pixels))

    return prepare


def _template(weights: str) -> Callable[..., str]:
    from transformers import AutoTokenizer

    return AutoTokenizer.from_pretrained(weights).apply_chat_template


def decode_ms(drawn: list[bytes], pixels: Pixels, n: int) -> float:
    spent = [
        _cpu_s(lambda place=place: decode_image(drawn[place % len(drawn)], pixels)) for place in range(n)
    ]
    return round(1000 * statistics.median(spent), 1)


def measure(prepare: Prepare, drawn: list[bytes], pixels: Pixels, n: int, n_threads: int) -> dict[str, float]:
    """Return the images per second of one core, with one thread and with several at a time."""
    asked = [Request(turns=(user(ImageInput(one), "Describe."),), sampling=Sampling()) for one in drawn]

    def spent(place: int) -> float:
        return _cpu_s(partial(prepare, asked[place % len(asked)], pixels))

    found = {}
    for threads in (1, n_threads):
        with ThreadPoolExecutor(threads) as pool:
            list(pool.map(spent, range(4 * threads)))  # each thread loads what it keeps
            seconds = list(pool.map(spent, range(n)))
        found[f"per_s_per_core_{threads}_threads"] = round(1 / statistics.median(seconds), 1)
    return found


def _cpu_s(work: Callable[[], Any]) -> float:
    began = time.thread_time()
    work()
    return time.thread_time() - began


if __name__ == "__main__":
    main()
