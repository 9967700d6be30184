"""Our arithmetic against the processor, and the engines' prompts against it: the bytes and the tokens."""

import io
import random

import numpy as np
import PIL.Image
import pytest

from tests.engines.media import ask, image, jpeg
from vlcorpus.schemas.qwenvl.chat import render_chatml
from vlcorpus.schemas.qwenvl.resize import VideoPlan, image_tokens, plan_video
from vlcorpus.schemas.qwenvl.tokens import count_sample_tokens, load_tokenizer
from vlcorpus.schemas.sample import Message, Part
from vlcorpus.stages.inference.chat import chat_prompt, video_metadata
from vlcorpus.stages.inference.request import ImageInput, Request, Turn, VideoInput

START = "<|im_start|>assistant\n"
WAIT_S = 200
# Transformers from 5.10 on, and vLLM with it, keep the template's marks around a video's pairs of frames;
# 4.57, of the model's release, put the pairs in their place, and so do we in samples. vllm#46817.
MARKS_KEPT = 2
TEXT = "Describe it: 3.0 seconds, 请描述。"


def _sizes(n: int, low: int, high: int, seed: int) -> list[tuple[int, int]]:
    """Draw widths and heights, as often small as large, of an aspect below 20."""
    draw = random.Random(seed)
    sides = ((round(low * (high / low) ** draw.random()) for _ in range(2)) for _ in iter(int, 1))
    fit = ((w, h) for w, h in sides if max(w, h) < 20 * min(w, h))
    return [next(fit) for _ in range(n)]


# With the limits: the smallest, half a token (720 → 704), an aspect of 199, more than 16.7 million pixels.
IMAGES = [
    (1, 1),
    (32, 32),
    (256, 256),
    (1280, 720),
    (796, 4),
    (4, 796),
    (4200, 4100),
    *_sizes(43, 20, 1600, 1),
]
VIDEOS = [
    # source frames, fps, width, height
    (2, 24.0, 64, 64),  # the fewest
    (3, 1.0, 64, 48),
    (5, 2.0, 33, 100),
    (81, 30.0, 128, 96),  # 5 frames: odd
    (300, 29.97, 320, 240),
    (105, 15.0, 100, 1000),
    (900, 60.0, 1280, 720),  # 30 frames of 880 tokens each pair: within the limit
    (1700, 25.0, 1280, 720),  # 136 frames: beyond it
    *(
        (17 + 41 * i, (23.976, 25.0, 30.0, 10.0)[i % 4], w, h)
        for i, (w, h) in enumerate(_sizes(12, 32, 400, 2))
    ),
]


def message(*parts) -> Message:
    """Return the same user turn as a sample has it."""
    counts = {ImageInput: 0, VideoInput: 0}
    content = []
    for part in parts:
        if isinstance(part, str):
            content.append(Part(type="text", text=part))
            continue
        content.append(
            Part(type="image" if isinstance(part, ImageInput) else "video", media=counts[type(part)])
        )
        counts[type(part)] += 1
    return Message(role="user", content=content)


def by_processor(processor, request: Request) -> list[int]:
    """Return the tokens of the processor's own path: its template with the media in it, tokenized."""
    videos = request.videos()
    conversation = [
        {"role": turn.role, "content": [_content(part) for part in turn.parts]} for turn in request.turns
    ]
    metadata = [video_metadata(video) for video in videos]
    inputs = processor.apply_chat_template(
        conversation,
        tokenize=True,
        add_generation_prompt=True,
        return_dict=True,
        processor_kwargs={"video_metadata": metadata, "do_sample_frames": False} if videos else {},
    )
    return list(np.ravel(inputs["input_ids"]))


def opened(content: bytes) -> PIL.Image.Image:
    return PIL.Image.open(io.BytesIO(content)).convert("RGB")


def _content(part) -> dict:
    if isinstance(part, str):
        return {"type": "text", "text": part}
    if isinstance(part, ImageInput):
        return {"type": "image", "image": opened(part.bytes)}
    return {"type": "video", "video": np.stack([np.asarray(opened(frame)) for frame in part.frames])}


def planned(n: int, fps: float, width: int, height: int) -> tuple[VideoPlan, VideoInput]:
    """Return a plan of a video, and the video as the frames that the plan takes."""
    plan = plan_video(n, fps, width, height)
    frame = jpeg(width, height)
    return plan, VideoInput((frame,) * len(plan.frame_indices), plan.frame_indices, fps, n)


@pytest.mark.parametrize("size", IMAGES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_image_tokens_are_the_processor_s(processor, size):
    image = PIL.Image.new("RGB", size)
    tokens = processor(text=["<|image_pad|>"], images=[image])["input_ids"][0]
    assert len(tokens) == image_tokens(*size)


@pytest.mark.parametrize("video", VIDEOS, ids=lambda video: "-".join(map(str, video)))
def test_a_video_s_plan_is_the_processor_s(processor, video):
    """The frames that it samples itself, their size, their times, the whole count."""
    n, fps, width, height = video
    plan = plan_video(n, fps, width, height)
    whole = np.broadcast_to(np.zeros((1, height, width, 3), np.uint8), (n, height, width, 3))
    metadata = {"total_num_frames": n, "fps": fps, "duration": n / fps}
    inputs = processor(
        text=["<|vision_start|><|video_pad|><|vision_end|>"],
        videos=[whole],
        video_metadata=[metadata],
        do_sample_frames=True,
    )
    assert list(np.ravel(inputs["video_grid_thw"])) == [
        len(plan.times_s),
        plan.height_px // 16,
        plan.width_px // 16,
    ]
    pairs = (
        f"<{time:.1f} seconds><|vision_start|>{'<|video_pad|>' * plan.tokens_per_pair}<|vision_end|>"
        for time in plan.times_s
    )
    text = processor.tokenizer.decode(inputs["input_ids"][0])
    assert text == f"<|vision_start|>{''.join(pairs)}<|vision_end|>"


def requests() -> dict[str, Request]:
    shown = {"image": image(), "large": image(1000, 700), "tall": image(50, 700)}
    made = {name: ask(one, TEXT) for name, one in shown.items()}
    made |= {
        f"video-{video[0]}": ask(planned(*video)[1], TEXT)
        for video in VIDEOS
        if video[0] in {2, 3, 5, 81, 300, 58}
    }
    made["mixed"] = ask("A ", image(), "B ", planned(81, 30.0, 128, 96)[1], "C ", image(100, 100), TEXT)
    made["text"] = ask(TEXT)
    return made


REQUESTS = requests()


@pytest.mark.parametrize("name", REQUESTS)
def test_the_prompt_is_the_processor_s(processor, transformers_engine, name):
    """The very tokens, and in every engine their number; `test_engines_agree` does the rest."""
    request = REQUESTS[name]
    expected = by_processor(processor, request)
    prompt = chat_prompt(transformers_engine._processor.apply_chat_template, request)
    assert transformers_engine._inputs(request, prompt)["input_ids"][0].tolist() == expected


@pytest.mark.parametrize("name", REQUESTS)
def test_the_prompt_is_as_long_as_the_processor_s(processor, engine, name):
    request = REQUESTS[name]
    reply = engine.submit(request).result(WAIT_S)
    assert reply.n_prompt_tokens == len(by_processor(processor, request))


@pytest.mark.parametrize("name", REQUESTS)
def test_a_sample_costs_what_the_prompt_costs(processor, tiny, name):
    """But for the start of an answer, and the marks that a video keeps in newer processors."""
    request = REQUESTS[name]
    tokenizer = load_tokenizer(tiny / "tokenizer.json")
    parts = request.turns[0].parts
    counts = count_sample_tokens(
        [message(*parts)],
        [opened(image.bytes).size for image in request.images()],
        tokenizer,
        videos=[plan_video(v.n_source_frames, v.fps, *opened(v.frames[0]).size) for v in request.videos()],
    )
    prompt = len(by_processor(processor, request)) - MARKS_KEPT * len(request.videos())
    assert counts.n_total + tokenizer.count(START) == prompt


def test_the_template_s_text_is_ours(processor):
    """The tiny model's template has the rules of the Instruct model's that requests use."""
    turns = (Turn("system", ("Be brief.",)), *ask("A ", image(), TEXT).turns, Turn("assistant", ("Yes.",)))
    conversation = [{"role": t.role, "content": [_content(part) for part in t.parts]} for t in turns]
    messages = [Message(role=t.role, content=message(*t.parts).content) for t in turns]
    text = processor.apply_chat_template(conversation, tokenize=False, add_generation_prompt=True)
    assert text == render_chatml(messages, add_generation_prompt=True)
