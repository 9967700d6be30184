"""Against SymPy's geometry, which shares no code with it."""

from fractions import Fraction
from random import Random

import pytest
import sympy
from sympy import geometry

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.plane_geometry.exact import (
    along,
    circumcircle,
    cuts,
    foot,
    incircle,
    is_between,
    meet,
    middle,
    xy,
)
from vlcorpus.stages.stem.surd import root


def sym(point):
    return geometry.Point(sympy.sympify(str(point.x)), sympy.sympify(str(point.y)))


def same(ours, theirs):
    return sympy.simplify(sym(ours).distance(theirs)) == 0


def drawn(random, n):
    return [xy(Fraction(random.randint(-20, 20), 3), random.randint(-9, 9)) for _ in range(n)]


@pytest.fixture(params=range(12))
def points(request):
    random = Random(request.param)
    while True:
        found = drawn(random, 4)
        triples = [(a, b, c) for a in found for b in found for c in found if len({a, b, c}) == 3]
        if len(set(found)) == 4 and all((b - a).cross(c - a).sign for a, b, c in triples):
            return found


def test_lines_meet_where_sympy_says(points):
    a, b, c, d = points
    theirs = geometry.Line(sym(a), sym(b)).intersection(geometry.Line(sym(c), sym(d)))
    if theirs:
        assert same(meet(a, b, c, d), theirs[0])
    else:
        with pytest.raises(Unfit):
            meet(a, b, c, d)


def test_feet_and_middles_are_sympys(points):
    a, b, c, _ = points
    assert same(foot(c, a, b), geometry.Line(sym(a), sym(b)).projection(sym(c)))
    assert same(middle(a, b), sym(a).midpoint(sym(b)))
    assert same(along(a, b, Fraction(1, 3)), sym(a) + (sym(b) - sym(a)) / 3)


def test_the_circumcircle_is_sympys(points):
    ours = circumcircle(*points[:3])
    theirs = geometry.Triangle(*map(sym, points[:3])).circumcircle
    assert same(ours.center, theirs.center)
    assert sympy.simplify(theirs.radius**2 - sympy.sympify(str(ours.radius_squared))) == 0
    assert all(map(ours.holds, points[:3]))


def test_the_incircle_of_whole_sides_is_sympys():
    corners = [xy(0, 0), xy(14, 0), xy(5, 12)]
    ours, theirs = incircle(*corners), geometry.Triangle(*map(sym, corners)).incircle
    assert same(ours.center, theirs.center)
    assert sympy.sympify(str(ours.radius_squared)) == theirs.radius**2


def test_the_incircle_of_sides_with_two_roots_is_none():
    with pytest.raises(Unfit):
        incircle(xy(0, 0), xy(3, 1), xy(1, 2))


def test_cuts_come_in_the_order_of_the_line():
    circle = circumcircle(xy(5, 0), xy(-5, 0), xy(3, 4))
    first, second = cuts(circle, xy(-9, 3), xy(0, 3))
    assert (first, second) == (xy(-4, 3), xy(4, 3))
    near, far = cuts(circle, xy(0, 0), xy(1, 1))
    assert near == xy(-root(2) * 5 / 2, -root(2) * 5 / 2)
    assert circle.holds(far)
    for a, b in ((xy(0, 5), xy(1, 5)), (xy(0, 6), xy(1, 6))):  # it touches, it misses
        with pytest.raises(Unfit):
            cuts(circle, a, b)


@pytest.mark.parametrize(
    ("point", "held"),
    [(xy(1, 1), True), (xy(0, 0), True), (xy(3, 3), True), (xy(4, 4), False), (xy(1, 2), False)],
)
def test_between_has_the_ends(point, held):
    assert is_between(point, xy(0, 0), xy(3, 3)) == held
