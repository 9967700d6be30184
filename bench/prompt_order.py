"""Tokens that a prefix cache spares, with the image before the text and behind it.

Two cases on the same images, with the prompts of captions: one question about each image, and two (a caption,
then whether it is true), as roles that share an engine ask them. vLLM tells of each prompt how many of its
tokens it had in its cache. The order of a prompt decides it, and not what the weights say: those of a
Qwen3-VL of two layers are random, made here. The last line is the result as one JSON object.

    python -m bench.prompt_order [--images 16]
"""

import argparse
import json
import os
import tempfile
from pathlib import Path

from bench.inference import images
from vlcorpus.schemas.captions.caption import Tier
from vlcorpus.schemas.prompts import prompts_of
from vlcorpus.schemas.sampling import Sampling
from vlcorpus.stages.captions.recaption import caption_prompts
from vlcorpus.stages.inference.chat import chat_prompt
from vlcorpus.stages.inference.decode_media import decode_image
from vlcorpus.stages.inference.request import ImageInput, Pixels, Request, user

WIDTH, HEIGHT = 1024, 768  # 768 tokens
BLOCK = 32  # tokens that are kept together: the fewest on a CPU; vLLM takes 16 on a GPU
HINT = "a photo, number {}"  # the text that came with an image: each has its own


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--images", type=int, default=16)
    arguments = parser.parse_args()
    os.environ.setdefault("VLLM_CPU_KVCACHE_SPACE", "1")  # GiB
    from tests.engines.tiny_qwen3vl import build

    with tempfile.TemporaryDirectory(prefix="vlcorpus-bench-") as folder:
        print(json.dumps(measure(str(build(Path(folder) / "tiny")), arguments.images)))


def measure(weights: str, n: int) -> dict:
    from vllm import LLM

    llm = LLM(weights, dtype="float32", max_model_len=8192, enforce_eager=True, block_size=BLOCK)
    shown = images(1, n, WIDTH, HEIGHT)
    found: dict = {"images": n, "block": BLOCK}
    for case, asked in (("one_question", captions(shown)), ("two_questions", captions_and_verdicts(shown))):
        found[case] = {}
        for order in ("image_first", "text_first"):
            llm.reset_prefix_cache()
            found[case][order] = cached(llm, [r.text_first() if order == "text_first" else r for r in asked])
    return found


def captions(shown: list[bytes]) -> list[Request]:
    parts = [prompt.text for prompt in caption_prompts(Tier.MEDIUM, "en", hinted=True)]
    text = "\n\n".join(parts)
    return [_ask(jpeg, text.replace("{hint}", HINT.format(number))) for number, jpeg in enumerate(shown)]


def captions_and_verdicts(shown: list[bytes]) -> list[Request]:
    """The verdict on an image follows its caption closely, as rows pass the stages."""
    (prompt,) = prompts_of("judge_caption", "en")
    verdicts = [_ask(jpeg, prompt.text.replace("{caption}", f"Image {n}.")) for n, jpeg in enumerate(shown)]
    return [one for pair in zip(captions(shown), verdicts, strict=True) for one in pair]


def _ask(jpeg: bytes, text: str) -> Request:
    return Request(turns=(user(ImageInput(jpeg), text),), sampling=Sampling())


def cached(llm, asked: list[Request]) -> dict:
    """Ask one after the other, so that each finds what all before it left."""
    from vllm import SamplingParams

    template = llm.get_tokenizer().apply_chat_template
    tokens = spared = 0
    for request in asked:
        media = [decode_image(image.bytes, Pixels()) for image in request.images()]
        prompt = {"prompt": chat_prompt(template, request), "multi_modal_data": {"image": media}}
        (said,) = llm.generate([prompt], SamplingParams(max_tokens=1), use_tqdm=False)
        tokens += len(said.prompt_token_ids)
        spared += said.num_cached_tokens
    return {"prompt_tokens": tokens, "cached": spared, "cached_fraction": round(spared / tokens, 3)}


if __name__ == "__main__":
    main()
