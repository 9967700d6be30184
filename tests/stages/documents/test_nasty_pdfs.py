"""Every file of a folder of hostile PDFs ends as pages or as a fitting reject, within its limits.

The one of a thousand good pages has a test of its own: it costs as much as all others.
"""

import json

import pytest

from tests.stages.documents.drawing import PAGE_FILTERS, PARSE_FILTERS
from vlcorpus.schemas.documents.document import PageRow
from vlcorpus.schemas.file import FileRow
from vlcorpus.schemas.rejection import Rejection
from vlcorpus.stages.documents.classify_document import ClassifyDocument
from vlcorpus.stages.documents.parse_layout import ParseLayout
from vlcorpus.stages.documents.quality.measure_words import MeasureWords
from vlcorpus.stages.documents.read_pdf import ReadPdf
from vlcorpus.stages.documents.to_samples import ToSamples
from vlcorpus.stages.keep import Keep

pytestmark = pytest.mark.shared

MAX_RSS_BYTES = 1.5e9
THOUSAND = "gen__1000_pages.pdf"

# What each kind of file may end as; "page" is a good page. Every file gives one of these at least.
FITTING = {
    "encrypted-empty-password": {"page", "page_empty", "page_scanned"},
    "encrypted-needs-password": {"pdf_encrypted"},
    "zero-pages": {"no_pages", "pdf_broken"},
    "scanned": {"page_scanned", "text_invisible"},
    "scanned-rotated": {"page_scanned"},
    "scanned-cjk": {"page_scanned"},
    "scanned-bad-ocr": {"text_invisible"},
    "empty-page": {"page_empty", "text_too_short"},
    # MuPDF may give up by itself, and a fast core reads a gigabyte of nothing within its seconds.
    "bomb": {"cpu_limit", "out_of_memory", "page_broken", "page_scanned", "page_empty"},
    "huge-page": {"page_size_invalid", "text_too_short"},
    "odd-box": {"page_empty", "page_size_invalid"},
    "form": {"page"},
    "attachment": {"page"},
    "huge-tables": {"page", "page_empty", "table_runs_on"},
    "rotated": {"page", "text_too_short", "text_invisible", "ink_uncovered"},
}
# Where the list is wrong: the first two open with an empty password, the third asks for one.
SAID_WRONG = {
    "pdf.js__empty_protected.pdf": {"page_empty"},
    "qpdf__V4-aes.pdf": {"text_too_short"},
    "tabula-java__encrypted.pdf": {"pdf_encrypted"},
}


@pytest.fixture(scope="module")
def fates(shared):
    """Return of each file: its kind, what became of it, and what it cost."""
    folder = shared / "nasty-pdf"
    reader = ReadPdf()
    reader.open()
    found = {}
    for entry in json.loads((folder / "manifest.json").read_text()):
        if entry["file"] == THOUSAND:
            continue
        content = (folder / entry["file"]).read_bytes()
        row = FileRow.origin("nasty", entry["file"], "CC0-1.0", uri=entry["file"], content=content)
        usage, before = reader.sandbox.usage, reader.sandbox.usage.cpu_s
        rows = [row]
        parsed = (reader, Keep(*PAGE_FILTERS), ParseLayout(), Keep(*PARSE_FILTERS))
        stages = (*parsed, MeasureWords(), ClassifyDocument(), ToSamples())
        rejections = []
        n_pages = 0
        for stage in stages:
            made = list(stage(rows))
            n_pages = max(n_pages, len(made))
            rejections += [r for r in made if isinstance(r, Rejection)]
            rows = [r for r in made if not isinstance(r, Rejection)]
        found[entry["file"]] = {
            "kind": entry["kind"],
            "reasons": {r.reason for r in rejections} | ({"page"} if rows else set()),
            "n_pages": n_pages,
            "cpu_s": usage.cpu_s - before,
            "allowed_cpu_s": reader.cpu_s + n_pages * reader.cpu_s_per_page + reader.page_cpu_s,
            "peak_rss_bytes": usage.peak_rss_bytes,
        }
    reader.close()
    return found


def test_every_file_gives_pages_or_reasons_and_no_surprise(fates):
    assert len(fates) >= 110
    assert all(fate["reasons"] for fate in fates.values())
    surprises = {
        name: fate["reasons"]
        for name, fate in fates.items()
        if any(reason.startswith("error:") or reason == "crash" for reason in fate["reasons"])
    }
    assert not surprises


def test_the_reason_fits_the_kind(fates):
    wrong = {}
    for name, fate in fates.items():
        fitting = SAID_WRONG.get(name) or FITTING.get(fate["kind"])
        if fitting and not fate["reasons"] <= fitting:
            wrong[name] = (fate["kind"], fate["reasons"])
    assert not wrong


def test_no_file_costs_more_than_its_limits(fates):
    dear = {name: fate["cpu_s"] for name, fate in fates.items() if fate["cpu_s"] > fate["allowed_cpu_s"]}
    assert not dear
    assert max(fate["peak_rss_bytes"] for fate in fates.values()) <= MAX_RSS_BYTES


def test_a_thousand_pages_stream(shared):
    """One page at a time is in memory, in the reader and here."""
    path = shared / "nasty-pdf" / THOUSAND
    reader = ReadPdf(max_pages=1000, cpu_s=60.0)
    row = FileRow.origin("nasty", path.name, None, uri=str(path), content=path.read_bytes())
    keep = Keep(*PAGE_FILTERS)
    n_pages = sum(isinstance(page, PageRow) for page in keep(reader([row])))
    peak = reader.sandbox.usage.peak_rss_bytes
    reader.close()
    assert n_pages == 1000
    assert peak <= 400e6
