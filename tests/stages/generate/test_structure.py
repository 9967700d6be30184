from random import Random

from vlcorpus.schemas.scenes.claims import Claim
from vlcorpus.stages.generate.structure import structure

TRIANGLE = [
    Claim(("on", "D", "AB"), "yes"),
    Claim(("midpoint", "AB"), "D"),
    Claim(("kind", "ABC"), "right"),
    Claim(("count", "points"), "4"),
]


def renamed(claims, names):
    def rename(term):
        if isinstance(term, str):
            return "".join(names.get(letter, letter) for letter in term)
        return (term[0], *map(rename, term[1:]))

    return [Claim(rename(claim.expression), names.get(claim.value, claim.value)) for claim in claims]


def test_names_and_order_make_no_difference():
    names = dict(zip("ABCD", "XWZY", strict=True))
    shuffled = renamed(TRIANGLE, names)
    Random(0).shuffle(shuffled)
    assert structure(shuffled, "XWZY") == structure(TRIANGLE, "ABCD")


def test_numbers_make_no_difference():
    more = [*TRIANGLE[:-1], Claim(("count", "points"), "7")]
    assert structure(more, "ABCD") == structure(TRIANGLE, "ABCD")


def test_who_is_where_makes_a_difference():
    other_side = [Claim(("on", "D", "BC"), "yes"), *TRIANGLE[1:]]
    assert structure(other_side, "ABCD") != structure(TRIANGLE, "ABCD")
    other_kind = [*TRIANGLE[:2], Claim(("kind", "ABC"), "scalene"), TRIANGLE[3]]
    assert structure(other_kind, "ABCD") != structure(TRIANGLE, "ABCD")


def test_a_long_name_is_not_taken_for_a_short_one_in_it():
    first = [Claim(("more", "apple pie", "apple"), "yes")]
    turned = [Claim(("more", "apple", "apple pie"), "yes")]
    assert structure(first, ["apple", "apple pie"]) == structure(turned, ["apple", "apple pie"])
    assert structure(first, ["apple"]) != structure(turned, ["apple"])


def test_scenes_without_names_have_a_structure():
    assert structure([Claim(("count", "circles"), "2")], []) == structure(
        [Claim(("count", "circles"), "3")], []
    )


def test_what_is_seen_and_not_told_makes_a_difference():
    assert structure(TRIANGLE, "ABCD", ["#. .#"]) != structure(TRIANGLE, "ABCD", ["## .."])
    assert structure(TRIANGLE, "ABCD", ()) == structure(TRIANGLE, "ABCD")
