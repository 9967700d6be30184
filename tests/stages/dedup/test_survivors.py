"""Who stays, and that no order of rows or of pairs changes it."""

import random

import numpy as np
import pytest

from vlcorpus.stages.dedup.pairs import Pairs
from vlcorpus.stages.dedup.survivors import Decision, decide


def pairs(*rows: tuple[int, int, float]) -> list[Pairs]:
    i, j, similarity = zip(*rows, strict=True)
    return [Pairs(np.array(i), np.array(j), np.array(similarity, np.float32))]


def test_the_highest_score_stays_then_the_smallest_id_and_only_what_is_near_to_it_goes():
    decisions = decide(
        ["d", "c", "b", "a", "e"],
        np.array([1.0, 2, 2, 0, 0]),
        pairs((0, 1, 0.75), (1, 2, 0.5), (2, 3, 0.875)),
    )
    assert decisions == [
        Decision("d", True, None, None),  # its pair goes, and to "b" it has none
        Decision("c", False, "b", 0.5),
        Decision("b", True, None, None),
        Decision("a", False, "b", 0.875),
        Decision("e", True, None, None),
    ]


def test_of_a_chain_every_second_one_stays():
    n = 9
    chain = pairs(*((k, k + 1, 0.875) for k in range(n - 1)))
    decisions = decide([f"{k}" for k in range(n)], -np.arange(n), chain)
    assert [d.keep for d in decisions] == [k % 2 == 0 for k in range(n)]


def test_what_goes_goes_for_the_most_similar_that_stays():
    decisions = decide(["a", "b", "c"], np.zeros(3), pairs((0, 2, 0.75), (1, 2, 0.875)))
    assert [(d.duplicate_of, d.similarity) for d in decisions] == [(None, None), (None, None), ("b", 0.875)]


def test_equal_rows_are_one_whichever_of_them_has_the_pairs():
    """Row 0 is equal to 1 and 2, and near to 3; the best of the equal ones speaks for all."""
    equal = pairs((0, 1, 1), (0, 2, 1), (0, 3, 0.875))
    decisions = decide(["a", "b", "c", "d"], np.array([0.0, 1, 3, 2]), equal)
    assert [(d.keep, d.duplicate_of, d.similarity) for d in decisions] == [
        (False, "c", 1),
        (False, "c", 1),
        (True, None, None),
        (False, "c", 0.875),
    ]
    decisions = decide(["a", "b", "c", "d"], np.array([0.0, 1, 2, 3]), equal)
    assert [(d.keep, d.duplicate_of, d.similarity) for d in decisions] == [
        (False, "d", 0.875),
        (False, "d", 0.875),
        (False, "d", 0.875),
        (True, None, None),
    ]


def test_no_order_of_rows_or_pairs_changes_a_decision():
    rng = random.Random(0)
    ids = [f"{k:03d}" for k in range(60)]
    score = {name: float(rng.randrange(4)) for name in ids}
    edges = [(*sorted(rng.sample(ids, 2)), rng.randrange(128) / 128) for _ in range(40)]
    answers = []
    for _ in range(5):
        rng.shuffle(ids)
        rng.shuffle(edges)
        row = {name: k for k, name in enumerate(ids)}
        found = [pairs((row[a], row[b], s))[0] for a, b, s in edges]
        decisions = decide(ids, np.array([score[name] for name in ids]), found)
        answers.append(sorted(decisions, key=lambda decision: decision.id))
    assert all(answer == answers[0] for answer in answers)
    kept = {decision.id for decision in answers[0] if decision.keep}
    near = {frozenset(edge[:2]) for edge in edges}
    assert all((d.duplicate_of in kept) != d.keep for d in answers[0])
    assert all(d.keep or frozenset((d.id, d.duplicate_of)) in near for d in answers[0])
    assert not any(pair <= kept for pair in near)


def test_no_rows_no_decisions():
    assert decide([], np.empty(0), []) == []


def test_an_id_that_comes_twice_is_refused():
    with pytest.raises(ValueError, match="twice"):
        decide(["a", "a"], np.zeros(2), [])


def test_a_score_that_is_no_number_is_refused():
    with pytest.raises(ValueError, match="b: its score is NaN"):
        decide(["a", "b"], np.array([0, np.nan]), [])
