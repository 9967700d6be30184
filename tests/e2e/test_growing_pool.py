"""A captions corpus grows: its pool by images that are wanted, then by others, then its input.

What was committed of the images stays as it is, to the byte. Made again are the steps that look at all rows
of a table that grew, and what depends on their decisions.
"""

from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.e2e.test_visual_clusters import N_COMMON, N_RARE, drawn, rare, rows, write_pairs
from tests.pipelines.runtime.remaking import Seen, touched
from vlcorpus.catalogs.checks.verify import verify
from vlcorpus.pipelines.configured import configure
from vlcorpus.pipelines.runtime.run import RunOptions

OFFERED, LATE, MORE, KINDS = 3, 4, 6, 10
OF_TEXTS = ("text_clusters", "text_buckets", "text_pairs", "text_verdicts", "duplicates")
OF_CLUSTERS = ("visual_centroids", "visual_members", "visual_clusters")


@dataclass
class Grown:
    """A corpus after a run: what the run made, `table/partition`, and all files of the tables then."""

    made: list[str]
    files: dict[str, tuple[int, bytes]]
    filled: list[str]  # the first word of each text
    samples: int
    coverage: dict[str, int]  # images of each subset
    request: tuple[int, int]  # counts of the cluster of rings: images from the pool, missing ones


def make(inputs: Path, output: Path) -> list[str]:
    """Run on the input and the pool in `inputs`; return what was made, `table/partition`."""
    settings = {
        "input": [str(inputs / "own")],
        "source": "demo",
        "license": "CC0-1.0",
        "copies": {"drop": False},  # two of the stripes may look the same
        "clusters": {"members": 10, "target_fraction": 1, "pool": [str(inputs / "pool")]},
    }
    seen = Seen()
    configure("captions", None, settings).run(str(output), RunOptions("local"), seen)
    return seen.made


def grow(inputs: Path, output: Path) -> Grown:
    made = make(inputs, output)
    request = max(rows(output, "visual_requests"), key=lambda row: row.from_pool)
    return Grown(
        made=made,
        files=touched(output),
        filled=[row.text.split()[0] for row in rows(output, "visual_filled")],
        samples=len(rows(output, "samples")),
        coverage={row.subset: row.n for row in rows(output, "visual_coverage")},
        request=(request.from_pool, request.missing),
    )


@dataclass
class History:
    inputs: Path
    output: Path
    first: Grown
    wanted: Grown  # the pool has grown by rings
    unwanted: Grown  # the pool has grown by stripes
    last: Grown  # the input has grown


@pytest.fixture(scope="module")
def history(tmp_path_factory) -> History:
    inputs, output = tmp_path_factory.mktemp("inputs"), tmp_path_factory.mktemp("corpus") / "out"
    common = {f"kind{k}x{n}.jpg": drawn(k, n) for k in range(KINDS) for n in range(N_COMMON)}
    write_pairs(inputs / "own/a", common | {f"rings{n}.jpg": rare(n) for n in range(N_RARE)})
    write_pairs(inputs / "pool/a", {f"offered{n}.jpg": rare(100 + n) for n in range(OFFERED)})
    first = grow(inputs, output)
    write_pairs(inputs / "pool/b", {f"late{n}.jpg": rare(200 + n) for n in range(LATE)})
    wanted = grow(inputs, output)
    write_pairs(inputs / "pool/c", {f"more{k}.jpg": drawn(k, 500) for k in range(MORE)})
    unwanted = grow(inputs, output)
    new = {f"new{k}x{n}.jpg": drawn(k, 1000 + n) for k in range(KINDS) for n in range(N_COMMON // 2)}
    write_pairs(inputs / "own/b", new)
    return History(inputs, output, first, wanted, unwanted, grow(inputs, output))


def stays(files: dict[str, tuple[int, bytes]], later: dict[str, tuple[int, bytes]], *tables: str) -> None:
    """Assert that no file of the tables but a manifest, which counts partitions, was touched."""
    for path, file in files.items():
        if Path(path).parts[-3] in tables:
            assert later[path] == file, path


def test_a_pool_that_grew_by_what_is_wanted_fills_more(history):
    first, wanted = history.first, history.wanted
    budget = sum(first.request)
    assert first.request == (OFFERED, budget - OFFERED)
    assert sorted(first.filled) == [f"offered{n}" for n in range(OFFERED)]
    assert wanted.request == (budget, 0)
    assert len(wanted.filled) == budget > OFFERED
    assert any(word.startswith("late") for word in wanted.filled)
    assert wanted.coverage["filled"] == first.coverage["filled"] + budget - OFFERED
    assert wanted.coverage["found"] == first.coverage["found"] == KINDS * N_COMMON + N_RARE
    # Nothing is missing any more, so no further captions of the images that are there are asked for.
    assert wanted.samples == first.coverage["found"] + budget < first.samples + budget


def test_then_nothing_is_made_again_that_looks_at_the_input_alone(history):
    first, wanted = history.first, history.wanted
    of_the_input = ("images", "captioned", *OF_TEXTS, *OF_CLUSTERS)
    assert not {made.partition("/")[0] for made in wanted.made} & set(of_the_input)
    stays(first.files, wanted.files, *of_the_input, "pool", "visual_pool_members")
    assert {"pool/1", "visual_pool_members/1", "visual_candidates/0"} <= set(wanted.made)
    assert not {"pool/0", "visual_pool_members/0"} & set(wanted.made)


def test_a_pool_that_grew_by_what_nobody_wants_adds_its_rejects_and_moves_nothing(history):
    wanted, unwanted = history.wanted, history.unwanted
    assert (unwanted.filled, unwanted.coverage) == (wanted.filled, wanted.coverage)
    decided = ("visual_requests", "visual_places", "visual_filled")
    stays(wanted.files, unwanted.files, *decided, "views", "samples")
    # Besides the pool's new partition and those made of it, two steps look at the whole pool again.
    again = {made for made in unwanted.made if made.endswith("/0")}
    assert again == {"visual_candidates/0", "visual_coverage/0"}


def test_a_grown_input_is_clustered_again_and_no_image_is_read_again(history):
    unwanted, last = history.unwanted, history.last
    assert last.made[0] == "images/1"
    assert "captioned/1" in last.made
    assert not {"images/0", "captioned/0"} & set(last.made)
    assert not [made for made in last.made if made.startswith("pool/")]
    stays(unwanted.files, last.files, "images", "captioned", "pool")
    again = {made.partition("/")[0] for made in last.made}
    assert again >= {*OF_CLUSTERS, "visual_pool_members", "visual_candidates", "visual_coverage"}
    assert again >= {*OF_TEXTS, "text_groups"}
    assert last.coverage["found"] == unwanted.coverage["found"] + KINDS * N_COMMON // 2
    # The median cluster is the same, so that the rings want as many as before.
    assert last.coverage["filled"] - last.coverage["kept"] == len(last.filled)


def test_a_grown_corpus_has_the_rows_of_one_made_at_once(history, tmp_path):
    make(history.inputs, tmp_path / "out")
    for table in ("captioned", "pool", "duplicates", "visual_filled", "views", "samples"):
        assert by_id(history.output, table).keys() == by_id(tmp_path / "out", table).keys(), table
    grown, at_once = (by_id(output, "samples") for output in (history.output, tmp_path / "out"))
    assert {id: sample.messages for id, sample in grown.items()} == {
        id: sample.messages for id, sample in at_once.items()
    }
    for id, sample in grown.items():  # partitions of other sizes round the last digit in another way
        assert sample.sample_weight == pytest.approx(at_once[id].sample_weight, rel=1e-4)


def by_id(output: Path, table: str) -> dict:
    return {row.id: row for row in rows(output, table)}


def test_a_grown_corpus_is_proved_and_a_further_run_makes_nothing(history):
    report = verify([str(history.output)])
    assert report.ok, report.text()
    assert make(history.inputs, history.output) == []
