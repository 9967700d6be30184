from random import Random

import pytest

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.charts.topics import draw_series, draw_words, is_ordered, topics


def test_ordered_words_are_neighbours_and_others_are_not_repeated():
    months = topics()["words"]["months"]
    for seed in range(20):
        found = draw_words(Random(seed), "months", 4)
        start = months.index(found[0])
        assert list(found) == months[start : start + 4]
        assert len(set(draw_words(Random(seed), "people", 6))) == 6
    assert len(draw_words(Random(0), "seasons", 9)) == 4


def test_series_are_not_what_the_categories_are():
    for seed in range(20):
        assert draw_series(Random(seed), ["years", "ages"], 3, "years") == ("Children", "Adults", "Seniors")
    with pytest.raises(Unfit):
        draw_series(Random(0), ["halves"], 3, "months")


def test_topics_name_lists_that_are_there():
    words, kinds = topics()["words"], topics()["series"]
    for topic in (*topics()["topics"], *topics()["spreads"]):
        assert set(topic["of"]) <= set(words), topic
        assert set(topic.get("by", ())) <= {*words, *kinds}, topic
    assert set(topics()["ordered"]) <= set(words)


def test_months_have_an_order_and_fruits_have_none():
    assert is_ordered(("May", "Mar"))
    assert not is_ordered(("Pears", "Plums"))
