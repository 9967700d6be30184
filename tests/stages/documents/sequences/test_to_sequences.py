"""Pages go on as they came, and beside them go the sequences that they make."""

import json
from dataclasses import replace

import pytest

from tests.stages.documents.pages import figure_page, page, prose_page, text
from vlcorpus.catalogs.checks.rows import ROW_CHECKS
from vlcorpus.pipelines.documents import pipeline
from vlcorpus.pipelines.documents.config import DocumentsConfig
from vlcorpus.pipelines.runtime.flow import Ledger, from_source, through
from vlcorpus.schemas.documents.document import PageRow
from vlcorpus.schemas.qwenvl.html import parse_html
from vlcorpus.schemas.qwenvl.markdown import parse_markdown
from vlcorpus.schemas.qwenvl.resize import image_tokens
from vlcorpus.schemas.rejection import Rejection
from vlcorpus.schemas.row import row_id
from vlcorpus.schemas.sample import Sample

ALL = ("longdoc_html", "longdoc_markdown", "interleaved")


def stage(*formats: str, **values):
    return pipeline.sequences(
        DocumentsConfig(input=("pdf",), formats=("doc_html", *(formats or ALL)), sequences=values)
    )


def sequences(rows) -> list[Sample | Rejection]:
    return [row for row in rows if not isinstance(row, PageRow)]


def book(*numbers: int, **values) -> list[PageRow]:
    return [figure_page(n, **values) if n % 2 else prose_page(n, **values) for n in numbers]


@pytest.fixture(scope="module")
def samples() -> dict[str, Sample]:
    made = sequences(stage()(book(1, 2, 3)))
    return {row.source_key.split("format=")[1]: row for row in made}


def test_every_page_goes_on_untouched_and_the_books_add_up():
    pages = [*book(1, 2, 3), prose_page(1, key="b.pdf"), *book(1, 2, key="c.pdf")]
    ledger = Ledger()
    rows = list(through((stage(),), from_source("Test", pages, ledger), ledger))
    assert [row for row in rows if isinstance(row, PageRow)] == pages
    counts = ledger.counts()[1]
    assert (counts.rows_in, counts.rows_kept, counts.rows_out, counts.rejects) == (6, 6, 12, 0)
    assert [row.source_key.split("#")[0] for row in sequences(rows)] == ["a.pdf"] * 3 + ["c.pdf"] * 3


def test_twice_the_same_pages_make_the_same_samples():
    assert list(stage()(book(1, 2, 3))) == list(stage()(book(1, 2, 3)))


def test_identity_and_provenance(samples):
    for name, sample in samples.items():
        assert sample.source_key == f"a.pdf#pages=1-3&format={name}"
        assert sample.id == row_id("test", sample.source_key)
        assert sample.parents == [row.id for row in book(1, 2, 3)]
        assert json.loads(sample.meta)["pages"] == [1, 2, 3]
        assert (sample.label_source, sample.license, sample.lang) == ("classical", "CC0-1.0", ["en"])
        assert sample.task == ("interleaved" if name == "interleaved" else "longdoc_parse")


def test_samples_keep_the_promises_of_every_sample(samples):
    for sample in samples.values():
        assert {check.name: list(check.problems(sample)) for check in ROW_CHECKS} == {
            check.name: [] for check in ROW_CHECKS
        }


def test_a_long_document_is_all_images_then_one_question_then_all_text(samples):
    user, assistant = samples["longdoc_html"].messages
    assert [(part.type, part.media) for part in user.content] == [
        ("image", 0),
        ("image", 1),
        ("image", 2),
        ("text", None),
    ]
    answers = assistant.content[0].text.split("\n\n")
    assert [parse_html(answer).blocks[0].kind for answer in answers] == ["text", "text", "text"]
    assert (user.train, assistant.train) == (False, True)
    markdown = samples["longdoc_markdown"].messages[1].content[0].text
    n_blocks = sum(len(row.tree.blocks) for row in book(1, 2, 3))
    assert len(parse_markdown(markdown).blocks) == n_blocks


def test_page_images_fit_the_long_document_budget_and_boxes_follow(samples):
    sample = samples["longdoc_html"]
    for info in sample.image_info:
        assert 512 <= image_tokens(info.width_px, info.height_px) <= 730
    first, original = sample.objects[0].bbox_px, book(1)[0].boxes_px[0]
    scale = sample.image_info[0].width_px / 800
    assert first == pytest.approx([value * scale for value in original], rel=0.03)
    assert {thing.image for thing in sample.objects} == {0, 1, 2}


def test_one_page_makes_no_sequence_and_no_reject():
    assert sequences(stage()([prose_page(1), prose_page(1, key="b.pdf")])) == []


def test_a_document_beyond_the_budget_is_split_between_pages():
    rows = sequences(stage("longdoc_html", max_tokens=2400)(book(1, 2, 3, 4, 5)))
    assert [row.source_key.split("#")[1].split("&")[0] for row in rows] == [
        "pages=1-2",
        "pages=3-4",
        "pages=5-5",
    ]
    assert all(row.n_tokens <= 2400 for row in rows[:2])
    assert (rows[2].reason, rows[2].image.bytes) == ("sequence_too_short", figure_page(5).image)


def test_a_book_ends_where_pages_are_missing_and_a_long_document_goes_on():
    rows = sequences(stage("longdoc_html", "interleaved")(book(1, 2, 4, 5, 8, 9)))
    assert [row.source_key.split("#")[1] for row in rows] == [
        "pages=1-5&format=interleaved",
        "pages=1-9&format=longdoc_html",
        "pages=8-9&format=interleaved",
    ]
    assert {score.name: score.value for score in rows[1].scores}["n_missing_pages"] == 3


def test_a_document_of_which_most_pages_are_missing_is_rejected():
    (row,) = sequences(stage("longdoc_html")(book(1, 5)))
    assert (row.reason, row.source_key) == ("pages_missing", "a.pdf#pages=1-5&format=longdoc_html")
    assert "n_missing_pages 3" in row.detail


@pytest.mark.parametrize(("numbers", "reason"), [((1, 2, 3, 5), None), ((1, 2, 4), "pages_missing")])
def test_a_book_misses_fewer_pages_than_a_long_document(numbers, reason):
    (row,) = sequences(stage("interleaved")(book(*numbers)))
    assert getattr(row, "reason", None) == reason


def test_a_document_of_nothing_but_paragraphs_is_rejected():
    (row,) = sequences(stage("longdoc_html")([page(text(200), number=n) for n in (1, 2)]))
    assert row.reason == "elements_uniform"


def test_a_page_that_a_format_cannot_take_is_a_reject_and_the_sequence_goes_on():
    broken = figure_page(2)
    broken = replace(broken, image=b"no jpeg")
    pages = [figure_page(1), broken, *map(figure_page, (3, 4, 5))]
    rows = sequences(stage("interleaved")(pages))
    assert [type(row) for row in rows] == [Rejection, Sample]
    assert rows[0].reason == "error:UnidentifiedImageError"
    assert rows[0].source_key == "a.pdf#pages=2-2&format=interleaved"
    assert json.loads(rows[1].meta)["pages"] == [1, 3, 4, 5]


def test_the_key_of_a_sequence_goes_on_from_that_of_its_document():
    warc = replace(prose_page(3), source_key="crawl.warc.gz#record=7&page=3")
    (sample,) = sequences(
        stage("longdoc_html")([warc, replace(warc, page=4, source_key=warc.source_key[:-1] + "4")])
    )
    assert sample.source_key == "crawl.warc.gz#record=7&pages=3-4&format=longdoc_html"


def test_no_sequence_is_longer_than_the_budget():
    rows = sequences(stage(max_tokens=2400)(book(*range(1, 12))))
    assert len(rows) > 10
    assert all(row.n_tokens <= 2400 for row in rows if isinstance(row, Sample))
