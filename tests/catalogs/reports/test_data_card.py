"""What `datasets` loads of an output: the samples of a domain, and nothing that only lies beside them."""

import pytest
import yaml

from tests.factories import file_row, rejection, sample, write_corpus
from vlcorpus.catalogs.checks.repair import find_repairs
from vlcorpus.catalogs.checks.verify import verify
from vlcorpus.catalogs.reports.data_card import write_data_cards
from vlcorpus.catalogs.tables.licences import state_licences
from vlcorpus.catalogs.tables.output import delete_corpus, tables_under
from vlcorpus.catalogs.tables.prompts import record_prompts
from vlcorpus.catalogs.tables.runs import begin_run
from vlcorpus.catalogs.tables.table import Manifest, TableStore
from vlcorpus.schemas.file import FileRow


@pytest.fixture
def output(tmp_path):
    """Two domains, and beside them all that a wrong load could take for data."""
    folder = tmp_path / "out"
    for domain, keys in (("documents", "ab"), ("captions", "c")):
        write_corpus(folder, [([sample(key) for key in keys], [rejection("x")])], pipeline=domain)
    record_prompts(str(folder), ["a prompt", "another"])
    begin_run(str(folder), pipeline="captions", command=[], config={}, seed=None, executor="local")
    return folder


def load(folder, tmp_path, *config: str, streaming: bool = False):
    from datasets import load_dataset

    cache = str(tmp_path / "cache")
    return load_dataset(str(folder), *config, split="train", streaming=streaming, cache_dir=cache)


def write_other_table(output, domain: str = "documents") -> None:
    """Commit a table of files beside the samples of a domain."""
    table = TableStore(f"{output}/{domain}/files")
    manifest = Manifest(
        pipeline=domain, table="files", row="file/1", fingerprint="f" * 64, describes={}, n_partitions=1
    )
    table.create(manifest)
    table.write_data(0, FileRow, [file_row(content=b"%PDF")])


def front_matter(output) -> dict:
    return yaml.safe_load((output / "README.md").read_text().split("---\n")[1])


def test_a_domain_is_loaded_by_its_name_and_nothing_is_loaded_without_one(output, tmp_path):
    pytest.importorskip("datasets")
    write_data_cards(str(output))
    assert load(output, tmp_path, "documents").num_rows == 2
    assert load(output, tmp_path, "captions")["source_key"] == ["c"]
    with pytest.raises(ValueError, match="Config name is missing"):
        load(output, tmp_path)


@pytest.mark.parametrize("streaming", [False, True])
@pytest.mark.parametrize("folder", ["documents", "documents/samples", "documents/samples/data"])
def test_a_folder_in_the_output_is_loaded_as_its_samples(output, tmp_path, folder, streaming):
    pytest.importorskip("datasets")
    write_other_table(output)
    write_data_cards(str(output))
    assert [row["source_key"] for row in load(output / folder, tmp_path, streaming=streaming)] == ["a", "b"]


@pytest.mark.parametrize("streaming", [False, True])
def test_the_folder_of_a_table_is_loaded_as_its_rows(output, tmp_path, streaming):
    pytest.importorskip("datasets")
    write_other_table(output)
    write_data_cards(str(output))
    rows = load(output / "documents/files", tmp_path, streaming=streaming)
    assert [row["source_key"] for row in rows] == ["a.pdf"]


@pytest.mark.parametrize("streaming", [False, True])
@pytest.mark.parametrize("place", [["", "stem"], ["stem"]])
def test_a_domain_without_samples_is_not_loaded_as_anything_else(output, tmp_path, place, streaming):
    pytest.importorskip("datasets")
    write_other_table(output, "stem")
    write_data_cards(str(output))
    folder, *config = place
    with pytest.raises((FileNotFoundError, ValueError), match=r"(?i)no .*data files|At least one"):
        load(output / folder, tmp_path, *config, streaming=streaming)
    assert load(output, tmp_path, "documents").num_rows == 2  # the others are loaded as before


def test_from_inside_an_output_the_same_cards_are_written(output):
    write_data_cards(str(output))
    before = {path: path.read_text() for path in output.rglob("README.md")}
    assert len(before) == 5
    for folder in ("documents", "documents/samples"):
        write_data_cards(str(output / folder))
    assert {path: path.read_text() for path in output.rglob("README.md")} == before


def test_cards_are_no_damage_and_clean_leaves_them(output):
    before = verify([str(output)]).text()
    write_data_cards(str(output))
    cards = sorted(output.rglob("README.md"))
    assert verify([str(output)]).text() == before
    repairs = find_repairs(str(output))
    assert repairs.control == repairs.foreign == repairs.shards == []
    assert [table.sweep() for table in tables_under(str(output))] == [0, 0]
    assert sorted(output.rglob("README.md")) == cards


def test_before_there_is_a_sample_nothing_is_loaded(tmp_path):
    pytest.importorskip("datasets")
    record_prompts(str(tmp_path / "out"), ["a prompt"])
    write_data_cards(str(tmp_path / "out"), ["captions/samples"])
    with pytest.raises(FileNotFoundError):
        load(tmp_path / "out", tmp_path)


def test_the_licence_and_the_numbers_are_told(output):
    state_licences(str(output), {"test": "CC-BY-4.0"})
    write_data_cards(str(output))
    assert (front_matter(output)["license"], front_matter(output)["license_name"]) == (
        "cc-by-4.0",
        "CC-BY-4.0",
    )
    assert "| documents | 2 | 168 | " in (output / "README.md").read_text()
    state_licences(str(output), {"other": "LicenseRef-ours"})
    write_data_cards(str(output))
    assert front_matter(output)["license"] == "other"


def test_a_readme_of_somebody_else_stays(output, caplog):
    for folder in (output, output / "documents"):
        (folder / "README.md").write_text("mine")
    write_data_cards(str(output))
    for folder in (output, output / "documents"):
        assert (folder / "README.md").read_text() == "mine"
        assert f"{folder}/README.md is not ours and stays" in caplog.text
    assert delete_corpus(str(output)) == ["README.md", "documents"]


def test_our_own_goes_with_the_corpus(output):
    write_data_cards(str(output))
    assert delete_corpus(str(output)) == []
