"""The demo's documents: drawn here, the same each time."""

import pytest

from vlcorpus.pipelines.documents.demo import DOCUMENTS, draw
from vlcorpus.stages.documents.pdf.reader import is_pdf


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    folder = tmp_path_factory.mktemp("demo")
    draw(folder)
    return folder


def test_every_document_is_a_file(drawn):
    assert {path.name for path in drawn.iterdir()} == set(DOCUMENTS)


def test_all_but_one_claim_to_be_a_pdf(drawn):
    assert {path.name for path in drawn.iterdir() if not is_pdf(path.read_bytes())} == {"not-a-pdf.pdf"}


@pytest.mark.parametrize("name", [name for name in DOCUMENTS if name != "encrypted.pdf"])
def test_a_document_is_drawn_the_same_each_time(name, drawn):
    assert DOCUMENTS[name]() == (drawn / name).read_bytes()
