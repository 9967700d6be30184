"""A model is what decides an answer, beside what does not."""

from dataclasses import replace

import pytest

from vlcorpus.stages.inference.model import EngineKind, Model, Serving
from vlcorpus.stages.inference.request import Request, user

MODEL = Model(role="reader", engine=EngineKind.VLLM, name="reader-8B")
REQUEST = Request(turns=(user("Say it."),), sampling=MODEL.sampling)


@pytest.mark.parametrize(
    "change",
    [
        {"name": "reader-32B"},
        {"revision": "abc"},
        {"min_pixels": 1},
        {"max_pixels": 1},
        {"video_min_pixels": 1},
        {"video_max_pixels": 1},
        {"dtype": "float32"},
        {"quantization": "fp8"},
    ],
    ids=str,
)
def test_the_key_changes_with_what_decides_an_answer(change):
    assert replace(MODEL, **change).key(REQUEST) != MODEL.key(REQUEST)


@pytest.mark.parametrize(
    "change",
    [
        {"serving": Serving(gpus=8, in_flight=1, timeout_s=1)},
        {"cache": "/elsewhere"},
        {"engine": EngineKind.OPENAI},
        {"role": "writer"},
        {"context": 1},
    ],
    ids=str,
)
def test_the_key_stays_where_it_runs_elsewhere_or_under_another_role(change):
    assert replace(MODEL, **change).key(REQUEST) == MODEL.key(REQUEST)


def test_the_key_changes_with_the_options_of_the_engine_and_with_the_first_server():
    """A server, or an option, may quantize: answers of FP8 are none of BF16."""
    serving = [
        Serving(),
        Serving(options='{"quantization": "fp8"}'),
        Serving(base_url="http://fp8/v1"),
        Serving(base_url="http://bf16/v1"),
    ]
    assert len({replace(MODEL, serving=one).key(REQUEST) for one in serving}) == 4
    moved = [Serving(base_url=url, served_as="fp8") for url in ("http://a/v1", "http://b/v1", "")]
    assert len({replace(MODEL, serving=one).key(REQUEST) for one in moved}) == 1
    of_two = Serving(base_url="http://fp8/v1 http://second/v1")
    assert replace(MODEL, serving=of_two).key(REQUEST) == replace(MODEL, serving=serving[2]).key(REQUEST)


def test_its_pixels_are_those_of_images_and_of_videos():
    pixels = replace(MODEL, min_pixels=1, max_pixels=2, video_min_pixels=3, video_max_pixels=4).pixels
    assert (pixels.image_min, pixels.image_max, pixels.video_min, pixels.video_max) == (1, 2, 3, 4)
