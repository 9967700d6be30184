from tests.stages.stem.plane_geometry.problems.figures import circle, right_triangle
from vlcorpus.stages.stem.plane_geometry.problems.closure import Closure
from vlcorpus.stages.stem.plane_geometry.problems.plans import plans_for
from vlcorpus.stages.stem.plane_geometry.problems.rules import read_rules
from vlcorpus.stages.stem.plane_geometry.problems.seen import Seen
from vlcorpus.stages.stem.surd import Surd


def closed(sketch, *givens, depth=7) -> Closure:
    seen = Seen(sketch)
    closure = Closure(seen, plans_for(seen, read_rules().values()))
    for operation, arguments, value in givens:
        assert closure.give(operation, arguments, value)
    closure.saturate(depth)
    return closure


LEGS = (("angle", ("BAC",), Surd(90)), ("length", ("AB",), Surd(4)), ("length", ("AC",), Surd(3)))


def test_what_follows_is_found_with_its_reasons():
    fact = closed(right_triangle(), *LEGS).fact("length", ("BC",))
    assert str(fact.value) == "5"
    assert fact.rule.name == "pythagoras"
    assert [given.operation for given in fact.inputs] == ["angle", "length", "length"]
    assert dict(fact.letters)["C"] == "A"
    assert fact.depth == 1


def test_what_does_not_follow_is_not_found():
    closure = closed(right_triangle(), *LEGS)
    assert closure.fact("length", ("AD",)) is None, "nobody said that AD is an altitude"
    foot = ("angle", ("ADB",), Surd(90))
    assert str(closed(right_triangle(), *LEGS, foot).fact("length", ("AD",)).value) == "12/5"


def test_no_chain_is_longer_than_is_wanted():
    foot = ("angle", ("ADB",), Surd(90))
    closure = closed(right_triangle(), *LEGS, foot, depth=1)
    assert closure.fact("length", ("BC",)) is not None
    assert closure.fact("length", ("AD",)) is None
    assert max(fact.depth for fact in closure.facts.values()) == 1


def test_what_is_given_later_is_used_with_what_was_known():
    closure = closed(circle(), ("angle", ("ACB",), Surd(40)))
    assert str(closure.fact("angle", ("AOB",)).value) == "80"
    closure.give("radius", ("O",), Surd(5))
    closure.saturate(7)
    assert str(closure.fact("sector", ("AB", "O")).value) == "50/9"


def test_what_is_known_is_not_given_again():
    closure = closed(right_triangle(), *LEGS)
    assert closure.knows("length", ("CB",))
    assert closure.give("length", ("CB",), Surd(5)) is None


def test_equal_sides_are_known_by_relation_and_by_value():
    by_relation = closed(circle(), ("angle", ("AOB",), Surd(80)))
    assert str(by_relation.fact("angle", ("OAB",)).value) == "50"
    by_value = closed(
        right_triangle(),
        ("length", ("AB",), Surd(4)),
        ("length", ("AC",), Surd(4)),
        ("angle", ("ABC",), Surd(45)),
    )
    assert str(by_value.fact("angle", ("BAC",)).value) == "90"
