"""A document's pages all carry its kind, told from the first of them, and no page is lost or moved."""

import pytest

from tests.stages.documents.pages import prose_page, saying
from vlcorpus.pipelines.runtime.flow import Ledger, from_source, through
from vlcorpus.schemas.documents.document import PageRow
from vlcorpus.stages.documents.classify_document import ClassifyDocument


def paper(n_pages: int, key: str = "paper.pdf") -> list[PageRow]:
    first = saying(prose_page(1, key=key), "Abstract", "Keywords: rivers", "We propose rivers [1].")
    return [first, *(saying(prose_page(n, key=key), "water") for n in range(2, n_pages + 1))]


@pytest.mark.parametrize("n_pages", [1, 4, 5, 6, 9])
def test_all_pages_of_a_document_have_its_kind(n_pages):
    pages = [
        *paper(n_pages),
        *[saying(prose_page(n, key="b.pdf"), "water") for n in (1, 2)],
        *paper(2, "c.pdf"),
    ]
    ledger = Ledger()
    rows = list(through((ClassifyDocument(),), from_source("Test", pages, ledger), ledger))
    assert [row.source_key for row in rows] == [row.source_key for row in pages]
    assert [row.document_type for row in rows] == (
        ["academic_paper"] * n_pages + ["unknown"] * 2 + ["academic_paper"] * 2
    )
    counts = ledger.counts()[1]
    assert counts.rows_in == counts.rows_kept == counts.rows_out == len(pages)


def test_what_stands_behind_the_look_ahead_is_not_seen():
    late = [saying(prose_page(n), "water") for n in (1, 2)]
    late.append(saying(prose_page(3), "Abstract", "Keywords: rivers"))
    assert {row.document_type for row in ClassifyDocument(look_ahead_pages=2)(late)} == {"unknown"}
    assert {row.document_type for row in ClassifyDocument(look_ahead_pages=3)(late)} == {"academic_paper"}


def test_the_score_is_that_of_the_kind():
    rows = list(ClassifyDocument()([*paper(1), saying(prose_page(1, key="b.pdf"), "water")]))
    assert rows[0].document_type_score >= 0.5
    assert rows[1].document_type_score == 0
