"""The documents pipeline from PDFs to shards that a trainer opens, through the command line."""

import io
import json
import subprocess
import sys
from pathlib import Path

import PIL.Image
import pyarrow.parquet as pq
import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.disturbed import shard_bytes
from tests.stages.ocr.scans import needs_tesseract
from vlcorpus.catalogs.checks.verify import verify
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.pipelines.documents.demo import DOCUMENTS, draw, encrypted, report


def vlcorpus(*arguments: object, exit_code: int = 0) -> str:
    """Run the command line in a process of its own; return what it printed."""
    done = subprocess.run(
        [sys.executable, "-m", "vlcorpus.pipelines.cli.main", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == exit_code, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def pdfs(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("pdf")
    draw(folder)
    return folder


@pytest.fixture(scope="module")
def corpus(pdfs, tmp_path_factory) -> Path:
    output = tmp_path_factory.mktemp("corpus")
    vlcorpus("run", "documents", "-i", pdfs, "-o", output, "--source", "demo", "--license", "CC0-1.0")
    return output


def test_every_drawn_document_ends_as_samples_or_as_a_reject_with_its_reason(corpus):
    rows = pq.read_table(corpus / "documents/samples/data", columns=["source_key"])["source_key"].to_pylist()
    rejects = pq.read_table(
        corpus / "documents/samples/rejects", columns=["source_key", "reason"]
    ).to_pylist()
    pages = ("article.pdf#page=1", "article.pdf#page=2", "letter-zh.pdf#page=1", "report.pdf#page=1")
    assert sorted(rows) == sorted(
        [f"{page}&format={task}" for page in pages for task in ("doc_html", "doc_markdown")]
        + [f"article.pdf#pages=1-2&format={task}" for task in ("longdoc_html", "interleaved")]
    )
    assert {row["source_key"]: row["reason"] for row in rejects} == {
        "broken.pdf": "pdf_broken",
        "empty.pdf#page=1": "page_empty",
        "encrypted.pdf": "pdf_encrypted",
        "form.pdf#page=1": "form_blank",
        "not-a-pdf.pdf": "not_a_pdf",
        "scan.pdf#page=1": "page_scanned",
        "spam.pdf#page=1": "text_repeated",
    }
    assert {key.split("#")[0] for key in [*rows, *(row["source_key"] for row in rejects)]} == set(DOCUMENTS)


@needs_tesseract
def test_a_scan_becomes_samples_where_an_ocr_engine_is_chosen(pdfs, tmp_path):
    run = ["run", "documents", "-i", pdfs / "scan.pdf", "-o", tmp_path, "--set", "ocr=tesseract"]
    vlcorpus(*run, "--set", "formats=[doc_html]", "--license", "CC0-1.0")
    (sample,) = pq.read_table(tmp_path / "documents/samples/data").to_pylist()
    assert sample["engine"].startswith("tesseract-")
    assert "told by the edges that its words share" in sample["messages"][1]["content"][0]["text"]
    assert verify([str(tmp_path)]).ok


def test_the_corpus_is_proved(corpus):
    report = verify([str(corpus)])
    assert report.ok, report.text()
    assert "OK" in vlcorpus("verify", "-o", corpus)


def test_a_trainer_opens_the_shards_with_images(corpus, tmp_path):
    from datasets import load_dataset

    files = str(corpus / "documents/samples/data/*.parquet")
    for streaming in (False, True):
        rows = load_dataset(
            "parquet", data_files=files, split="train", streaming=streaming, cache_dir=str(tmp_path)
        )
        first = next(iter(rows))
        assert isinstance(first["images"][0], PIL.Image.Image)
        assert first["images"][0].size == (
            first["image_info"][0]["width_px"],
            first["image_info"][0]["height_px"],
        )
        assert [part["type"] for part in first["messages"][0]["content"]] == ["image", "text"]


def test_a_chinese_letter_is_told_to_be_chinese(corpus):
    rows = pq.read_table(corpus / "documents/samples/data", columns=["source_key", "lang"]).to_pylist()
    assert {tuple(row["lang"]) for row in rows if row["source_key"].startswith("letter-zh")} == {("zh",)}


@pytest.mark.ray
def test_ray_and_local_give_the_same_documents(pdfs, corpus, tmp_path, on_the_cluster):
    run = ["run", "documents", "-i", pdfs, "--source", "demo", "--license", "CC0-1.0"]
    vlcorpus(*run, "-o", tmp_path / "ray", *on_the_cluster)
    assert shard_bytes(tmp_path / "ray") == shard_bytes(corpus)


def test_the_same_command_again_finds_nothing_to_do(pdfs, corpus):
    before = shard_bytes(corpus)
    printed = vlcorpus(
        "run", "documents", "-i", pdfs, "-o", corpus, "--source", "demo", "--license", "CC0-1.0"
    )
    assert "1 committed before" in printed
    assert shard_bytes(corpus) == before


def test_a_licence_can_be_said_and_corrected_later(pdfs, tmp_path):
    def run(*licence: str) -> None:
        vlcorpus("run", "documents", "-i", pdfs / "report.pdf", "-o", output, "--source", "demo", *licence)

    def licences() -> set[str]:
        asked = "select distinct license from samples union select license from lineage"
        lines = vlcorpus("sql", asked, "-o", output, "--format", "json").splitlines()
        return {json.loads(line)["license"] for line in lines}

    output = tmp_path / "out"
    run()
    before = shard_bytes(output)
    assert "source demo: 2 samples without a licence" in vlcorpus("verify", "-o", output, exit_code=5)
    vlcorpus("export", "-o", output, "--to", tmp_path / "x", exit_code=3)
    run("--license", "CC-BY-4.0")
    assert licences() == {"CC-BY-4.0"}
    run("--license", "CC0-1.0")
    assert licences() == {"CC0-1.0"}
    assert shard_bytes(output) == before
    vlcorpus("verify", "-o", output)
    vlcorpus("export", "-o", output, "--to", tmp_path / "x")


def test_a_run_says_as_much_as_it_is_asked_to(pdfs, tmp_path):
    def run(name: str, *flags: str) -> str:
        options = ("-i", pdfs / "report.pdf", "-o", tmp_path / name, "--license", "CC0-1.0")
        return vlcorpus(*flags, "run", "documents", *options)

    assert "partition 0: 2 rows, 0 rejects" in run("verbose", "-v")
    assert "partition 0: 2 rows, 0 rejects" in run("level", "--log-level", "INFO")
    assert "partition 0: 2 rows" not in (usual := run("usual"))
    assert "1/1 partitions" in usual
    assert "partitions" not in run("quiet", "-q")


def test_another_configuration_is_refused_with_what_differs(pdfs, corpus):
    run = ["run", "documents", "-i", pdfs, "-o", corpus, "--source", "demo", "--license", "CC0-1.0"]
    printed = vlcorpus(*run, "--set", "dpi=100", exit_code=3)
    assert "dpi: 144" in printed
    assert "--fresh" in printed


def test_plan_and_preview_touch_nothing(pdfs, tmp_path):
    assert "ReadPdf" in vlcorpus("plan", "documents", "-i", pdfs, "-o", tmp_path / "out")
    assert "qwenvl" in vlcorpus("preview", "documents", "-i", pdfs / "report.pdf", "--rows", 1)
    assert not (tmp_path / "out").exists()


def test_status_and_stats_and_sql_speak_of_the_corpus(corpus, tmp_path):
    assert "1 of 1 partitions committed, done" in vlcorpus("status", "-o", corpus)
    assert "doc_html" in vlcorpus("stats", "-o", corpus, "--to", tmp_path)
    assert (tmp_path / "documents/index.html").read_text().startswith("<!DOCTYPE html>")
    answer = vlcorpus("sql", "select count(*) as n from samples", "-o", corpus, "--format", "json")
    assert json.loads(answer) == {"n": 10}
    assert "yield-per-source" in vlcorpus("sql", "-o", corpus)
    vlcorpus("sql", "--name", "yield-per-sourc", "-o", corpus, exit_code=2)


@pytest.mark.parametrize(("dialect", "n"), [("qwen", 9), ("chatml", 10)])  # conversations cannot say a book
def test_export_writes_json_lines_beside_their_media(dialect, n, corpus, tmp_path):
    assert f"{n} samples" in vlcorpus("export", "-o", corpus, "--to", tmp_path, "--dialect", dialect)
    (file,) = tmp_path.glob("documents/part-*.jsonl")
    records = [json.loads(line) for line in file.read_text().split("\n") if line]
    images = {path for record in records for path in record.get("image", record.get("images"))}
    assert len(records) == n
    # a page's two formats share its image; the long document has its two pages smaller, the book a figure
    assert len(images) == 4 + 2 + (dialect == "chatml")
    assert all((tmp_path / path).read_bytes()[:2] == b"\xff\xd8" for path in images)


def test_a_document_of_two_pages_is_also_a_sequence_and_a_book(corpus):
    rows = {row["task"]: row for row in pq.read_table(corpus / "documents/samples/data").to_pylist()}
    user, assistant = rows["longdoc_parse"]["messages"]
    assert [part["type"] for part in user["content"]] == ["image", "image", "text"]
    assert assistant["content"][0]["text"].count("</body></html>") == 2
    (book,) = rows["interleaved"]["messages"]
    assert [part["type"] for part in book["content"]] == ["text", "image", "text"]
    assert book["content"][2]["text"].startswith("\nFigure 1")


def test_browse_writes_one_page(corpus, tmp_path):
    vlcorpus("browse", "-o", corpus, "--to", tmp_path / "page.html")
    page = (tmp_path / "page.html").read_text()
    assert "article.pdf" in page
    assert "pdf_encrypted" in page


def test_clean_keeps_what_is_committed_and_all_deletes_it(pdfs, tmp_path):
    output = tmp_path / "out"
    vlcorpus("run", "documents", "-i", pdfs / "report.pdf", "-o", output)
    before = shard_bytes(output)
    (output / "documents/samples/data/part-00009.parquet").write_bytes(b"left by a killed run")
    vlcorpus("clean", "-o", output)
    assert shard_bytes(output) == before
    vlcorpus("clean", "-o", output, "--all", "--yes")
    assert not (output / "documents/samples").exists()
    vlcorpus("clean", "-o", pdfs, exit_code=3)


def test_a_damaged_partition_is_taken_back_and_made_again(pdfs, tmp_path):
    run = ("run", "documents", "-i", pdfs / "report.pdf", "-o", tmp_path, "--license", "CC0-1.0")
    vlcorpus(*run)
    before = shard_bytes(tmp_path)
    (tmp_path / "documents/samples/data/part-00000.parquet").write_bytes(b"damaged")
    assert "vlcorpus repair" in vlcorpus("verify", "-o", tmp_path, exit_code=5)
    vlcorpus("clean", "-o", tmp_path, "--partition", "samples/0")
    vlcorpus(*run)
    assert shard_bytes(tmp_path) == before
    vlcorpus("verify", "-o", tmp_path)


@pytest.mark.parametrize(
    ("arguments", "exit_code", "message"),
    [
        (["run", "documets", "-i", "x", "-o", "y"], 2, "no pipeline 'documets'"),
        (["run", "documents", "-i", "/nowhere/at/all", "-o", "y"], 2, "/nowhere/at/all"),
        (["run", "documents", "-i", "x", "-o", "y", "--set", "dip=1"], 2, "Did you mean dpi?"),
        (["run", "documents", "-o", "y"], 2, "--input"),
        (["run", "documents", "-i", "x", "-o", "y", "--set", "formats=[interleaved]"], 2, "doc_markdown too"),
        (["status", "-o", "/nowhere/at/all"], 2, "/nowhere/at/all"),
        (["frobnicate"], 2, "No such command"),
    ],
)
def test_a_wrong_command_says_what_is_wrong_and_writes_nothing(arguments, exit_code, message, tmp_path):
    arguments = [str(tmp_path / "y") if argument == "y" else argument for argument in arguments]
    assert message in vlcorpus(*arguments, exit_code=exit_code)
    assert not (tmp_path / "y").exists()


def small_pdf(text: str) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(300, 200), invariant=1)
    for line in range(4):
        canvas.drawString(30, 160 - 20 * line, f"{text}, line {line}: all is well here.")
    canvas.save()
    return out.getvalue()


BAD = {
    "bad-empty.pdf": b"",
    "bad-html.pdf": b"<html>not found</html>",
    "bad-noise.pdf": bytes(range(256)) * 8,
    "bad-header-only.pdf": b"%PDF-1.7\n",
    "bad-encrypted.pdf": encrypted(),
    "bad-truncated.pdf": report()[:300],
    "bad-zip.pdf": b"PK\x03\x04" + b"\0" * 100,
    "bad-jpeg.pdf": b"\xff\xd8\xff\xe0" + b"\0" * 100,
    "bad-text.pdf": b"hello",
    "bad-xml.pdf": b"<?xml version='1.0'?><x/>",
}


@pytest.mark.ray
def test_five_hundred_good_files_and_ten_bad_ones(tmp_path, on_the_cluster):
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(500):
        (folder / f"good-{number:04d}.pdf").write_bytes(small_pdf(f"Page {number}"))
    for name, content in BAD.items():
        (folder / name).write_bytes(content)
    output = tmp_path / "out"
    run = ["run", "documents", "-i", folder, "-o", output, "--license", "CC0-1.0", *on_the_cluster]
    vlcorpus(*run, "--set", "formats=[doc_html]")

    kept = pq.read_table(output / "documents/samples/data", columns=["id", "source_key"]).to_pylist()
    assert len({row["id"] for row in kept}) == len(kept) == 500
    assert {row["source_key"].split("#")[0] for row in kept} == {f"good-{n:04d}.pdf" for n in range(500)}
    rejects = pq.read_table(output / "documents/samples/rejects").to_pylist()
    assert {row["source_key"] for row in rejects} == set(BAD)
    assert all(row["stage"] and row["reason"] and row["detail"] for row in rejects)
    assert {row["source_key"]: row["reason"] for row in rejects} == dict.fromkeys(BAD, "not_a_pdf") | {
        "bad-empty.pdf": "file_empty",
        "bad-header-only.pdf": "pdf_broken",
        "bad-encrypted.pdf": "pdf_encrypted",
        "bad-truncated.pdf": "pdf_broken",
    }
    assert sum(c.rows for c in TableStore(f"{output}/documents/samples").commits()) == 500
