"""A sample in the words of each trainer, and what it has no words for."""

import re
from dataclasses import replace

import pytest

from tests.factories import png, sample
from vlcorpus.catalogs.export.dialects import NotInDialect, to_chatml, to_qwen
from vlcorpus.schemas.media import Image, ImageInfo
from vlcorpus.schemas.qwenvl.chat import render_chatml
from vlcorpus.schemas.sample import Message, Part, ToolCall

PATHS = (["media/a.png"], [])


def test_a_tag_for_each_file_in_its_place_and_none_in_an_answer():
    images = [Image(bytes=png(64, 64)), Image(bytes=png(32, 32))]
    info = [ImageInfo(width_px=64, height_px=64, sha256="0", format="PNG")] * 2
    parts = [Part(type="text", text="first "), Part(type="image", media=0), Part(type="image", media=1)]
    made = sample(
        images=images, image_info=info, messages=[Message(role="user", content=parts), sample().messages[1]]
    )
    record = to_qwen(made, (["a.png", "b.png"], []))
    assert record["conversations"][0]["value"] == "first <image><image>"
    tags = [len(re.findall("<image>", turn["value"])) for turn in record["conversations"]]
    assert tags == [len(record["image"]), 0]


def test_the_loss_sees_the_answer_and_the_end_of_its_turn():
    record = to_chatml(sample(answer="It is a page."), PATHS)
    ((start, end),) = record["loss_spans"]
    assert record["text"][start:end] == "It is a page.<|im_end|>\n"
    assert record["text"] == render_chatml(sample(answer="It is a page.").messages)
    assert record["text"].count("<|image_pad|>") == len(record["images"])


def test_an_untrained_turn_has_no_span():
    turns = sample().messages
    record = to_chatml(sample(messages=[turns[0], replace(turns[1], train=False), turns[0], turns[1]]), PATHS)
    assert len(record["loss_spans"]) == 1


CALL = ToolCall(id="1", name="zoom", arguments="{}")


@pytest.mark.parametrize(
    ("dialect", "turns"),
    [
        (to_qwen, [Message(role="system", content=[Part(type="text", text="Be kind.")]), *sample().messages]),
        (to_qwen, [sample().messages[0]]),
        (to_qwen, [sample().messages[0], replace(sample().messages[1], tool_calls=[CALL])]),
        (to_qwen, [sample().messages[0], replace(sample().messages[1], reasoning_content="Hm.")]),
        (to_chatml, [sample().messages[0], replace(sample().messages[1], reasoning_content="Hm.")]),
        (to_chatml, [replace(sample().messages[0], role="assistant"), *sample().messages]),
    ],
)
def test_what_a_dialect_has_no_words_for_is_told(dialect, turns):
    with pytest.raises(NotInDialect):
        dialect(sample(messages=turns), PATHS)
