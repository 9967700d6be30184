"""Every key of the configuration decides something, and what decides nothing makes no other table."""

import json
from functools import partial
from importlib.metadata import version

import pytest

import vlcorpus
from tests.disturbed import differences, shard_bytes
from tests.pipelines.keys import described, numbers, with_another
from vlcorpus.catalogs.reports.stats import stats as write_cards
from vlcorpus.catalogs.sources.row_numbers import RowNumbers
from vlcorpus.catalogs.tables.runs import read_runs
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines import config as config_module
from vlcorpus.pipelines.config import load_config
from vlcorpus.pipelines.stem.config import StemConfig
from vlcorpus.pipelines.stem.pipeline import stem
from vlcorpus.schemas.errors import FingerprintMismatch
from vlcorpus.schemas.sample import Sample
from vlcorpus.stages.render import toolchain

KEYS = numbers(StemConfig)
NO_CONTENT = {
    "rows",
    "max_reject_rate",
    "sparse.max_boost",
    *(key for key in KEYS if key.startswith("inference.")),
}


def made(**settings) -> list:
    return described(stem(load_config(StemConfig, None, settings)))


@pytest.fixture(scope="module")
def usual() -> list:
    return made()


@pytest.mark.parametrize("key", KEYS)
def test_a_key_is_in_the_fingerprint_where_it_decides_content(key, usual):
    config = with_another(StemConfig, {}, key, KEYS[key])
    assert (described(stem(config)) == usual) is (key in NO_CONTENT)


@pytest.mark.parametrize(
    "settings",
    [
        {"languages": {"en": 1.0}},
        {"kinds": ["point"]},
        {"style.families": {"poster": 1.0}},
        {"disciplines": {"plane_geometry": 2.0}},
        {"split": "held_out"},
        {"held_out": {"plane_geometry": ["kite"]}},
    ],
)
def test_shares_and_kinds_are_in_the_fingerprint(settings, usual):
    assert made(**settings) != usual


def made_of(output) -> dict[str, Sample]:
    table = TableStore(f"{output}/stem/samples")
    return {row.source_key: row for index in table.committed() for row in table.rows(index)}


def small_blocks(monkeypatch) -> None:
    """Make partitions of four rows: those of runs have as many as take seconds."""
    monkeypatch.setattr(config_module, "RowNumbers", partial(RowNumbers, block_rows=4))


def test_more_rows_later_are_more_partitions_and_change_none(tmp_path, monkeypatch):
    small_blocks(monkeypatch)
    vlcorpus.run("stem", output=tmp_path, rows=10, license="CC0-1.0", executor="local")
    few = shard_bytes(tmp_path)
    assert len(few) == 3
    vlcorpus.run("stem", output=tmp_path, rows=15, license="CC0-1.0", executor="local")
    many = shard_bytes(tmp_path)
    assert few.items() < many.items()
    assert {json.loads(row.meta)["number"] for row in made_of(tmp_path).values()} == set(range(15))


@pytest.mark.ray
def test_ray_and_local_give_the_same_shards(tmp_path, on_the_cluster):
    _, address = on_the_cluster[-2:]
    for executor in ({"executor": "local"}, {"executor": "ray", "ray_address": address}):
        vlcorpus.run("stem", output=tmp_path / executor["executor"], rows=40, license="CC0-1.0", **executor)
    assert shard_bytes(tmp_path / "ray") == shard_bytes(tmp_path / "local")
    assert differences(tmp_path / "ray", tmp_path / "local") == []


def test_the_card_has_a_contact_sheet_of_each_discipline(tmp_path):
    vlcorpus.run("stem", output=tmp_path, rows=12, license="CC0-1.0", executor="local")
    write_cards([str(tmp_path)])
    made = {json.loads(row.meta)["discipline"].partition("/")[0] for row in made_of(tmp_path).values()}
    sheets = {path.stem.removeprefix("sheet-") for path in (tmp_path / "_cards/stem").glob("sheet-*.jpg")}
    assert sheets == made
    read_me = (tmp_path / "_cards/stem/README.md").read_text(encoding="utf-8")
    assert all(f"(sheet-{name}.jpg)" in read_me for name in made)


def test_training_and_evaluation_share_no_family_and_no_row(tmp_path):
    """Of one seed: in the rows of both splits nothing is the same but their numbers."""
    made = {}
    for split in ("train", "held_out"):
        folder = tmp_path / split
        settings = {"split": split, "rows": 12, "max_questions": 1}
        vlcorpus.run("stem", output=folder, license="CC0-1.0", executor="local", **settings)
        made[split] = list(made_of(folder).values())
    train, held_out = ([json.loads(row.meta) for row in rows] for rows in made.values())
    assert {meta["split"] for meta in train} == {"train"}
    assert {meta["split"] for meta in held_out} == {"held_out"}
    for key in ("family", "truth"):
        first, second = ({json.dumps(meta[key]) for meta in metas} for metas in (train, held_out))
        assert not first & second
    first, second = ({(row.id, row.image_info[0].sha256) for row in rows} for rows in made.values())
    assert not {id for id, _ in first} & {id for id, _ in second}
    assert not {image for _, image in first} & {image for _, image in second}


def test_another_release_of_the_toolchain_is_refused_and_named(tmp_path, monkeypatch):
    vlcorpus.run("stem", output=tmp_path, rows=2, license="CC0-1.0", executor="local")
    monkeypatch.setattr(toolchain, "_version", lambda package: "0.0.1")
    with pytest.raises(FingerprintMismatch, match=r"toolchain.*0\.0\.1"):
        vlcorpus.run("stem", output=tmp_path, rows=2, license="CC0-1.0", executor="local")


def test_another_font_file_is_refused_and_named(tmp_path, monkeypatch):
    vlcorpus.run("stem", output=tmp_path, rows=2, license="CC0-1.0", executor="local")
    monkeypatch.setattr(toolchain, "font_sha256", lambda font: "0" * 64)
    with pytest.raises(FingerprintMismatch, match=r"Roboto-Regular\.ttf 000000000000"):
        vlcorpus.run("stem", output=tmp_path, rows=2, license="CC0-1.0", executor="local")


def test_the_record_of_a_run_says_what_drew_its_images(tmp_path):
    vlcorpus.run("stem", output=tmp_path, rows=2, license="CC0-1.0", executor="local")
    (record,) = read_runs(str(tmp_path))
    assert {package: version(package) for package in toolchain.PACKAGES}.items() <= record.versions.items()
