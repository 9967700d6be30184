"""An export: a file per partition beside its media, whole or not there, of what may be trained on."""

import hashlib
import json
from collections import Counter
from dataclasses import replace

import pytest

from tests.factories import kept_only, png, rejection, sample, write_corpus
from vlcorpus.catalogs.export.write import export
from vlcorpus.catalogs.tables.runs import begin_run
from vlcorpus.schemas.errors import RefusedError
from vlcorpus.schemas.media import Image, ImageInfo, Video
from vlcorpus.schemas.sample import Part


def lines(folder, pattern="*/part-*.jsonl"):
    return [
        json.loads(line) for path in sorted(folder.glob(pattern)) for line in path.read_text().splitlines()
    ]


def info_of(content: bytes) -> ImageInfo:
    return replace(sample().image_info[0], sha256=hashlib.sha256(content).hexdigest())


@pytest.fixture
def corpus(tmp_path):
    output = tmp_path / "corpus"
    write_corpus(output, [([sample("a", answer="你好"), sample("b")], [rejection()]), ([], [rejection("c")])])
    return str(output)


def test_a_file_per_partition_and_an_image_per_content(corpus, tmp_path):
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


def test_media_that_lie_elsewhere_are_copied_out_of_there(tmp_path):
    (tmp_path / "a.tar").write_bytes(b"0123456789" + png(64, 64))
    (tmp_path / "film.mp4").write_bytes(b"a long film")
    path = f"{tmp_path}/a.tar#bytes=10-{9 + len(png(64, 64))}"
    shown = sample("a", images=[Image(bytes=None, path=path)], image_info=[info_of(png(64, 64))])
    film = sample("b", videos=[Video(path=str(tmp_path / "film.mp4"))])
    film.messages[0].content.append(Part(type="video", media=0))
    write_corpus(tmp_path / "c", [([shown, film], [])])
    counts = export([str(tmp_path / "c")], str(tmp_path / "to"), "qwen", [str(tmp_path)])
    assert (counts["samples"], counts["media"]) == (2, 2)  # an image, also of the second sample, and a film
    first, second = lines(tmp_path / "to")
    assert (tmp_path / "to" / first["image"][0]).read_bytes() == png(64, 64)
    (video,) = second["video"] if isinstance(second["video"], list) else [second["video"]]
    assert (tmp_path / "to" / video).read_bytes() == b"a long film"


def test_a_medium_that_is_gone_leaves_its_sample_out_and_says_so(tmp_path):
    gone = sample("a", images=[Image(bytes=None, path=f"{tmp_path}/gone.tar#bytes=0-9")])
    part = sample("b", videos=[Video(path="film.mp4", start_s=1.0, end_s=2.0)])
    write_corpus(tmp_path / "c", [([gone, part, sample("c")], [])])
    counts = export([str(tmp_path / "c")], str(tmp_path / "to"), "qwen", [str(tmp_path)])
    assert (counts["samples"], counts["left out"]) == (1, 2)
    first, second = lines(tmp_path / "to", "*/left-out-*.jsonl")
    assert "file_missing" in first["why"]
    assert "stretch of a file" in second["why"]


SECRET = b"a key of the machine's owner"


def named_by_a_row(tmp_path, inputs: str | None = None, **changes) -> tuple[Counter, str]:
    """Return what an export counts, and says of what it left out, of a row that names a file by its path."""
    (tmp_path / "private").mkdir()
    (tmp_path / "private/key").write_bytes(SECRET)
    write_corpus(tmp_path / "c", [([sample("a", **changes)], [])])
    if inputs is not None:
        begin_run(
            str(tmp_path / "c"),
            pipeline="documents",
            command=[],
            config={"input": [inputs]},
            seed=None,
            executor="local",
        )
    counts = export([str(tmp_path / "c")], str(tmp_path / "to"), "qwen")
    exported = b"".join(path.read_bytes() for path in (tmp_path / "to").rglob("*") if path.is_file())
    assert SECRET not in exported
    return counts, "".join(line["why"] for line in lines(tmp_path / "to", "*/left-out-*.jsonl"))


def test_a_file_that_is_no_part_of_the_corpus_is_not_exported(tmp_path):
    image = Image(bytes=None, path=f"{tmp_path}/private/key")
    counts, why = named_by_a_row(tmp_path, images=[image], image_info=[info_of(SECRET)])
    assert counts["left out"] == 1
    assert "path_outside" in why
    assert "--media-root" in why


def test_nor_one_of_which_a_corpus_says_that_it_is_an_input_and_does_not_know_the_hash(tmp_path):
    counts, why = named_by_a_row(
        tmp_path, inputs="/", images=[Image(bytes=None, path=f"{tmp_path}/private/key")]
    )
    assert counts["left out"] == 1
    assert "medium_changed" in why


def test_nor_one_that_it_calls_a_video_which_has_no_hash(tmp_path):
    path = str(tmp_path / "private/key")
    counts, why = named_by_a_row(tmp_path, inputs="/", videos=[Video(path=path)])
    assert counts["left out"] == 1
    assert "path_outside" in why


def test_nor_by_a_link_in_the_corpus(tmp_path):
    (tmp_path / "c").mkdir()
    (tmp_path / "c/link").symlink_to(tmp_path / "private/key")
    counts, why = named_by_a_row(tmp_path, videos=[Video(path=str(tmp_path / "c/link"))])
    assert counts["left out"] == 1
    assert "path_outside" in why
