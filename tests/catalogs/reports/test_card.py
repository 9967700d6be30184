"""The card says what is in the corpus, needs no network, and is not fooled by hostile text."""

import re

import pytest
import yaml

from tests.catalogs.reports.corpora import ROWS, facts_of
from tests.factories import kept_only, sample, write_corpus
from vlcorpus.catalogs.reports.card import binary_number, html_card, limits, markdown_card, prose, shown
from vlcorpus.catalogs.tables.runs import begin_run
from vlcorpus.schemas.media import Image
from vlcorpus.schemas.sample import LabelSource


@pytest.fixture
def facts(tmp_path):
    write_corpus(tmp_path, ROWS)
    return facts_of(tmp_path)


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


def test_an_image_that_does_not_decode_leaves_a_gap(tmp_path):
    write_corpus(tmp_path, [([sample("a", images=[Image(bytes=b"broken")])], [])])
    assert "no image here" in html_card(facts_of(tmp_path))


def test_the_readme_has_front_matter_for_the_hub(facts):
    _, front, body = markdown_card(facts).split("---\n", 2)
    values = yaml.safe_load(front)
    assert values["license"] == "cc0-1.0"
    assert values["language"] == ["en", "de"]
    assert values["size_categories"] == ["n<1K"]
    assert "configs" not in values  # beside it lie no data
    assert "| doc_html | instruct | s1 | 2 |" in body
    assert "## Known limits" in body


def test_mixed_licences_are_other(tmp_path):
    write_corpus(tmp_path, [([sample("a"), sample("b", license="MIT")], [])])
    front = yaml.safe_load(markdown_card(facts_of(tmp_path)).split("---\n")[1])
    assert (front["license"], front["license_name"]) == ("other", "CC0-1.0, MIT")


def test_licences_in_other_words_are_counted_and_are_none_of_the_hub(tmp_path):
    write_corpus(tmp_path, [([sample("a"), sample("b", license="© me"), sample("c", license="© me")], [])])
    card = markdown_card(facts_of(tmp_path))
    front = yaml.safe_load(card.split("---\n")[1])
    assert (front["license"], front["license_name"]) == ("other", "CC0-1.0, others in the rows' own words")
    assert "- 2 samples carry a licence that is no SPDX expression, as the input said it (© me: 2). " in card
    assert "| © me | 2 | 1 | no |" in card


def test_limits_are_counted(tmp_path):
    rows = [sample("a", license=None, lang=[]), sample("b", label_source=LabelSource.HUMAN)]
    write_corpus(tmp_path, [(rows, [])])
    told = "\n".join(limits(facts_of(tmp_path)))
    assert "1 of 2 samples carry no licence" in told
    assert "The language of 1 of 2 samples could not be told" in told
    assert "50 % classical" in told
    assert "Text tokens are estimated (estimate-v1)" in told


def test_what_is_not_trainable_is_said(tmp_path):
    write_corpus(tmp_path, [([sample("a.pdf#page=1"), kept_only(sample("b.pdf#page=1"))], [])])
    facts = facts_of(tmp_path)
    assert "1 of 2 samples are not trainable" in "\n".join(limits(facts))
    assert "<b>1</b><span>trainable</span>" in html_card(facts)


def test_runs_are_named(tmp_path):
    run = begin_run(str(tmp_path), pipeline="documents", command=["x"], config={}, seed=1, executor="local")
    write_corpus(tmp_path, ROWS, run_id=run.run_id)
    assert run.run_id in html_card(facts_of(tmp_path))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "–"),
        (12345, "12,345"),
        (0.123456789, "0.123457"),
        (12345.0, "12,345"),
        (True, "True"),
        ("a", "a"),
    ],
)
def test_a_cell_as_people_read_it(value, text):
    assert shown(value) == text


def test_backticks_are_code_and_all_else_is_text():
    assert prose("see `a<b` & c") == "see <code>a&lt;b</code> &amp; c"


@pytest.mark.parametrize(("value", "name"), [(512, "512"), (1023, "1023"), (1024, "1k"), (262144, "256k")])
def test_bins_are_named_by_powers_of_two(value, name):
    assert binary_number(value) == name
