"""The benchmark of wild PDFs, from files to its last line."""

import pymupdf
import pytest

from bench.documents_wild.__main__ import Files, figures
from bench.documents_wild.corpus import pages, run


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A file of one good page and one too short to be of text, and one that is no PDF."""
    root = tmp_path_factory.mktemp("pdfs")
    document = pymupdf.open()
    document.new_page().insert_text((72, 72), ["A line of plain text about the weather."] * 8)
    document.new_page().insert_text((72, 72), "No.")
    document.save(root / "plain.pdf")
    (root / "broken.pdf").write_bytes(b"%PDF-1.7 and nothing else")
    return root


def test_every_page_is_kept_or_has_its_reason(folder, tmp_path, capsys):
    run([folder], tmp_path / "out", ["formats=[doc_html]"])
    found = pages(tmp_path / "out")
    assert [(page.file, page.number, page.reason) for page in found] == [
        ("broken.pdf", 0, "pdf_broken"),
        ("plain.pdf", 1, None),
        ("plain.pdf", 2, "text_too_short"),
    ]
    line = figures(found, Files([folder]))
    assert line["pages"] == 1
    assert line["yield"] == 1.0
    assert line["by_type"] == {"unlabelled": 1.0}
    assert "text_too_short: plain.pdf p. 2" in capsys.readouterr().out
