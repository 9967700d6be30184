"""Copies are grouped by their images alone, before a caption is written, and one of each is captioned."""

import io
import json
from pathlib import Path

import numpy as np
import PIL.Image
import pyarrow.parquet as pq
import pytest

from tests.disturbed import shard_bytes
from vlcorpus.catalogs.query.ask import ask_named
from vlcorpus.catalogs.query.views import connect
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.captions.config import CaptionsConfig
from vlcorpus.pipelines.captions.pipeline import captions
from vlcorpus.pipelines.runtime.run import RunOptions, run

LOCAL = RunOptions(executor="local")
SCENES = 12


def scene(seed: int) -> PIL.Image.Image:
    small = np.random.default_rng(seed).integers(0, 256, (7, 9, 3), np.uint8)
    grain = np.random.default_rng(seed).integers(0, 40, (240, 320, 3), np.uint8)
    image = PIL.Image.fromarray(small).resize((320, 240), PIL.Image.Resampling.BICUBIC)
    return PIL.Image.fromarray((np.asarray(image) * 0.8 + grain).astype(np.uint8))


def jpeg(image: PIL.Image.Image, quality: int = 90) -> bytes:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality)
    return out.getvalue()


def draw(folder: Path) -> None:
    """Write, of every scene, a picture, an equal file, a smaller copy in lower quality, and one without text;
    all scenes have the same text."""
    folder.mkdir()
    with (folder / "metadata.jsonl").open("w") as lines:
        for number in range(SCENES):
            image = scene(number)
            copies = {
                "a": (jpeg(image), "A picture of soft colours."),
                "b": (jpeg(image), "Colours that flow into each other."),
                "small": (jpeg(image.resize((256, 192)), 70), "A picture of soft colours."),
                "bare": (jpeg(image.resize((640, 480)), 95), ""),
            }
            for name, (content, text) in copies.items():
                file_name = f"{number:02d}-{name}.jpg"
                (folder / file_name).write_bytes(content)
                lines.write(json.dumps({"file_name": file_name, "text": text}) + "\n")


def pipeline(folder: Path, **settings):
    return captions(CaptionsConfig(input=(str(folder),), license="CC0-1.0", shares=(1, 0, 0), **settings))


@pytest.fixture(scope="module")
def pictures(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("copies") / "in"
    draw(folder)
    return folder


@pytest.fixture(scope="module")
def output(pictures, tmp_path_factory) -> Path:
    output = tmp_path_factory.mktemp("out")
    run(pipeline(pictures), str(output), LOCAL, config={})
    return output


def rows(output: Path, table: str) -> list:
    store = TableStore(str(output / "captions" / table))
    return [row for index in store.committed() for row in store.rows(index)]


def rejections(output: Path, table: str) -> list[dict]:
    return pq.read_table(output / "captions" / table / "rejects").to_pylist()


def test_one_of_each_scene_goes_on_and_it_is_the_largest_with_a_text(output):
    kept = {row.id: row for row in rows(output, "captioned")}
    assert len(kept) == SCENES
    assert all(row.text and row.width_px == 320 for row in kept.values())
    lost = rejections(output, "captioned")
    assert len(lost) == 3 * SCENES
    assert {row["reason"] for row in lost} == {"image_copy"}
    assert {row["detail"].split(",")[0].removeprefix("of ") for row in lost} == set(kept)


def test_all_rows_are_accounted_for_and_a_shared_text_joins_nothing(output):
    assert len(rows(output, "images")) == 4 * SCENES
    decided = rows(output, "copies")
    assert [row.id for row in decided] == [row.id for row in rows(output, "images")]
    names = {row.id: row.source_key for row in rows(output, "images")}
    scene_of = {id: key.rpartition("-")[0] for id, key in names.items()}
    assert all(row.keep or scene_of[row.duplicate_of] == scene_of[row.id] for row in decided)


def test_they_may_be_kept_and_only_written_down(pictures, tmp_path):
    run(pipeline(pictures, copies={"drop": False}), str(tmp_path), LOCAL, config={})
    of_copies = [row for row in rows(tmp_path, "captioned") if row.copy and row.copy.duplicate_of]
    assert len(of_copies) >= 2 * SCENES


def test_an_image_whose_caption_is_rejected_is_gone_with_its_copies_and_is_named(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    image = scene(0)
    texts = {"large.jpg": (image, "colours " * 9), "small.jpg": (image.resize((256, 192)), "Soft colours.")}
    with (folder / "metadata.jsonl").open("w") as lines:
        for name, (picture, text) in texts.items():
            (folder / name).write_bytes(jpeg(picture))
            lines.write(json.dumps({"file_name": name, "text": text}) + "\n")
    run(pipeline(folder), str(tmp_path / "out"), LOCAL, config={})
    assert rows(tmp_path / "out", "captioned") == []
    (lost,) = ask_named(connect([str(tmp_path / "out")]), "lost-images", {}).rows
    assert lost[1:] == ("metadata.jsonl#row=0", "caption_repeats", 1)


@pytest.mark.ray
@pytest.mark.usefixtures("ray_cluster")
def test_both_executors_write_the_same_bytes(pictures, output, tmp_path):
    run(pipeline(pictures), str(tmp_path), RunOptions(executor="ray"), config={})
    assert shard_bytes(tmp_path) == shard_bytes(output)
