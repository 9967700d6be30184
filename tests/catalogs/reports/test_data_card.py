"""What `datasets` loads of an output: the samples of a domain, and nothing that only lies beside them."""

import pytest
import yaml

from tests.factories import rejection, sample, write_corpus
from vlcorpus.catalogs.reports.data_card import write_data_card
from vlcorpus.catalogs.tables.licences import state_licences
from vlcorpus.catalogs.tables.output import delete_corpus
from vlcorpus.catalogs.tables.prompts import record_prompts
from vlcorpus.catalogs.tables.runs import begin_run


@pytest.fixture
def output(tmp_path):
    """Two domains, and beside them all that a wrong load could take for data."""
    folder = tmp_path / "out"
    for domain, keys in (("documents", "ab"), ("captions", "c")):
        write_corpus(folder, [([sample(key) for key in keys], [rejection("x")])], pipeline=domain)
    record_prompts(str(folder), ["a prompt", "another"])
    begin_run(str(folder), pipeline="captions", command=[], config={}, seed=None, executor="local")
    return folder


def load(folder, tmp_path, *config: str):
    from datasets import load_dataset

    return load_dataset(str(folder), *config, split="train", cache_dir=str(tmp_path / "cache"))


def front_matter(output) -> dict:
    return yaml.safe_load((output / "README.md").read_text().split("---\n")[1])


def test_a_domain_is_loaded_by_its_name_and_nothing_is_loaded_without_one(output, tmp_path):
    pytest.importorskip("datasets")
    write_data_card(str(output))
    assert load(output, tmp_path, "documents").num_rows == 2
    assert load(output, tmp_path, "captions")["source_key"] == ["c"]
    with pytest.raises(ValueError, match="Config name is missing"):
        load(output, tmp_path)


def test_before_there_is_a_sample_nothing_is_loaded(tmp_path):
    pytest.importorskip("datasets")
    record_prompts(str(tmp_path / "out"), ["a prompt"])
    write_data_card(str(tmp_path / "out"), ["captions/samples"])
    with pytest.raises(FileNotFoundError):
        load(tmp_path / "out", tmp_path)


def test_the_licence_and_the_numbers_are_told(output):
    state_licences(str(output), {"test": "CC-BY-4.0"})
    write_data_card(str(output))
    assert (front_matter(output)["license"], front_matter(output)["license_name"]) == (
        "cc-by-4.0",
        "CC-BY-4.0",
    )
    assert "| documents | 2 | 168 | " in (output / "README.md").read_text()
    state_licences(str(output), {"other": "LicenseRef-ours"})
    write_data_card(str(output))
    assert front_matter(output)["license"] == "other"


def test_a_readme_of_somebody_else_stays(output, caplog):
    (output / "README.md").write_text("mine")
    write_data_card(str(output))
    assert (output / "README.md").read_text() == "mine"
    assert "not ours and stays" in caplog.text
    assert delete_corpus(str(output)) == ["README.md"]


def test_our_own_goes_with_the_corpus(output):
    write_data_card(str(output))
    assert delete_corpus(str(output)) == []
