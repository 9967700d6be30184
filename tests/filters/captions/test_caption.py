"""Each rule on captions: what it rejects, and what only looks like it."""

import pytest

from tests.stages.captions.rows import captioned
from vlcorpus.filters.captions.caption import (
    caption_contradicts,
    caption_duplicate,
    caption_empty,
    caption_lacks_facet,
    caption_language,
    caption_length,
    caption_refuses,
    caption_repeats,
    caption_tells_prompt,
)
from vlcorpus.schemas.dedup import DuplicateDecision

GOOD = "A red wooden boat lies on a calm lake below snowy mountains, its oars inside."
GOOD_ZH = "一艘红色的木船停在平静的湖面上，远处是积雪的山峰，船桨放在船里。"


@pytest.mark.parametrize(("text", "lang"), [(GOOD, "en"), (GOOD_ZH, "zh")])
def test_a_good_caption_passes_every_rule(text, lang):
    row = captioned(text, lang=lang, hint="A boat on Lake Lucerne, 1986", quotes={"attributes": text[2:9]})
    rules = (
        caption_empty,
        caption_refuses,
        caption_tells_prompt,
        caption_language,
        caption_repeats,
        caption_length,
        caption_lacks_facet,
        caption_contradicts,
    )
    assert [rule(row) for rule in rules] == [None] * len(rules)


@pytest.mark.parametrize("text", ["", " ", "…", "?!"])
def test_empty(text):
    assert caption_empty(captioned(text)) == "caption_empty"


@pytest.mark.parametrize(
    ("text", "rejected"),
    [
        ("I'm sorry, but I can't help with that.", True),
        ("I cannot see the image.", True),
        ("As an AI, I do not look at pictures.", True),
        ("抱歉，我无法查看图片。", True),
        ("A sign on a door says sorry, we are closed.", False),
        ("A robot shows an AI chip.", False),
    ],
)
def test_refusals(text, rejected):
    assert (caption_refuses(captioned(text)) == "caption_refuses") is rejected


@pytest.mark.parametrize(
    ("text", "rejected"),
    [
        ("As the alt text says, a boat.", True),
        ("The provided caption calls it a boat.", True),
        ("根据原文，这是一艘船。", True),
        ("A page of text about boats.", False),
    ],
)
def test_talk_of_the_task(text, rejected):
    assert (caption_tells_prompt(captioned(text)) == "caption_tells_prompt") is rejected


@pytest.mark.parametrize(
    ("text", "rejected"),
    [
        ("A boat boat boat boat boat boat on a lake.", True),
        ("A red boat on the lake. " * 6, True),
        ("一艘红色的船。" * 6, True),
        ("A man in a red jacket stands beside a man in a red jacket and a woman in a blue coat.", False),
        ("Very very good.", False),
    ],
)
def test_repetition(text, rejected):
    assert (caption_repeats(captioned(text)) == "caption_repeats") is rejected


@pytest.mark.parametrize(
    ("text", "lang", "hint", "rejected"),
    [
        (GOOD_ZH, "en", "", True),
        (GOOD, "zh", "", True),
        (GOOD + GOOD_ZH, "en", "", True),
        (GOOD + " A sign says 欢迎.", "en", "", False),
        ("标志上写着Lucerne Bahnhof，前面停着一辆车。", "zh", "", True),
        ("标志上写着Lucerne Bahnhof，前面停着一辆车。", "zh", "Lucerne Bahnhof", False),
    ],
)
def test_languages(text, lang, hint, rejected):
    found = caption_language(captioned(text, lang=lang, hint=hint))
    assert (found == "caption_language") is rejected


@pytest.mark.parametrize(
    ("text", "tier", "lang", "rejected"),
    [
        ("A boat.", "short", "en", True),
        (GOOD, "short", "en", False),
        (GOOD * 5, "short", "en", True),
        (GOOD, "dense", "en", True),
        (GOOD * 3, "dense", "en", False),
        (GOOD_ZH, "medium", "zh", False),
    ],
)
def test_lengths_are_those_of_the_tier(text, tier, lang, rejected):
    assert (caption_length(captioned(text, tier=tier, lang=lang)) == "caption_length") is rejected


@pytest.mark.parametrize(
    ("tier", "quotes", "rejected"),
    [
        ("short", {"attributes": "red wooden"}, False),
        ("short", {"attributes": "Red Wooden "}, False),
        ("short", {"attributes": "blue"}, True),  # it is not in the caption
        ("short", {"attributes": ""}, True),
        ("short", {"attributes": "A"}, True),
        ("short", {}, True),
        ("medium", {"attributes": "red wooden"}, True),
        ("medium", {"attributes": "red wooden", "layout": "below snowy mountains"}, False),
        ("dense", {"attributes": "red", "layout": "below"}, True),
        ("dense", {"attributes": "red", "layout": "below", "context": "calm lake"}, False),
    ],
)
def test_facets_are_quoted_from_the_caption(tier, quotes, rejected):
    found = caption_lacks_facet(captioned(GOOD, tier=tier, quotes=quotes))
    assert (found == "caption_lacks_facet") is rejected


def test_what_no_model_wrote_may_be_short():
    assert caption_length(captioned("A boat.", model=False)) is None
    assert caption_length(captioned(GOOD * 5, model=False)) == "caption_length"


def test_only_a_model_is_asked_for_quotes():
    assert caption_lacks_facet(captioned(GOOD, model=False)) is None


@pytest.mark.parametrize(
    ("caption", "hint", "rejected"),
    [
        ("A boat race in 1985.", "The race of 1986", True),
        ("A boat race in 1986.", "The race of 1986", False),
        ("A boat race in 2024.", "The race of 1986", False),  # it may stand in the image
        ("A boat with number 15.", "Number 16", False),  # short numbers are counts
        ("Races of 1985 and 1986.", "Between 1985 and 1986", False),
        ("A portrait of Boris Jonson.", "Boris Johnson in May", True),
        ("A portrait of Boris Johnson.", "Boris Johnson in May", False),
        ("The Johnsons at home.", "Mr Johnson and his wife", False),
        ("A portrait of Barack Obama.", "Boris Johnson in May", False),
    ],
)
def test_near_misses_of_numbers_and_names_contradict(caption, hint, rejected):
    found = caption_contradicts(captioned(caption, hint=hint))
    assert (found == "caption_contradicts") is rejected


@pytest.mark.parametrize(("keep", "reason"), [(True, None), (False, "caption_duplicate")])
def test_of_those_that_say_the_same_one_stays(keep, reason):
    row = captioned("A red boat.")
    row.duplicate = DuplicateDecision(id=row.id, keep=keep, group=row.id, duplicate_of=None, similarity=None)
    assert caption_duplicate(row) == reason
