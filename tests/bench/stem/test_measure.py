from collections import Counter

import pytest

from bench.stem.measure import MAX_SHARE, NEVER, rates_of, shares


def offered(**counts):
    """Return offers of a single answer each, so many of each."""
    return Counter({frozenset([answer]): count for answer, count in counts.items()})


def asked(rates, offers):
    """Return the share that each answer has among the questions that are asked."""
    found = shares(rates, offers)
    return {answer: share / sum(found.values()) for answer, share in found.items()}


def test_of_many_answers_none_is_asked_for_too_often():
    many = offered(a=600, **{f"b{k}": 40 for k in range(10)})
    assert max(asked({}, many).values()) == pytest.approx(0.6)
    even = asked(rates_of(many), many)
    assert max(even.values()) <= 1.01 * MAX_SHARE
    assert rates_of(many).keys() == {"a"}


def test_few_answers_are_equally_frequent():
    few = offered(acute=700, obtuse=200, right=100)
    assert asked(rates_of(few), few) == pytest.approx(
        {"acute": 1 / 3, "obtuse": 1 / 3, "right": 1 / 3}, rel=0.01
    )


def test_where_a_scene_offers_both_they_are_evened_out_with_those_that_offer_one():
    offers = Counter({frozenset(["yes", "no"]): 300, frozenset(["no"]): 600})
    assert asked(rates_of(offers), offers) == pytest.approx({"yes": 0.5, "no": 0.5}, rel=0.01)


def test_an_answer_of_one_in_a_thousand_is_not_evened_out():
    offers = offered(a=500, b=490, c=9, d=1)
    found = asked(rates_of(offers), offers)
    assert found["a"] == pytest.approx(found["b"], rel=0.05)
    assert found["d"] < 0.01


def test_a_question_that_has_one_answer_is_not_asked():
    assert rates_of(offered(three=999, four=1)) == {"three": NEVER, "four": NEVER}
