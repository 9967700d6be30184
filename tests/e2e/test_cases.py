"""A folder of files of all kinds, good, damaged and hostile.

Each ends as samples, as a reject with its reason, or is named as not read; and no run over any part of the
folder ends with a traceback.
"""

from collections import Counter
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tests.pipelines.cli.command import run_command
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.schemas.arrow import from_record
from vlcorpus.schemas.errors import ConfigError, NoSamples
from vlcorpus.schemas.rejection import Rejection

pytestmark = pytest.mark.shared

FEW_PAGES = ["--set", "max_pages=2", "--set", "file_cpu_s=4", "--set", "formats=[doc_html]"]


@pytest.fixture
def cases(shared) -> Path:
    folder = shared / "cases"
    if not folder.is_dir():
        pytest.skip(f"{folder} is absent: FILES OF ALL KINDS ARE NOT TESTED HERE")
    return folder


@pytest.fixture
def run(monkeypatch, tmp_path):
    """Run a domain over an input into `out`; return the exit code."""
    given = ["--source", "cases", "--license", "CC0-1.0", "--executor", "local", "-o", tmp_path / "out"]
    return lambda domain, inputs, *more: run_command(monkeypatch, "run", domain, "-i", inputs, *given, *more)


def test_every_document_ends_as_samples_or_rejects_and_the_other_files_are_named(
    cases, run, tmp_path, caplog
):
    assert run("documents", cases, *FEW_PAGES) == 0
    table = TableStore(str(tmp_path / "out/documents/samples"))
    rows = [row for index in table.committed() for row in table.rows(index)]
    rejects = [row for index in table.committed() for row in rejects_of(table, index)]
    ended = {row.source_key.split("#")[0] for row in (*rows, *rejects)}
    assert ended == {str(path.relative_to(cases)) for path in cases.rglob("*.pdf")}
    assert all(reject.reason and not reject.reason.startswith("error:") for reject in rejects)
    (told,) = (message for message in caplog.messages if "not read" in message)
    others = Counter(path.suffix for path in cases.rglob("*") if path.is_file() and path.suffix != ".pdf")
    assert all(f" {n} {suffix}" in told for suffix, n in others.most_common(3))


def rejects_of(table: TableStore, index: int) -> list[Rejection]:
    path = Path(table.files.path(table.rejects_path(index)))
    return [from_record(Rejection, row) for row in pq.read_table(path).to_pylist()] if path.exists() else []


PARTS = ["", "**/*.tar", "**/*.parquet", "**/*.jsonl", "documents", "trust", "captions"]
FOLDERS = ["absolute", "copies", "dead_links", "drawings", "hf", "img2dataset_files", "img2dataset_parquet"]
FOLDERS += ["large", "urls_only", "wds"]


@pytest.mark.parametrize("part", [*PARTS, *(f"captions/{name}" for name in FOLDERS)])
def test_every_part_of_it_is_captioned_or_refused_in_a_sentence(part, cases, run, tmp_path, capsys):
    ended = run("captions", cases / part)
    told = capsys.readouterr()
    assert ended in (0, ConfigError.exit_code, NoSamples.exit_code), told.err
    assert "error:" in told.err or ended == 0
    table = TableStore(str(tmp_path / "out/captions/images"))
    if ended == 0:
        assert any(commit.rows for commit in table.commits())
    for commit in table.commits() if table.find_manifest() else ():
        assert not any(reason.startswith("error:") for reason in commit.reasons)
