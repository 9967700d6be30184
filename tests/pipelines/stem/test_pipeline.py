"""Every key of the configuration decides something, and what decides nothing makes no other table."""

import json

import pytest

import vlcorpus
from tests.pipelines.keys import described, numbers, with_another
from vlcorpus.catalogs.tables.table import TableStore
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


def test_more_rows_later_are_the_same_rows_and_more(tmp_path):
    vlcorpus.run("stem", output=tmp_path, rows=3, license="CC0-1.0", executor="local")
    few = made_of(tmp_path)
    vlcorpus.run("stem", output=tmp_path, rows=7, license="CC0-1.0", executor="local")
    many = made_of(tmp_path)
    assert few.items() <= many.items()
    assert {json.loads(row.meta)["number"] for row in many.values()} == set(range(7))


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
