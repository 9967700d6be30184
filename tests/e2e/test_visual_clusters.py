"""Sparse visual clusters of the captions pipeline: found, weighed, filled from a pool, asked for."""

import io
import json
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest
from PIL import Image

from tests.disturbed import shard_bytes
from tests.e2e.test_documents import vlcorpus
from vlcorpus.catalogs.checks.verify import verify
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.config import parse_settings
from vlcorpus.pipelines.configured import configure
from vlcorpus.pipelines.runtime.planning import plan_table

SIDE = 96
N_COMMON, N_RARE = 30, 4
COLORS = ["red", "green", "blue", "orange", "purple", "brown", "teal", "gold", "navy", "olive"]
WORDS = ["amber", "brisk", "cedar", "delta", "ember", "fjord", "grove", "haven", "islet", "jetty", "knoll"]


def drawn(kind: int, number: int) -> bytes:
    """Draw stripes of a kind: their direction, width and colour; each image has its own noise."""
    rng = np.random.default_rng((kind, number))
    y, x = np.mgrid[:SIDE, :SIDE]
    angle = kind * 0.63 + rng.normal(0, 0.05)
    stripes = np.sin((x * np.cos(angle) + y * np.sin(angle)) / (2.5 + kind % 4) + rng.uniform(0, 6)) > 0
    base = Image.new("RGB", (1, 1), COLORS[kind % len(COLORS)]).getpixel((0, 0))
    pixels = np.where(stripes[..., None], base, 235).astype(float) + rng.normal(0, 10, (SIDE, SIDE, 3))
    return jpeg(Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8)))


def rare(number: int) -> bytes:
    """Draw rings around somewhere, in pink on black: nothing like the stripes."""
    rng = np.random.default_rng((99, number))
    y, x = np.mgrid[:SIDE, :SIDE]
    rings = np.sin(np.hypot(x - rng.integers(30, 66), y - rng.integers(30, 66)) / 3.5) > 0
    pixels = np.where(rings[..., None], (250, 60, 160), 15).astype(float) + rng.normal(0, 10, (SIDE, SIDE, 3))
    return jpeg(Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8)))


def jpeg(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=92)
    return out.getvalue()


def write_pairs(folder: Path, images: dict[str, bytes]) -> Path:
    folder.mkdir(parents=True)
    with (folder / "pairs.jsonl").open("w") as lines:
        for number, (name, content) in enumerate(images.items()):
            (folder / name).write_bytes(content)
            rng = np.random.default_rng((5, number))
            text = f"{name.partition('.')[0]} " + " ".join(rng.choice(WORDS, 9))
            lines.write(json.dumps({"image": name, "caption": text}) + "\n")
    return folder / "pairs.jsonl"


@pytest.fixture(scope="module")
def inputs(tmp_path_factory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("inputs")
    common = {f"kind{k}x{n}.jpg": drawn(k, n) for k in range(10) for n in range(N_COMMON)}
    own = write_pairs(folder / "own", common | {f"rings{n}.jpg": rare(n) for n in range(N_RARE)})
    offered = {f"offered{n}.jpg": rare(100 + n) for n in range(20)}
    again = {f"again{n}.jpg": jpeg(Image.open(io.BytesIO(rare(n))).resize((80, 80))) for n in range(N_RARE)}
    more = {f"more{k}.jpg": drawn(k, 500) for k in range(10)}
    return own, write_pairs(folder / "pool", offered | again | more)


def settings_of(pool: Path) -> tuple[str, ...]:
    """Two of the stripes may look the same: all are kept."""
    return (
        "clusters.members=10",
        "clusters.target_fraction=1",
        f"clusters.pool=['{pool}']",
        "copies.drop=false",
    )


def make(inputs: tuple[Path, Path], output: Path, *settings: str, exit_code: int = 0) -> Path:
    own, pool = inputs
    clusters = settings_of(pool)
    given = [part for setting in clusters for part in ("--set", setting)]
    named = ("--source", "demo", "--license", "CC0-1.0")
    vlcorpus("run", "captions", "-i", own, "-o", output, *named, *given, *settings, exit_code=exit_code)
    return output


@pytest.fixture(scope="module")
def corpus(inputs, tmp_path_factory) -> Path:
    return make(inputs, tmp_path_factory.mktemp("corpus") / "out")


def rows(corpus: Path, table: str) -> list:
    store = TableStore(str(corpus / "captions" / table))
    return [row for index in store.committed() for row in store.rows(index)]


def name(source_key: str) -> str:
    return Path(source_key.partition("#")[0]).name if ".jpg" in source_key else source_key


def test_a_table_is_made_of_all_shards_it_reads_and_a_second_run_would_make_none_again(inputs, corpus):
    own, pool = inputs
    settings = {
        "input": [str(own)],
        "source": "demo",
        "license": "CC0-1.0",
        **parse_settings(settings_of(pool)),
    }
    pipeline = configure("captions", None, settings).pipeline
    for table in pipeline.tables():
        plan = plan_table("captions", table, str(corpus))
        assert (plan.refusal, plan.pending, plan.outdated) == (None, [], frozenset()), table.name
        if table.upstreams:  # else what it is made again for would not be all it depends on
            made_of = {item.key for partition in plan.partitions for item in partition.items}
            assert made_of == {item.key for item in plan.source.items()}, table.name


def test_the_rare_images_are_a_sparse_cluster(corpus):
    sparse = [cluster for cluster in rows(corpus, "visual_clusters") if cluster.sparse]
    keys = {row.id: row.source_key for row in rows(corpus, "captioned")}
    assert len(sparse) == 1
    assert sorted(keys[id] for id in sparse[0].exemplars) == sorted(
        key for key in keys.values() if "rings" in text_of(corpus, key)
    )
    assert sparse[0].n == N_RARE
    assert sparse[0].weight > 1.5
    assert sparse[0].budget > 0


def text_of(corpus: Path, key: str) -> str:
    return next(row.text for row in rows(corpus, "captioned") if row.source_key == key)


def test_it_is_filled_from_the_pool_without_copies_and_no_further_than_its_budget(corpus):
    (cluster,) = [cluster for cluster in rows(corpus, "visual_clusters") if cluster.sparse]
    filled = [row.text.split()[0] for row in rows(corpus, "visual_filled")]
    assert len(filled) == cluster.budget
    assert all(text.startswith("offered") for text in filled)
    # The keys may be those of the input: the source tells them apart.
    assert {row.source for row in rows(corpus, "visual_filled")} == {"demo-pool"}
    rejects = pq.read_table(corpus / "captions/visual_filled/rejects")["reason"].to_pylist()
    assert rejects.count("picture_copy") >= N_RARE
    assert rejects.count("region_not_sparse") == 10
    assert len(rejects) + len(filled) == 20 + N_RARE + 10


def test_samples_say_where_they_lie_and_weigh_by_it(corpus):
    samples = rows(corpus, "samples")
    (cluster,) = [cluster for cluster in rows(corpus, "visual_clusters") if cluster.sparse]
    there = [sample for sample in samples if json.loads(sample.meta)["cluster"] == cluster.cluster]
    assert len(there) >= N_RARE + cluster.budget
    (weight,) = {sample.sample_weight for sample in there}
    assert 1 < weight < cluster.weight  # it was filled
    assert all(sample.sample_weight >= 1 for sample in samples)
    assert {score.name for score in samples[0].scores} >= {"density"}


def test_coverage_is_kept_by_dedup_and_grows_with_weights_and_fills(corpus):
    found, kept, filled, weighted = rows(corpus, "visual_coverage")
    assert [row.subset for row in (found, kept, filled, weighted)] == ["found", "kept", "filled", "weighted"]
    assert found.n == kept.n == 10 * N_COMMON + N_RARE
    assert kept.effective_clusters == found.effective_clusters < filled.effective_clusters
    assert filled.n > kept.n
    # Weights go by density: k-means has cut dense parts in many clusters, so that clusters do not show it.
    assert weighted.vendi > filled.vendi > kept.vendi > 1


def test_no_image_is_lost_to_its_cluster(corpus):
    samples = rows(corpus, "samples")
    assert len({sample.id for sample in samples}) >= 10 * N_COMMON + N_RARE


def test_the_corpus_is_proved(corpus):
    report = verify([str(corpus)])
    assert report.ok, report.text()


def test_what_neither_pool_nor_views_give_is_requested(inputs, tmp_path):
    own, _ = inputs
    output = make((own, tmp_path / "none.jsonl"), tmp_path / "out", "--set", "clusters.pool=[]")
    (request,) = rows(output, "visual_requests")
    (cluster,) = [cluster for cluster in rows(output, "visual_clusters") if cluster.sparse]
    assert (request.wanted, request.from_pool, request.missing) == (cluster.budget, 0, cluster.budget)
    assert request.views == 2
    assert all("rings" in caption for caption in request.captions)
    views = [row for row in rows(output, "samples") if "view=" in row.source_key]
    assert len(views) == 2 * N_RARE


@pytest.mark.ray
def test_both_executors_write_the_same_bytes(inputs, tmp_path, on_the_cluster):
    local = make(inputs, tmp_path / "local", "--executor", "local")
    ray = make(inputs, tmp_path / "ray", *on_the_cluster)
    assert shard_bytes(local) == shard_bytes(ray)


def test_a_pool_beside_an_input_of_which_nothing_is_left_is_rejected_whole(inputs, tmp_path):
    _, pool = inputs
    (tmp_path / "pairs.jsonl").write_text(json.dumps({"image": "gone.jpg", "caption": "A boat"}))
    settings = ("--set", "max_reject_rate=1")
    output = make((tmp_path / "pairs.jsonl", pool), tmp_path / "out", *settings, exit_code=7)
    assert rows(output, "samples") == []
    reasons = pq.read_table(output / "captions/visual_filled/rejects", columns=["reason"])[
        "reason"
    ].to_pylist()
    assert set(reasons) == {"region_not_sparse"}
    assert verify([str(output)]).ok
