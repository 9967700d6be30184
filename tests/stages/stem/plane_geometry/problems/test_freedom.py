import pytest

from tests.stages.stem.plane_geometry.problems.figures import circle, right_triangle
from vlcorpus.stages.stem.plane_geometry.problems.closure import Fact
from vlcorpus.stages.stem.plane_geometry.problems.freedom import Freedom
from vlcorpus.stages.stem.plane_geometry.problems.seen import Seen
from vlcorpus.stages.stem.surd import Surd


def fact(operation, *arguments, value=1):
    return Fact(operation, arguments, None if value is None else Surd(value))


RIGHT, FOOT = fact("angle", "BAC"), fact("angle", "ADB")
AB, AC, BC, AD = (fact("length", pair) for pair in ("AB", "AC", "BC", "AD"))


@pytest.mark.parametrize(
    ("given", "target", "givens", "is_needed"),
    [
        (FOOT, AD, [RIGHT, FOOT, AB, AC], True),
        (FOOT, BC, [RIGHT, FOOT, AB, AC], False),
        (BC, AD, [RIGHT, FOOT, AB, AC, BC], False),
        (RIGHT, AD, [RIGHT, FOOT, AB, AC, BC], False),
        (AB, fact("area", "ABC"), [RIGHT, AB, AC], True),
        (RIGHT, fact("perimeter", "ABC"), [RIGHT, AB, AC, BC], False),
    ],
)
def test_a_given_is_needed_where_the_answer_moves_without_it(given, target, givens, is_needed):
    assert Freedom(Seen(right_triangle())).is_needed(given, target, givens) is is_needed


def test_a_circle_stays_round():
    freedom, central = Freedom(Seen(circle())), fact("angle", "AOB")
    assert freedom.is_needed(central, fact("angle", "ACB"), [central])
    equal = fact("equal", "OA", "OB", value=None)
    assert not freedom.is_needed(equal, fact("angle", "OAB"), [central, equal])
