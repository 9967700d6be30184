"""What the demo says where another version left a corpus. All of it runs in tests/test_contributing.py."""

import tarfile
from pathlib import Path

import pytest

import tests.catalogs.layout1
from tests.factories import sample, write_corpus
from vlcorpus.pipelines.cli.demo import show
from vlcorpus.schemas.errors import FingerprintMismatch


def what_to_do(folder: Path) -> str:
    return f"Delete it (rm -r {folder}) and run `make demo` again, or name another folder"


@pytest.mark.parametrize("domain", ["documents", "captions"])
def test_a_corpus_of_the_first_version_is_to_be_deleted_or_left_where_it_is(tmp_path, domain):
    with tarfile.open(Path(tests.catalogs.layout1.__file__).with_name("corpora.tar.xz")) as tar:
        tar.extractall(tmp_path, filter="data")
    with pytest.raises(FingerprintMismatch, match="was made by an earlier version") as refused:
        show(domain, tmp_path)
    assert what_to_do(tmp_path) in str(refused.value)


def test_so_is_one_of_another_configuration(tmp_path):
    table = Path(write_corpus(tmp_path / "captions", [([sample("a")], [])], pipeline="captions").uri)
    table.rename(table.with_name("captioned"))
    with pytest.raises(FingerprintMismatch, match="was made differently") as refused:
        show("captions", tmp_path)
    assert what_to_do(tmp_path) in str(refused.value)
