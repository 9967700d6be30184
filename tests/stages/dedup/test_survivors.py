"""Who stays, and that no order of rows or of pairs changes it."""

import random

import numpy as np
import pytest

from vlcorpus.stages.dedup.pairs import Pairs
from vlcorpus.stages.dedup.survivors import Decision, decide


def pairs(*rows: tuple[int, int, float]) -> list[Pairs]:
    i, j, similarity = zip(*rows, strict=True)
    return [Pairs(np.array(i), np.array(j), np.array(similarity, np.float32))]


def test_the_highest_score_stays_then_the_smallest_id():
    decisions = decide(
        ["d", "c", "b", "a", "e"],
        np.array([1.0, 2, 2, 0, 0]),
        pairs((0, 1, 0.75), (1, 2, 0.5), (2, 3, 0.875)),
    )
    assert decisions == [
        Decision("d", False, "a", "b", 0.75),
        Decision("c", False, "a", "b", 0.75),
        Decision("b", True, "a", None, None),
        Decision("a", False, "a", "b", 0.875),
        Decision("e", True, "e", None, None),
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
    assert all((d.duplicate_of in kept) != d.keep for d in answers[0])
    assert {d.cluster for d in answers[0]} == {d.cluster for d in answers[0] if d.keep}


def test_no_rows_no_decisions():
    assert decide([], np.empty(0), []) == []


def test_an_id_that_comes_twice_is_refused():
    with pytest.raises(ValueError, match="twice"):
        decide(["a", "a"], np.zeros(2), [])


def test_a_score_that_is_no_number_is_refused():
    with pytest.raises(ValueError, match="b: its score is NaN"):
        decide(["a", "b"], np.array([0, np.nan]), [])
