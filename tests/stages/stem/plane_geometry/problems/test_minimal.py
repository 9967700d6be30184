import pytest

from tests.stages.stem.plane_geometry.problems.figures import circle, right_triangle
from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.plane_geometry.problems.chosen import Chosen
from vlcorpus.stages.stem.plane_geometry.problems.closure import Closure, Fact
from vlcorpus.stages.stem.plane_geometry.problems.minimal import minimal
from vlcorpus.stages.stem.plane_geometry.problems.plans import plans_for
from vlcorpus.stages.stem.plane_geometry.problems.rules import read_rules
from vlcorpus.stages.stem.plane_geometry.problems.seen import Seen
from vlcorpus.stages.stem.surd import Surd


def posed(sketch, givens, target):
    """Return the solution of a figure, and what makes it minimal."""
    seen = Seen(sketch)
    plans = plans_for(seen, read_rules().values())
    closure = Closure(seen, plans)
    for operation, name, value in givens:
        closure.give(operation, (name,), Surd(value))
    closure.saturate(7)
    return Chosen.of(closure.fact(*target)), seen, plans


def names(facts):
    return [(fact.operation, *fact.arguments) for fact in facts]


def test_a_given_that_follows_from_the_others_is_left_out():
    """The angle is found from another one; that it is right is then needless."""
    givens = [("angle", "BAC", 90), ("angle", "ADB", 90), ("length", "AB", 4), ("length", "AC", 3)]
    found = posed(right_triangle(), [*givens, ("length", "BC", 5)], ("length", ("AD",)))
    assert len(found[0].givens) == 5
    assert len(minimal(*found).givens) == 4


def test_a_detour_is_left_out():
    """AB = 4, though it is given, is found again: the area needs only what is given."""
    (area, seen, plans) = posed(
        right_triangle(),
        [("angle", "BAC", 90), ("length", "AB", 4), ("length", "AC", 3)],
        ("area", ("ABC",)),
    )
    hypotenuse = posed(
        right_triangle(),
        [("angle", "BAC", 90), ("length", "AB", 4), ("length", "AC", 3)],
        ("length", ("BC",)),
    )[0].target
    heron = read_rules()["heron"]
    sides = [given for given in hypotenuse.inputs if given.operation == "length"]
    detour = Chosen.of(Fact("area", ("ABC",), Surd(6), rule=heron, inputs=(hypotenuse, *sides)))
    assert names(minimal(detour, seen, plans).facts) == names(area.facts)


def test_too_little_is_no_problem():
    """A radius that is as long as another makes no problem."""
    found = posed(circle(), [("angle", "AOB", 80)], ("angle", ("OAB",)))
    assert names(minimal(*found).givens) == [("angle", "AOB")]
    with pytest.raises(Unfit, match="trivial"):
        minimal(*posed(circle(), [("length", "OA", 5)], ("length", ("OB",))))
