"""The captions pipeline from a tar to shards, by the command line; on Ray: test_visual_clusters.py."""

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tests.e2e.test_documents import vlcorpus
from vlcorpus.catalogs.checks.verify import verify
from vlcorpus.pipelines.captions.demo import PAIRS, draw


@pytest.fixture(scope="module")
def pairs(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("pairs")
    draw(folder)
    return folder / "pairs.tar"


def make(pairs: Path, output: Path, *settings: str) -> Path:
    vlcorpus("run", "captions", "-i", pairs, "-o", output, "--license", "CC0-1.0", *settings)
    return output


@pytest.fixture(scope="module")
def corpus(pairs, tmp_path_factory) -> Path:
    return make(pairs, tmp_path_factory.mktemp("corpus"), "--set", "shares=[1,0,0]")


def test_every_pair_ends_as_a_caption_or_as_a_reject_with_its_reason(corpus):
    samples = pq.read_table(corpus / "captions/samples/data").to_pylist()
    rejects = [
        row
        for table in ("images", "captioned", "samples")
        for row in pq.read_table(
            corpus / "captions" / table / "rejects", columns=["source_key", "reason"]
        ).to_pylist()
    ]
    captions = {name(row): row["messages"][1]["content"][0]["text"] for row in samples}
    assert captions == {
        "village": "Three houses in a village at the foot of two mountains.",
        "evening": "Four houses in the evening sun.",
        "winter": "冬天的两座房子，远处是山。",
        "turned": "One house by the sea of sand & stone.",
        "cmyk": "Two houses, made for print.",
    }
    assert {name(row): row["reason"] for row in rejects} == {
        "copy": "image_copy",
        "no-text": "needs_model:recaptioner",
        "same-words": "caption_duplicate",
        "repeating": "caption_repeats",
        "framed": "image_framed",
        "bannered": "image_bannered",
        "blurred": "image_blurred",
        "blank": "image_uniform",
        "small": "side_too_short",
        "truncated": "image_broken",
        "web-page": "image_broken",
    }
    assert len(samples) + len(rejects) == len(PAIRS)


def test_what_no_model_wrote_says_so(corpus):
    samples = pq.read_table(
        corpus / "captions/samples/data", columns=["label_source", "model", "lang", "trainable"]
    )
    assert set(samples["label_source"].to_pylist()) == {"classical"}
    assert set(samples["model"].to_pylist()) == {None}
    assert set(samples["trainable"].to_pylist()) == {False}
    assert sorted(lang for (lang,) in samples["lang"].to_pylist()) == ["en", "en", "en", "en", "zh"]


def test_the_corpus_is_proved(corpus):
    report = verify([str(corpus)])
    assert report.ok, report.text()


def name(row: dict) -> str:
    """Return the sample of the tar that a row was made of."""
    return row["source_key"].partition("#sample=")[2].partition("&")[0]
