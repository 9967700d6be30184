"""The card says what is in the corpus, needs no network, and is not fooled by hostile text."""

import json
import re
from dataclasses import replace

import pytest
import yaml

from tests.factories import kept_only, png, rejection, sample, write_corpus
from vlcorpus.catalogs.query.views import connect
from vlcorpus.catalogs.reports.card import binary_number, html_card, limits, markdown_card
from vlcorpus.catalogs.reports.charts import bars, histogram
from vlcorpus.catalogs.reports.facts import DomainFacts, domains, gather
from vlcorpus.catalogs.reports.stats import stats
from vlcorpus.catalogs.tables.runs import begin_run
from vlcorpus.catalogs.tables.storage import Storage
from vlcorpus.schemas.media import Image
from vlcorpus.schemas.sample import LabelSource

ROWS = [
    (
        [
            sample("a.pdf#page=1", n_tokens=600, lang=["de"]),
            sample("a.pdf#page=2", n_tokens=4500, license=None, answer="</script><script>alert(1)</script>"),
            sample("b.pdf#page=1", n_tokens=700, task="doc_markdown", images=[Image(bytes=png(640, 480))]),
        ],
        [rejection("c.pdf", stage="Keep(a, b)"), rejection("d.pdf", "<b>", detail="<script>")],
    )
]


def facts_of(output, **changes) -> DomainFacts:
    connection = connect([str(output)])
    (domain,) = domains(connection)
    return replace(gather(connection, domain, [str(output)]), **changes)


@pytest.fixture
def facts(tmp_path):
    write_corpus(tmp_path, ROWS)
    return facts_of(tmp_path)


def test_counts_are_those_of_the_corpus(facts):
    assert (facts.totals["samples"], facts.totals["trainable"]) == (3, 3)
    assert facts.totals["inputs"] == 2
    assert facts.totals["tokens"] == 5800
    assert facts.n_rejects == 2
    assert facts.grids["lengths"].rows == [(512, 2), (1024, 0), (2048, 0), (4096, 1)]
    assert facts.grids["languages"].rows == [("en", 2, 40), ("de", 1, 20)]
    assert facts.grids["licences"].rows == [("CC0-1.0", 2, 1), ("(none)", 1, 1)]
    assert facts.grids["acceptance"].rows == [("samples", "Test", 5, 2, 3, 60.0)]
    assert facts.grids["reject-reasons"].rows == [
        ("Keep(a, b)", "pdf_broken", 1, 50.0),
        ("ReadPdf", "<b>", 1, 50.0),
    ]
    assert facts.grids["label-sources"].rows == [("classical", "test", "", 3)]
    assert facts.grids["sources"].rows == [("test", 2, 3, 2)]
    assert facts.grids["throughput"].rows == [("samples", 1, 3, 1.0, 1.0, 3.0, 5800.0, 3.0)]


def test_stats_prints_and_writes_a_card_per_domain(tmp_path):
    write_corpus(tmp_path / "one", ROWS)
    write_corpus(tmp_path / "two", [([sample("x", domain="captions")], [])], pipeline="captions")
    text = stats([f"{tmp_path}/one", f"{tmp_path}/two"], tmp_path / "cards")
    assert "3 samples (3 trainable) of 2 inputs, 3 images, 5.8k tokens" in text
    assert "pdf_broken" in text
    for domain in ("documents", "captions"):
        assert f"── {domain} ─" in text
        assert (tmp_path / "cards" / domain / "index.html").stat().st_size > 5_000
        assert (tmp_path / "cards" / domain / "README.md").exists()


def test_cards_go_beside_the_corpus_by_default_also_in_an_object_store(tmp_path):
    write_corpus(tmp_path, ROWS)
    stats([str(tmp_path)])
    assert (tmp_path / "_cards" / "documents" / "index.html").exists()
    stats([str(tmp_path)], f"memory://cards{tmp_path}")
    assert Storage(f"memory://cards{tmp_path}").exists("documents/README.md")


def test_the_page_asks_the_network_for_nothing(facts):
    page = html_card(facts)
    assert re.findall(r'(?:src|href|url\()\s*=?\s*"?(?!data:)[a-z]+://[^"]*', page) == []
    assert page.count("http://") == page.count("http://www.w3.org/2000/svg")
    assert "default-src 'none'" in page


def test_hostile_text_stays_text(facts):
    page = html_card(facts)
    assert "<script>" not in page
    assert "&lt;script&gt;alert(1)" in page
    assert "<b></td>" not in page
    assert "ReadPdf: &lt;b&gt;" in page
    assert ">Keep: pdf_broken</text>" in page


def test_the_page_has_the_headings_of_a_datasheet_and_thumbnails(facts):
    page = html_card(facts)
    headings = re.findall("<h2>(.*?)</h2>", page)
    assert headings == [
        "Motivation",
        "Composition",
        "Collection process",
        "Preprocessing, cleaning, labeling",
        "Uses",
        "Distribution",
        "Maintenance",
        "Known limits",
    ]
    assert page.count('<img src="data:image/jpeg;base64,') == 3
    assert page.count('<svg class="chart"') == 6
    assert "DOC-1+DOC-2" in page


def test_a_picture_that_does_not_decode_leaves_a_gap(tmp_path):
    write_corpus(tmp_path, [([sample("a", images=[Image(bytes=b"broken")])], [])])
    assert "no picture here" in html_card(facts_of(tmp_path))


def test_the_readme_has_front_matter_for_the_hub(facts):
    _, front, body = markdown_card(facts).split("---\n", 2)
    values = yaml.safe_load(front)
    assert values["license"] == "cc0-1.0"
    assert values["language"] == ["en", "de"]
    assert values["size_categories"] == ["n<1K"]
    assert values["configs"][0]["data_files"] == ["samples/data/*.parquet"]
    assert "| doc_html | instruct | s1 | 2 |" in body
    assert "## Known limits" in body


def test_mixed_licences_are_other(tmp_path):
    write_corpus(tmp_path, [([sample("a"), sample("b", license="MIT")], [])])
    front = yaml.safe_load(markdown_card(facts_of(tmp_path)).split("---\n")[1])
    assert (front["license"], front["license_name"]) == ("other", "CC0-1.0, MIT")


def test_limits_are_counted(tmp_path):
    rows = [sample("a", license=None, lang=[]), sample("b", label_source=LabelSource.HUMAN)]
    write_corpus(tmp_path, [(rows, [])])
    told = "\n".join(limits(facts_of(tmp_path)))
    assert "1 of 2 samples carry no licence" in told
    assert "The language of 1 of 2 samples could not be told" in told
    assert "50 % classical" in told
    assert "Text tokens are estimated (estimate-v1)" in told


def test_what_is_not_trainable_is_counted_and_no_part_of_a_target(tmp_path):
    rows = [sample("a.pdf#page=1"), kept_only(sample("b.pdf#page=1"))]
    write_corpus(tmp_path, [(rows, [])])
    facts = facts_of(tmp_path)
    assert (facts.totals["samples"], facts.totals["trainable"]) == (2, 1)
    assert "1 of 2 samples are not trainable" in "\n".join(limits(facts))
    assert "<b>1</b><span>trainable</span>" in html_card(facts)
    assert {standing.target.id: standing.held for standing in facts.standings}["DOC-1+DOC-2"] == 1


@pytest.mark.parametrize("partitions", [[], [([], [])], [([], [rejection()])]])
def test_a_corpus_without_samples_still_has_a_card(tmp_path, partitions):
    write_corpus(tmp_path, partitions)
    text = stats([str(tmp_path)])
    assert "0 samples" in text
    assert "It holds no samples yet." in (tmp_path / "_cards" / "documents" / "index.html").read_text()


def test_an_output_without_tables_is_said(tmp_path):
    assert "no table yet" in stats([str(tmp_path)])


def test_runs_are_named(tmp_path):
    run = begin_run(str(tmp_path), pipeline="documents", command=["x"], config={}, seed=1, executor="local")
    write_corpus(tmp_path, ROWS, run_id=run.run_id)
    assert run.run_id in html_card(facts_of(tmp_path))


def test_scale_moves_the_target(tmp_path):
    write_corpus(tmp_path, ROWS)
    assert "< 0.01 %" in stats([str(tmp_path)])
    assert "28.6 %" in stats([str(tmp_path)], scale=1e-6)  # 2 of 7 inputs


def test_bars_are_in_proportion_and_escaped():
    svg = bars([("<a>", 10), ("b", 5), ("c", 0)])
    widths = [float(w) for w in re.findall(r'class="bar"[^>]* width="([\d.]+)"', svg)]
    assert widths[0] == pytest.approx(2 * widths[1], rel=0.01)
    assert widths[2] == 0
    assert "<a>" not in svg
    assert bars([]).startswith("<svg")
    assert histogram([]).startswith("<svg")


def test_columns_are_in_proportion():
    svg = histogram([("512", 4), ("1k", 1)])
    heights = [float(h) for h in re.findall(r'class="bar"[^>]* height="([\d.]+)"', svg)]
    assert heights[0] == pytest.approx(4 * heights[1])


def test_bins_are_named_by_powers_of_two():
    assert json.dumps([binary_number(n) for n in (512, 1024, 262144)]) == '["512", "1k", "256k"]'
