"""The report's quantities: what counts towards each, and a file of them that is wrong."""

import pytest

from tests.factories import kept_only, sample, write_corpus
from vlcorpus.catalogs.query.views import connect
from vlcorpus.catalogs.reports.targets import Target, Targets, load_targets, standings
from vlcorpus.schemas.errors import ConfigError


def held(output, *samples, **target) -> int | None:
    """Return how much of one target the samples are, None where it is no target of their domain."""
    write_corpus(output, [(list(samples), [])])
    values = {"id": "X", "what": "x", "source": "P", "n": 10} | target
    targets = Targets(scale=1.0, targets=(Target(**values),))
    found = standings(connect([str(output)]), targets, domain="documents")
    return found[0].held if found else None


def test_pages_and_formats_of_a_file_are_one_input(tmp_path):
    rows = [
        sample("a.pdf#page=1&format=x"),
        sample("a.pdf#page=2"),
        sample("b.pdf"),
        sample("a.pdf", source="other"),
    ]
    assert held(tmp_path, *rows, domain="documents", counts="inputs") == 3


def test_samples_and_tokens_are_summed(tmp_path):
    rows = [sample("a", n_tokens=5), sample("b", n_tokens=7)]
    assert held(tmp_path / "samples", *rows, domain="documents", counts="samples") == 2
    assert held(tmp_path / "tokens", *rows, domain="documents", counts="tokens") == 12


@pytest.mark.parametrize("counts", ["inputs", "samples", "tokens"])
def test_what_is_not_trainable_does_not_count(tmp_path, counts):
    assert held(tmp_path, kept_only(sample("a")), domain="documents", counts=counts) == 0


@pytest.mark.parametrize(
    ("given", "n"),
    [
        ({"task": "doc_html"}, 1),
        ({"task": "caption"}, 0),
        ({"origin": "test"}, 1),
        ({"origin": "common-crawl-pdf"}, 0),
        ({"stage": "s1"}, 1),
        ({"stage": "s2"}, 0),
    ],
)
def test_a_target_counts_only_what_it_names(tmp_path, given, n):
    assert held(tmp_path, sample("a"), domain="documents", counts="samples", **given) == n


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"domain": "documents"}, True),
        ({"domain": "captions"}, False),
        ({"stage": "s1"}, True),
        ({"stage": "s0"}, False),
    ],
)
def test_a_domain_stands_against_its_own_targets_and_those_of_the_stages_it_feeds(tmp_path, given, told):
    assert (held(tmp_path, sample("a"), counts="samples", **given) is not None) is told


@pytest.mark.parametrize(("scale", "wanted"), [(None, 5), (0.2, 2), (0.001, 1)])
def test_the_scale_says_how_much_is_wanted_and_one_is_the_least(tmp_path, scale, wanted):
    write_corpus(tmp_path, [([sample("a")], [])])
    target = Target(id="X", what="x", source="P", counts="samples", n=10, domain="documents")
    (standing,) = standings(
        connect([str(tmp_path)]), Targets(scale=0.5, targets=(target,)), domain="documents", scale=scale
    )
    assert (standing.wanted, standing.percent) == (wanted, 100 / wanted)


def test_our_targets_are_read_and_each_is_named_once():
    ids = [target.id for target in load_targets().targets]
    assert len(ids) == len(set(ids)) >= 20


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("scale: 0\ntargets: []", "scale: "),
        ("scale: 1\ntargets: [{id: a, what: b, source: P, counts: pages, n: 1}]", "targets.0.counts: "),
        ("scale: 1\ntargets: [{id: a, what: b, source: P, counts: tokens, n: 0}]", "targets.0.n: "),
        ("scale: 1\ntargets: []\nmore: 1", "more: "),
        ("[1, 2]", "not a file of targets"),
        ("a: [", "not a file of targets"),
    ],
)
def test_a_wrong_file_is_named_with_the_key(tmp_path, text, told):
    path = tmp_path / "targets.yaml"
    path.write_text(text)
    with pytest.raises(ConfigError, match=rf"targets\.yaml: {told}"):
        load_targets(path)


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(ConfigError, match=r"nowhere\.yaml"):
        load_targets(tmp_path / "nowhere.yaml")
