import json
import re
from dataclasses import replace

import pytest

from tests.factories import kept_only, png, rejection, sample, write_corpus
from vlcorpus.catalogs.export.dialects import NotInDialect, to_chatml, to_qwen
from vlcorpus.catalogs.export.write import export
from vlcorpus.schemas.errors import RefusedError
from vlcorpus.schemas.media import Image, ImageInfo
from vlcorpus.schemas.qwenvl.chat import render_chatml
from vlcorpus.schemas.sample import Message, Part, ToolCall, Video

PATHS = (["media/a.png"], [])


def lines(folder, pattern="*/part-*.jsonl"):
    return [
        json.loads(line) for path in sorted(folder.glob(pattern)) for line in path.read_text().splitlines()
    ]


@pytest.fixture
def corpus(tmp_path):
    output = tmp_path / "corpus"
    write_corpus(output, [([sample("a", answer="你好"), sample("b")], [rejection()]), ([], [rejection("c")])])
    return str(output)


def test_a_file_per_partition_and_a_picture_per_content(corpus, tmp_path):
    to = tmp_path / "export"
    assert export([corpus], str(to), "qwen") == {"files": 1, "samples": 2, "media": 1}
    first, second = lines(to)
    assert first["conversations"] == [
        {"from": "human", "value": "<image>qwenvl html"},
        {"from": "gpt", "value": "你好"},
    ]
    assert first["image"] == second["image"]
    assert (to / first["image"][0]).read_bytes() == png(64, 64)


def test_a_second_export_writes_nothing_and_a_changed_shard_is_written_again(corpus, tmp_path):
    to = tmp_path / "export"
    export([corpus], str(to), "qwen")
    before = {path: path.stat().st_mtime_ns for path in to.rglob("*") if path.is_file()}
    assert export([corpus], str(to), "qwen") == {"files before": 1}
    assert {path: path.stat().st_mtime_ns for path in to.rglob("*") if path.is_file()} == before
    write_corpus(tmp_path / "corpus", [([sample("a", answer="other")], [])])
    assert export([corpus], str(to), "qwen")["files"] == 1


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


def test_a_sample_that_is_left_out_stands_in_a_list_with_what_lacks(tmp_path):
    frames = Video(frame_images=[0], frame_times_s=[0.0])
    write_corpus(tmp_path / "c", [([sample("a"), sample("b", videos=[frames])], [])])
    counts = export([str(tmp_path / "c")], str(tmp_path / "to"), "chatml")
    assert (counts["samples"], counts["left out"]) == (1, 1)
    (left,) = lines(tmp_path / "to", "*/left-out-*.jsonl")
    assert left["source_key"] == "b"
    assert "frames" in left["why"]


def test_what_is_not_trainable_is_left_out_and_counted_apart(tmp_path):
    unlicensed = kept_only(sample("b", source="looked-at", license=None))
    write_corpus(tmp_path / "c", [([sample("a"), unlicensed], [])])
    counts = export([str(tmp_path / "c")], str(tmp_path / "to"), "qwen")
    assert (counts["samples"], counts["not trainable"], counts["left out"]) == (1, 1, 0)
    (left,) = lines(tmp_path / "to", "*/left-out-*.jsonl")
    assert (left["source_key"], left["why"]) == ("b", "not trainable")


@pytest.mark.parametrize("change", [{"license": None}, {"license": " "}, {"source": "my-documents"}])
def test_a_source_without_a_licence_is_not_exported(change, tmp_path):
    write_corpus(tmp_path / "c", [([replace(sample("a"), **change)], [])])
    with pytest.raises(RefusedError, match="source_unlicensed"):
        export([str(tmp_path / "c")], str(tmp_path / "to"), "qwen")
    assert not (tmp_path / "to").exists()
