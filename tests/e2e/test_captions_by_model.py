"""The captions pipeline with a served model: what it writes is kept, compared, and asked for again."""

import json
import re

import pytest

from tests.e2e.test_documents import vlcorpus
from tests.e2e.test_visual_clusters import N_RARE, drawn, rare, rows, write_pairs
from tests.pipelines.chat_server import chat_server
from vlcorpus.catalogs.checks.verify import verify
from vlcorpus.catalogs.tables.table import TableStore

NAMES = ("mill", "barn", "tower", "chapel", "bridge", "harbour", "orchard", "garden", "quarry", "meadow")


def describe(prompt: str) -> str:
    """Answer as a good model does: a caption, and words of it for each facet. Images of a kind have one."""
    what = NAMES[int(re.search(r"<text>(?:kind|rings)(\d)", prompt)[1])]
    caption = (
        f"A drawing of the old {what} with wide stripes, painted in strong tones on a pale ground. The "
        f"{what} fills the picture from edge to edge, and the whole of it looks like a printed poster "
        f"for the coming {what} days."
    )
    quotes = {"attributes": ["strong tones"], "layout": ["from edge to edge"], "context": ["poster"]}
    return json.dumps({"caption": caption, **quotes})


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("model")
    common = {f"kind{k}x{n}.jpg": drawn(k, n) for k in range(10) for n in range(12)}
    pairs = write_pairs(folder / "in", common | {f"rings{n}.jpg": rare(n) for n in range(N_RARE)})
    settings = ("clusters.members=5", "clusters.target_fraction=1", "dedup.drop=false", "chinese_share=0")
    with chat_server(answer=describe) as server:
        engine = (f"inference.base_url={server.url}", f"inference.cache={folder / 'cache'}")
        given = [part for setting in (*settings, *engine) for part in ("--set", setting)]
        model = ("--engine", "openai", "--model", "m", "--license", "CC0-1.0", "--executor", "local")
        said = vlcorpus("run", "captions", "-i", pairs, "-o", folder / "out", *given, *model)
        return folder / "out", said, len(server.at_a_time)


def test_what_the_model_wrote_is_trained_on_and_says_so(made):
    output, _, _ = made
    samples = rows(output, "samples")
    assert samples
    assert {(s.label_source, s.model, s.trainable) for s in samples} == {("model", "m", True)}
    assert verify([str(output)]).ok


def test_captions_that_say_the_same_are_one_group_whatever_the_images(made):
    output, _, _ = made
    captioned = rows(output, "captioned")
    decisions = rows(output, "duplicates")
    groups = {}
    for row, decision in zip(captioned, decisions, strict=True):
        groups.setdefault(row.caption.text, set()).add(decision.group)
    assert len(groups) == len(NAMES)
    assert all(len(found) == 1 and None not in found for found in groups.values())
    assert sum(decision.keep for decision in decisions) == len(NAMES)


def test_a_sparse_cluster_is_asked_about_again_in_other_tiers_and_nothing_else_is(made):
    output, said, n_asked = made
    requests = rows(output, "visual_requests")
    members = {row.id: row.cluster for row in rows(output, "visual_members")}
    wanted = {request.cluster: request.views for request in requests}
    n_views = sum(wanted.get(cluster, 0) for cluster in members.values())
    views = [sample for sample in rows(output, "samples") if "view=" in sample.source_key]
    assert len(views) == n_views > 0
    assert n_asked == len(members) + n_views
    assert f"{n_views} requests" in said
    tiers = {}
    for sample in rows(output, "samples"):
        tiers.setdefault(sample.images[0].bytes, []).append(json.loads(sample.meta)["tier"])
    assert all(len(set(found)) == len(found) for found in tiers.values())


def test_evidence_lies_in_the_table_of_pairs(made):
    output, _, _ = made
    store = TableStore(str(output / "captions/text_pairs"))
    assert sum(commit.rows for commit in store.commits()) >= 10 * 12 + N_RARE - len(NAMES)
