"""The same documents from every kind of input."""

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.catalogs.sources.test_warc import Archive
from tests.e2e.test_documents import vlcorpus
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.documents.demo import letter, report

PDFS = {"report.pdf": report(), "letter-zh.pdf": letter()}


def as_folder(root):
    for name, content in PDFS.items():
        (root / "deep").mkdir(exist_ok=True)
        (root / "deep" / name).write_bytes(content)
    return root


def as_glob(root):
    return as_folder(root) / "*" / "*.pdf"


def as_parquet(root):
    rows = [{"name": name, "pdf": content, "terms": "CC-BY-4.0"} for name, content in PDFS.items()]
    pq.write_table(pa.Table.from_pylist(rows), root / "pdfs.parquet")
    return root / "pdfs.parquet"


def as_warc(root):
    archive = Archive()
    for content in PDFS.values():
        archive.response(content)
        archive.response(b"<html></html>", content_type="text/html")
    archive.save(root)
    return root / "c.warc.gz"


@pytest.mark.parametrize("make", [as_folder, as_glob, as_parquet, as_warc])
def test_every_kind_of_input_gives_the_same_answers(make, tmp_path):
    (tmp_path / "in").mkdir()
    run = ["run", "documents", "-i", make(tmp_path / "in"), "-o", tmp_path / "out", "--license", "CC0-1.0"]
    if make is as_parquet:
        run += ["--set", "columns.bytes=pdf", "--set", "columns.key=name", "--set", "columns.license=terms"]
    vlcorpus(*run, "--set", "formats=[doc_html]")
    rows = list(TableStore(f"{tmp_path}/out/documents/samples").rows(0))
    answers = sorted(row.messages[1].content[0].text for row in rows)
    assert len(answers) == 2
    assert ["Yearly report" in answer for answer in answers] == [True, False]
    assert "语料库说明" in answers[1]
    assert {row.license for row in rows} == {"CC-BY-4.0" if make is as_parquet else "CC0-1.0"}
