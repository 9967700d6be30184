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
    caption_repeats,
)
from vlcorpus.filters.captions.model_talk import caption_refuses, caption_tells_prompt
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
        ("标志上写着Lucerne Bahnhof，前面停着一辆车。", "zh", "", False),
        ("标志上写着 red boats on the lake，前面停着一辆车。", "zh", "", True),
        ("标志上写着 red boats on the lake，前面停着一辆车。", "zh", "Red boats on the lake", False),
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


def test_what_is_read_off_the_image_is_no_repetition_and_no_other_language():
    assert caption_repeats(captioned('A sign reads "COFFEE COFFEE COFFEE COFFEE COFFEE" in neon.')) is None
    assert caption_language(captioned("A sign reads “出口在左边，请勿吸烟” above a door of steel.")) is None
    code = "这张截图显示Visual Studio Code编辑器，左侧是文件main.py和README.md，右侧是Python代码。"
    assert caption_language(captioned(code, lang="zh")) is None


def test_a_caption_of_names_alone_is_not_chinese():
    assert caption_language(captioned("Visual Studio Code And Python 图", lang="zh")) == "caption_language"


def test_a_text_as_found_is_in_its_own_language():
    assert caption_language(captioned("Красная лодка на озере", lang="ru", model=False)) is None


@pytest.mark.parametrize(
    ("caption", "hint", "rejected"),
    [
        ("A train ticket for 12 June 2019 shows seat 214.", "ticket 2018 coach 5", False),
        ("A ticket with the date 2019-06-12 and a seat number.", "ticket 2018", False),
        ("A poster of the festival of 2019 with a guitar.", "festival 2018", True),
        ('A poster that says "Festival 2019" with a guitar.', "festival 2018", False),
        ("A woman called Maria stands next to Mario at the entrance.", "Mario and friends", False),
        ("A woman called Maria stands at the entrance.", "Mario and friends", True),
    ],
)
def test_years_of_a_day_and_names_beside_each_other(caption, hint, rejected):
    assert (caption_contradicts(captioned(caption, hint=hint)) == "caption_contradicts") is rejected


@pytest.mark.parametrize(
    ("text", "lang", "text_lang", "rejected"),
    [
        ("Ein rotes Boot liegt auf einem ruhigen See vor den Bergen.", "en", "de", True),
        ("A red boat lies on a calm lake.", "en", "en", False),
        ("Torre Annunziata, Villa Poppaea", "en", "und", False),
        ("A red boat lies on a calm lake.", "en", None, False),  # of a table made before it was measured
        ("মানব পরিবারের সকল সদস্যের সমান ও অবিচ্ছেদ্য অধিকার", "en", "und", True),
        ("Քանզի մարդկային ընտանիքի բոլոր անդամների", "zh", "und", True),
    ],
)
def test_a_model_that_answers_in_another_language_than_it_was_asked_in(text, lang, text_lang, rejected):
    row = captioned(text, lang=lang)
    row.caption.text_lang = text_lang
    assert (caption_language(row) == "caption_language") is rejected
