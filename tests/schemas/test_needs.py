import re
import tomllib
from pathlib import Path

import pytest

from vlcorpus.schemas import needs
from vlcorpus.schemas.errors import EnvironmentFailure
from vlcorpus.schemas.needs import File, Package, Program, require

PYPROJECT = Path(__file__).parents[2] / "pyproject.toml"
HERE = Package("json", "json")
LXML = Package("no_lxml", "lxml")
FAISS = Package("no_faiss", "faiss-cpu", extra="dedup")
PYMUPDF = Package("no_pymupdf", "pymupdf", extra="documents")
TESSERACT = Program("no-tesseract", "tesseract-ocr")


def said(*wanted, **options) -> str:
    with pytest.raises(EnvironmentFailure) as caught:
        require(wanted, **options)
    assert caught.value.exit_code == 6
    return str(caught.value)


def test_what_is_there_is_no_word_worth():
    require([HERE, Program("sh", "dash")])


def test_all_that_is_missing_is_named_at_once_with_one_line():
    assert said(PYMUPDF, HERE, FAISS, PYMUPDF) == (
        "this run needs pymupdf (documents), faiss-cpu (dedup): pip install 'vlcorpus[dedup,documents]'"
    )


def test_programs_and_packages_of_others_stand_in_the_same_line():
    assert said(TESSERACT, LXML, FAISS, by="the demo") == (
        "the demo needs the program no-tesseract, lxml, faiss-cpu (dedup): "
        "apt-get install tesseract-ocr && pip install 'vlcorpus[dedup]' lxml"
    )


def test_a_file_is_named_with_nothing_to_install(tmp_path):
    (tmp_path / "there.json").touch()
    require([File(str(tmp_path / "there.json"))])
    assert said(File("no.json")) == "this run needs the file no.json, which is not there"


@pytest.mark.parametrize(
    "package", [value for value in vars(needs).values() if isinstance(value, Package)], ids=str
)
def test_an_extra_installs_the_package_for_which_it_is_named(package):
    extras = tomllib.loads(PYPROJECT.read_text())["project"]["optional-dependencies"]
    assert package.name in {re.match(r"[\w-]+", line)[0] for line in extras[package.extra]}
