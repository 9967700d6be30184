import pytest

from tests.stages.verify.odd_counts.test_objects import dogs
from vlcorpus.stages.verify.odd_counts import counts
from vlcorpus.stages.verify.odd_counts.objects import Objects
from vlcorpus.stages.verify.oracle import Unknown


@pytest.mark.parametrize(
    ("number", "usual", "compared", "difference"),
    [(3, "no", "fewer", "1"), (4, "yes", "usual", "0"), (6, "no", "more", "2")],
)
def test_a_dog_by_its_legs(number, usual, compared, difference):
    dog = Objects(dogs(A=number))
    assert counts.count(dog, "leg", "dog") == str(number)
    assert counts.usual(dog, "leg", "dog") == usual
    assert counts.compared(dog, "leg", "dog") == compared
    assert counts.difference(dog, "leg", "dog") == difference


def test_several_dogs():
    herd = Objects(dogs(A=4, B=5, C=4))
    assert counts.most(herd, "leg") == counts.odd(herd, "leg") == "dog B"
    assert counts.total(herd, "leg") == "13"
    assert counts.same(herd, "leg", "dog A", "dog C") == "yes"
    with pytest.raises(Unknown):
        counts.fewest(herd, "leg")


@pytest.mark.parametrize("legs", [{"A": 4, "B": 5}, {"A": 3, "B": 4, "C": 5}, {"A": 4, "B": 4, "C": 4}])
def test_there_is_no_odd_one(legs):
    with pytest.raises(Unknown):
        counts.odd(Objects(dogs(**legs)), "leg")


def test_parts_are_numbered_from_the_left():
    at = [[20, 5], [0, 0], [10, 3]]
    told = {"at": at, "missing": [[30, 0]], "extra": [[10, 3]]}
    dog = Objects({"kind": "dog", "objects": {"dog": {"parts": {"leg": told}}}})
    assert [counts.nth(dog, "leg", n, "dog") for n in "123"] == [(0, 0), (10, 3), (20, 5)]
    assert counts.missing(dog, "leg", "dog") == (30, 0)
    assert counts.extra(dog, "leg", "dog") == (10, 3)
    for n in ("0", "4", "x"):
        with pytest.raises(Unknown):
            counts.nth(dog, "leg", n, "dog")


def test_parts_above_each_other_have_no_order():
    dog = Objects({"kind": "dog", "objects": {"dog": {"parts": {"leg": {"at": [[0, 0], [0, 5]]}}}}})
    with pytest.raises(Unknown):
        counts.nth(dog, "leg", "1", "dog")


def test_only_cards_have_a_rank():
    with pytest.raises(Unknown):
        counts.rank(Objects(dogs(A=4)), "dog")
