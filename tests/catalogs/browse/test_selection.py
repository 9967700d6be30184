import pytest

from tests.factories import rejection, sample, write_corpus
from vlcorpus.catalogs.browse.page import build_page
from vlcorpus.catalogs.browse.selection import (
    SAMPLE_FACETS,
    Wanted,
    choose_rejects,
    choose_samples,
    facet_counts,
    prompt_texts,
    read_rows,
)
from vlcorpus.catalogs.query.views import connect
from vlcorpus.catalogs.tables.table import TableStore
from vlcorpus.schemas.errors import ConfigError
from vlcorpus.schemas.rejection import Rejection
from vlcorpus.schemas.sample import Sample


@pytest.fixture
def corpus(tmp_path):
    """300 samples of one task, 2 of another; 40 rejects of one reason, 1 of another; two partitions."""
    many = [sample(f"{n:03}.pdf") for n in range(300)]
    few = [sample(f"few-{n}", domain="ocr", task="ocr_full", lang=[]) for n in range(2)]
    common = [rejection(f"{n:02}.pdf") for n in range(40)]
    write_corpus(
        tmp_path,
        [(many[:200], common[:20]), ([*many[200:], *few], [*common[20:], rejection("x", "pdf_encrypted")])],
    )
    return str(tmp_path)


def keys(places) -> list[str]:
    return [place.source_key for place in places]


def test_every_task_has_its_share(corpus):
    chosen = keys(choose_samples(connect([corpus]), Wanted(limit=10)))
    assert len(chosen) == 10
    assert {"few-0", "few-1"} <= set(chosen)


def test_every_reason_has_its_share(corpus):
    chosen = keys(choose_rejects(connect([corpus]), Wanted(limit=5)))
    assert len(chosen) == 5
    assert "x" in chosen


def test_the_first_rejects_of_each_partition_are_preferred(corpus):
    """They are the ones that keep their image."""
    chosen = choose_rejects(connect([corpus]), Wanted(reason="pdf_broken", limit=6))
    assert keys(chosen) == ["00.pdf", "01.pdf", "02.pdf", "20.pdf", "21.pdf", "22.pdf"]


def test_the_choice_is_the_same_every_time(corpus):
    first, second = (choose_samples(connect([corpus]), Wanted(limit=20)) for _ in range(2))
    assert first == second
    assert keys(first) != [f"{n:03}.pdf" for n in range(20)]


def test_a_limit_above_the_corpus_shows_it_all(corpus):
    views = connect([corpus])
    assert len(choose_samples(views, Wanted(limit=1000))) == 302
    assert len(choose_rejects(views, Wanted(limit=1000))) == 41


@pytest.mark.parametrize(
    ("request_", "samples", "rejects"),
    [
        (Wanted(domain="ocr"), 2, 0),
        (Wanted(task="ocr_full"), 2, 0),
        (Wanted(domain="ocr", task="doc_html"), 0, 0),
        (Wanted(reason="pdf_encrypted"), 0, 1),
        (Wanted(task="ocr_full", reason="pdf_encrypted"), 2, 1),
    ],
)
def test_naming_one_kind_leaves_the_other_out(corpus, request_, samples, rejects):
    views = connect([corpus])
    assert len(choose_samples(views, request_)) == samples
    assert len(choose_rejects(views, request_)) == rejects


def test_a_query_names_rows_and_their_order(corpus):
    query = "select id, source_key from samples where source_key[:2] in ('00', '25') order by 2 desc limit 3;"
    assert keys(choose_samples(connect([corpus]), Wanted(query=query))) == ["259.pdf", "258.pdf", "257.pdf"]


def test_a_query_can_name_rejects(corpus):
    request = Wanted(query="select id, reason from rejects where reason = 'pdf_encrypted' -- a comment")
    assert keys(choose_rejects(connect([corpus]), request)) == ["x"]


@pytest.mark.parametrize("query", ["select", "select task from samples", "select id from nowhere"])
def test_a_query_that_does_not_work_is_answered_with_one_that_does(corpus, query):
    with pytest.raises(ConfigError, match="gives a column `id`"):
        choose_samples(connect([corpus]), Wanted(query=query))


def test_nothing_chosen_says_what_there_is(corpus):
    with pytest.raises(ConfigError, match=r"domain video.*documents \(300\), ocr \(2\)"):
        build_page([corpus], domain="video")


def test_a_page_of_no_rows_is_refused(corpus):
    with pytest.raises(ConfigError, match="limit = 0"):
        build_page([corpus], limit=0)


def test_the_rows_read_are_the_rows_chosen(corpus):
    """Across shards and row groups (128 rows), in whatever order they were chosen."""
    views = connect([corpus])
    for places, row_type in (
        (choose_samples(views, Wanted(limit=1000)), Sample),
        (choose_rejects(views, Wanted(limit=1000)), Rejection),
    ):
        read = dict(read_rows(places, row_type))
        assert [read[index].id for index in range(len(places))] == [place.id for place in places]


def test_an_attempt_that_was_not_committed_is_not_shown(corpus):
    TableStore(f"{corpus}/documents/samples").write_data(7, Sample, [sample("leftover.pdf")])
    assert "leftover.pdf" not in keys(choose_samples(connect([corpus]), Wanted(limit=1000)))


def test_facets_count_the_whole_corpus(corpus):
    rows, counts = facet_counts(connect([corpus]), "samples", SAMPLE_FACETS)
    assert rows == 302
    assert counts["task"] == {"doc_html": 300, "ocr_full": 2}
    assert counts["lang"] == {"en": 300, "None": 2}


def test_an_empty_corpus_has_no_facets(tmp_path):
    assert facet_counts(connect([str(tmp_path)]), "samples", SAMPLE_FACETS)[0] == 0


def test_prompts_nobody_recorded_are_left_out(corpus):
    assert prompt_texts(connect([corpus]), {"1" * 64}) == {}
    assert prompt_texts(connect([corpus]), set()) == {}


def test_the_same_corpus_gives_the_same_page(corpus):
    assert build_page([corpus], limit=5) == build_page([corpus], limit=5)
