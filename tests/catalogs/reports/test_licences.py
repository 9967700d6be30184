"""Which licences a report names, and which it only counts."""

import pytest

from vlcorpus.catalogs.reports.licences import hub_licence, in_other_words, with_spdx


def test_each_licence_says_whether_it_is_an_expression():
    counts = [("mit", 4, 2), ("(none)", 3, 1), ("Flickr  terms\n", 2, 1)]
    assert with_spdx(counts) == [("mit", 4, 2, "yes"), ("(none)", 3, 1, ""), ("Flickr terms", 2, 1, "no")]


def test_of_thousands_of_other_words_the_most_frequent_are_named_and_the_rest_counted():
    counts = [(f"© author {i}" + "!" * 500, 5000 - i, 1) for i in range(4000)]
    told = with_spdx([*counts, ("MIT", 1, 1)])
    assert [spdx for *_, spdx in told] == ["no"] * 5 + ["yes", "no"]
    assert told[-1] == ("(3,995 others)", sum(n for _, n, _ in counts[5:]), None, "no")
    assert max(len(name) for name, *_ in told) == 81
    sentence = in_other_words(told)
    assert sentence.startswith(f"{sum(n for _, n, _ in counts):,} samples carry a licence")
    assert len(sentence) < 800


def test_where_all_are_expressions_nothing_is_said():
    assert in_other_words(with_spdx([("MIT OR Apache-2.0", 4, 2), ("(none)", 3, 1)])) is None


@pytest.mark.parametrize(
    ("licences", "name"),
    [
        (["CC-BY-4.0"], "cc-by-4.0"),
        (["CC-BY-4.0", "MIT"], "other"),
        (["MIT OR Apache-2.0"], "other"),
        (["LicenseRef-ours"], "other"),
        ([], "other"),
    ],
)
def test_the_hub_has_a_name_for_one_listed_licence(licences, name):
    assert hub_licence(licences) == name
