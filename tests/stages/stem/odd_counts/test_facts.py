from random import Random

from vlcorpus.stages.stem.odd_counts.compose import Group
from vlcorpus.stages.stem.odd_counts.facts import claims, places
from vlcorpus.stages.stem.odd_counts.kinds import KINDS, build


def group(name, *counts):
    kind = KINDS[name]
    names = [name] if len(counts) == 1 else [f"{name} {letter}" for letter in "ABCDEF"]
    models = {key: build(kind, Random(1), count, None) for key, count in zip(names, counts, strict=False)}
    return Group(kind, models, ("one", name))


def told(*given):
    return {claim.expression: claim for claim in claims(group(*given))}


def test_who_does_not_count_says_the_usual_number():
    legs = told("dog", 5)["count", "leg", "dog"]
    assert (legs.value, legs.prior) == ("5", "4")
    assert told("dog", 4)["count", "leg", "dog"].prior is None


def test_a_number_is_compared_with_the_usual_one():
    of = told("dog", 3)
    assert (of["usual", "leg", "dog"].value, of["usual", "leg", "dog"].prior) == ("no", "yes")
    assert of["compared", "leg", "dog"].value == "fewer"
    assert of["difference", "leg", "dog"].value == "1"
    assert ("difference", "leg", "dog") not in told("dog", 4)


def test_what_has_no_usual_number_is_only_counted():
    assert {expression[0] for expression in told("ladder", 7)} == {"count"}
    assert told("three-stripe shoe", 4)["count", "stripe", "three-stripe shoe"].prior == "3"


def test_a_card_is_expected_to_be_what_it_says():
    rank = told("playing card", 9)["rank", "playing card"].value
    pips = told("playing card", 9)["count", "pip", "playing card"]
    assert pips.prior == (None if rank == "9" else rank)


def test_several_are_compared():
    of = told("dog", 4, 5, 4)
    assert of["odd", "leg"].value == of["most", "leg"].value == "dog B"
    assert ("fewest", "leg") not in of
    assert (of["total", "leg"].value, of["total", "leg"].prior) == ("13", "12")
    assert of["same", "leg", "dog A", "dog C"].value == "yes"
    assert of["same", "leg", "dog A", "dog B"].prior == "yes"


def test_what_is_counted_is_seen():
    assert told("dog", 5)["count", "leg", "dog"].things == tuple(f"leg {n} of dog" for n in range(1, 6))


def test_columns_are_seen_by_their_rows():
    of = told("chessboard", 9)
    assert of["count", "column", "chessboard"].things == of["count", "row", "chessboard"].things


def test_parts_above_each_other_have_no_number_from_the_left():
    assert [expression for expression, _ in places(group("ladder", 5))] == []
    found = dict(places(group("dog", 5)))
    assert found["nth", "leg", "1", "dog"][0] < found["nth", "leg", "5", "dog"][0]
