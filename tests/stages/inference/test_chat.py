"""A request as a processor's chat template takes it."""

import base64
import io

import PIL.Image
import pytest

from tests.factories import png
from vlcorpus.schemas.sampling import Sampling
from vlcorpus.stages.inference.chat import (
    chat_prompt,
    data_uri,
    opens_reasoning,
    pixel_limits,
    template_messages,
    video_metadata,
)
from vlcorpus.stages.inference.request import Choice, ImageInput, Manner, Pixels, Request, VideoInput, user

FRAMES = VideoInput(frames=(png(), png()), indices=(0, 12), fps=24.0, n_source_frames=48)


def encoded(mode: str, kind: str) -> bytes:
    out = io.BytesIO()
    PIL.Image.new(mode, (4, 4), "red" if mode != "L" else 128).save(out, kind)
    return out.getvalue()


def test_each_medium_has_a_placeholder_in_its_place():
    (turn,) = template_messages([user("What is", ImageInput(png()), "and", FRAMES)])
    assert turn["role"] == "user"
    assert turn["content"] == [
        {"type": "text", "text": "What is"},
        {"type": "image"},
        {"type": "text", "text": "and"},
        {"type": "video"},
    ]


@pytest.mark.parametrize(
    ("mode", "kind", "mime"),
    [
        ("RGB", "PNG", "image/png"),
        ("RGB", "JPEG", "image/jpeg"),
        ("P", "GIF", "image/gif"),
        ("RGB", "WEBP", "image/webp"),
    ],
)
def test_an_address_says_what_kind_of_image_it_holds(mode, kind, mime):
    content = encoded(mode, kind)
    address = data_uri(ImageInput(content))
    assert address == f"data:{mime};base64,{base64.b64encode(content).decode()}"


def test_frames_tell_where_in_the_video_they_were():
    assert video_metadata(FRAMES) == {
        "total_num_frames": 48,
        "fps": 24.0,
        "frames_indices": [0, 12],
        "duration": 2.0,
    }


def test_limits_of_images_and_of_videos_are_apart():
    limits = pixel_limits(Pixels(image_min=1, image_max=2, video_min=3, video_max=4))
    assert limits["images_kwargs"]["size"] == {"shortest_edge": 1, "longest_edge": 2}
    assert limits["videos_kwargs"]["size"] == {"shortest_edge": 3, "longest_edge": 4}


@pytest.mark.parametrize(
    ("prompt", "constraint", "end_of_thought", "opens"),
    [
        ("… <think>\n", None, None, True),
        ("… <think>\n", Choice(("yes",)), 7, True),  # the constraint holds behind the token 7
        ("… <think>\n", Choice(("yes",)), None, False),
        ("… assistant\n", None, 7, False),
    ],
)
def test_whether_a_prompt_opens_the_reasoning(prompt, constraint, end_of_thought, opens):
    request = Request(turns=(user("?"),), sampling=Sampling(), constraint=constraint)
    assert opens_reasoning(prompt, request, end_of_thought) is opens


def test_a_template_gets_the_arguments_of_the_role():
    def template(messages, **arguments):
        return sorted(arguments.items())

    manner = Manner(chat_template='{"enable_thinking": false}')
    request = Request(turns=(user("?"),), sampling=Sampling(), manner=manner)
    assert ("enable_thinking", False) in chat_prompt(template, request)
