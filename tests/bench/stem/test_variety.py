from collections import Counter

import pytest

from bench.stem.variety import Variety


def figures(**answers):
    variety = Variety(Counter(a=1))
    variety.answers.update({name: Counter(counts) for name, counts in answers.items()})
    found = variety.figures()
    return found["max_answer_share"], found["max_share_of_few"], found["yes_off_half"]


def test_of_few_answers_the_share_is_a_multiple_of_an_even_one():
    assert figures(color={"red": 120, "blue": 90, "green": 90}) == (0, 1.2, 0)


def test_of_many_answers_it_is_a_share():
    assert figures(kind={f"kind {k}": 40 for k in range(9)} | {"square": 40}) == (0.1, 0, 0)
    # One that stands out among hundreds of rare ones is no lone answer.
    assert figures(name={f"name {k}": 1 for k in range(300)} | {"A": 100}) == (0.25, 0, 0)


def test_yes_and_no_are_counted_over_all_questions():
    assert figures(on={"yes": 120, "no": 80}, leaf={"yes": 90, "no": 110}) == (0, 0, 0.025)


def test_of_few_questions_nothing_is_said():
    assert figures(kind={"square": 199}) == (0, 0, 0)
    assert figures(on={"yes": 199}) == (0, 0, 0)


@pytest.mark.parametrize(("n", "certain"), [(40, 0.119), (4000, 0.162)])
def test_what_is_certain_of_a_share_grows_with_the_questions(n, certain):
    variety = Variety(Counter(a=1), answers={"kind": Counter({f"kind {k}": n for k in range(6)})})
    assert variety.figures()["certain_answer_share"] == certain
