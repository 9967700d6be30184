"""Named queries answer what their first line says; answers print as tables, CSV and JSON lines."""

import csv
import json
import re

import pytest

from tests.factories import kept_only, rejection, sample, write_corpus
from vlcorpus.catalogs.query.ask import (
    Style,
    ask,
    ask_named,
    describe_named,
    find_query,
    named_queries,
    render,
)
from vlcorpus.catalogs.query.views import connect
from vlcorpus.schemas.errors import ConfigError
from vlcorpus.schemas.sample import Generated, Score


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    """Two outputs of 4 samples, two domains and two sources; run `b` changed the verdict on two rows."""
    root = tmp_path_factory.mktemp("corpus")
    written = Generated(
        role="recaptioner",
        model_id="qwen",
        model_revision=None,
        prompt_sha256="3" * 64,
        sampling="{}",
        seed=1,
        finish_reason="length",
        n_out_tokens=10,
    )
    write_corpus(
        root / "a",
        [
            (
                [
                    sample("a.pdf#page=1", n_tokens=84, n_loss_tokens=4),
                    sample("a.pdf#page=2", n_tokens=9000, n_vision_tokens=8900, n_loss_tokens=16),
                ],
                [
                    rejection("b.pdf"),
                    rejection("c.pdf", "pdf_encrypted", stage="OpenPdf"),
                    rejection("d.pdf"),
                ],
            )
        ],
        run_id="run-a",
    )
    write_corpus(
        root / "b",
        [
            (
                [
                    sample("b.pdf", source="test", n_loss_tokens=100, content_sha256="4" * 64),
                    sample(
                        "cat.jpg",
                        source="web",
                        domain="captions",
                        license=None,
                        generated=[written],
                        parents=["9" * 32],
                        scores=[Score(name="quality", value=0.5)],
                        content_sha256="5" * 64,
                    ),
                ],
                [rejection("c.pdf", "pdf_broken", stage="OpenPdf")],
            )
        ],
        pipeline="captions",
        run_id="run-b",
    )
    return connect([f"{root}/a", f"{root}/b"])


def rows(connection, name, **parameters):
    return list(ask_named(connection, name, parameters).rows)


def test_tokens_by_stage(corpus):
    assert rows(corpus, "tokens-by-stage") == [
        ("s1", "captions", 1, 84, 5, 0.762),
        ("s1", "documents", 3, 84 + 9000 + 84, 120, round((64 + 8900 + 64) / 9168, 3)),
    ]


def test_reject_reasons(corpus):
    assert rows(corpus, "reject-reasons") == [
        ("captions", "OpenPdf", "pdf_broken", 1, 100.0),
        ("documents", "ReadPdf", "pdf_broken", 2, 66.7),
        ("documents", "OpenPdf", "pdf_encrypted", 1, 33.3),
    ]


def test_yield_per_source(corpus):
    assert rows(corpus, "yield-per-source") == [("test", 3, 4, round(3 / 7, 3)), ("web", 1, 0, 1.0)]


def test_document_types(tmp_path):
    def of(key, kind, n_tokens):
        return sample(key, meta=f'{{"document_type": "{kind}"}}', n_tokens=n_tokens)

    legal = [
        of("a.pdf#page=1&format=doc_html", "legal", 10),
        of("a.pdf#pages=1-2&format=interleaved", "legal", 20),
    ]
    write_corpus(tmp_path, [([*legal, of("b.pdf#page=1", "book", 70), sample("c.jpg")], [])])
    found = rows(connect([str(tmp_path)]), "document-types")
    assert found == [("book", 1, 1, 70, 70.0), ("legal", 1, 2, 30, 30.0)]


def test_length_histogram(corpus):
    assert rows(corpus, "length-histogram") == [
        ("captions", "512", 1, 84, 100.0),
        ("documents", "512", 2, 168, 66.7),
        ("documents", "32768", 1, 9000, 33.3),
    ]


def test_generated_by_model(corpus):
    assert rows(corpus, "generated-by-model") == [
        ("recaptioner", "qwen", None, "3" * 64, 1, 10.0, 5.0, 1.0, 0.5)
    ]


def test_row_life_finds_the_row_its_origin_and_its_offspring(corpus):
    child = sample("cat.jpg", source="web").id
    assert [row[:3] for row in rows(corpus, "row-life", id=child)] == [("this row", child, "web")]
    assert [row[:2] for row in rows(corpus, "row-life", id="9" * 32)] == [("made of it", child)]
    verdicts = [(row[5], row[7]) for row in rows(corpus, "row-life", id=sample("b.pdf").id)]
    assert sorted(verdicts) == [("kept", None), ("rejected", "pdf_broken")]


def test_licence_gate(corpus):
    assert rows(corpus, "licence-gate") == [("web", 1, "cat.jpg")]


def test_duplicate_mass(corpus):
    assert rows(corpus, "duplicate-mass") == [("documents", 3, 1, 0.3333, 2), ("captions", 1, 0, 0.0, 1)]


def test_loss_shares(corpus):
    shares = rows(corpus, "loss-shares")
    by_root = 2 + 4 + 10 + 5**0.5
    assert shares[0] == ("documents", 3, 0.75, round(16 / by_root, 4), round(120 / 125, 4))


def test_what_is_not_trainable_has_no_part_in_loss_stages_and_licences(tmp_path):
    kept = kept_only(sample("kept", domain="captions", license=None))
    write_corpus(tmp_path, [([sample("a"), kept], [])])
    connection = connect([str(tmp_path)])
    assert rows(connection, "loss-shares") == [("documents", 1, 1.0, 1.0, 1.0)]
    assert [row[:3] for row in rows(connection, "tokens-by-stage")] == [("s1", "documents", 1)]
    assert rows(connection, "licence-gate") == []


def test_runs_compared_shows_only_changed_verdicts(corpus):
    changed = {
        (before, after): n
        for before, after, n, _ in rows(corpus, "runs-compared", run_a="run-a", run_b="run-b")
    }
    assert changed == {
        ("kept", "absent"): 2,
        ("absent", "kept"): 1,
        ("ReadPdf: pdf_broken", "kept"): 1,
        ("ReadPdf: pdf_broken", "absent"): 1,
        ("OpenPdf: pdf_encrypted", "OpenPdf: pdf_broken"): 1,
    }


def test_conservation_is_empty_on_a_whole_corpus(corpus):
    assert rows(corpus, "conservation") == []


def test_every_query_says_what_it_answers_and_tells_each_parameter():
    assert len(named_queries()) >= 10
    for query in named_queries().values():
        assert len(query.answers) > 20
        code = "".join(line for line in query.sql.splitlines() if not line.startswith("--"))
        assert set(re.findall(r"\$(\w+)", code)) == query.parameters.keys()
    assert any(line.startswith("row-life") and "[id=…]" in line for line in describe_named())


def test_an_unknown_name_is_answered_with_the_nearest():
    with pytest.raises(ConfigError, match="Did you mean yield-per-source"):
        find_query("yield-by-source")


def test_a_missing_parameter_is_named_with_its_meaning(corpus):
    with pytest.raises(ConfigError, match="id \\(the row's id"):
        ask_named(corpus, "row-life", {})
    with pytest.raises(ConfigError, match="Given: nonsense"):
        ask_named(corpus, "licence-gate", {"nonsense": "1"})


def test_an_sql_error_carries_duckdbs_message_and_the_views(corpus):
    with pytest.raises(ConfigError, match=r"(?s)sample does not exist.*Views: .*rejects.*samples"):
        ask(corpus, "select * from sample")


def test_an_error_found_while_reading_is_a_config_error_too(corpus):
    with pytest.raises(ConfigError, match="Conversion Error"):
        list(ask(corpus, "select id::int from samples").rows)


def test_a_table_is_aligned_and_counts_its_rows(corpus):
    answer = ask(corpus, "select * from (values ('a', 1), ('中文', 23)) as t(word, n)")
    assert list(render(answer)) == ["word   n", "────  ──", "a      1", "中文  23", "(2 rows)"]


def test_a_table_cuts_wide_cells_and_long_answers(corpus):
    lines = list(render(ask(corpus, "select repeat('x', 500) as wide from range(5)"), max_rows=2))
    assert lines[2] == "x" * 59 + "…"
    assert lines[-1] == "(2 rows shown, there are more: csv and json give all)"


def test_one_wide_row_is_shown_as_a_list(corpus):
    lines = list(
        render(ask(corpus, "select 1 as n, " + ", ".join(f"repeat('x', 50) as c{i}" for i in range(5))))
    )
    assert lines[0] == "n   1"
    assert lines[-1] == "(1 row)"


def test_media_are_shown_by_their_size(corpus):
    lines = list(render(ask(corpus, "select images[1].bytes as b from samples limit 1")))
    assert lines[2].startswith("<")
    assert lines[2].endswith(" B>")


def test_csv_has_every_row_and_whole_cells(corpus):
    text = "\n".join(
        render(ask(corpus, "select repeat('x', 99) as w, 'a\"b' as q from range(300)"), Style.CSV)
    )
    read = list(csv.reader(text.splitlines()))
    assert (len(read), read[1]) == (301, ["x" * 99, 'a"b'])


def test_json_is_one_object_per_line(corpus):
    lines = list(render(ask(corpus, "select images, lang, n_tokens from samples"), Style.JSON))
    assert json.loads(lines[0])["lang"] == ["en"]
    assert json.loads(lines[0])["images"][0]["bytes"].startswith("<")
    assert len(lines) == 4
