"""Where people stand: generations in rows, parents above the middle of their children."""

from __future__ import annotations

from itertools import pairwise

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.pedigrees.family import Couple, Family, Person

DOWN = 240  # from generation to generation
PARTNERS, SIBLINGS, STRANGERS = 130.0, 112.0, 150.0  # between neighbours, at least
HALF = 30.0  # of a symbol's side
RAIL = 105  # above its children, the line from which they hang
_ROUNDS = 40
_MIN_GAP = 45.0  # between the rails of two couples
_MAX_WIDTH = 1400.0


def arrange(family: Family) -> None:
    """Set all places. Raises Unfit where lines of two couples would run into each other."""
    xs = {id(person): 120.0 * k for row in family.rows for k, person in enumerate(row)}
    partners = {
        (id(a), id(b)) for couple in family.couples for a, b in (couple.partners, couple.partners[::-1])
    }
    for _ in range(_ROUNDS):
        for couple in family.couples:
            _center(couple, xs)
        for row in family.rows:
            _spread(row, xs, partners, rounds=1)
    for row in family.rows:
        _spread(row, xs, partners, rounds=len(row))
    for row in family.rows:
        for person in row:
            person.x, person.y = round(xs[id(person)]), -DOWN * person.row
    _check(family)


def rail(couple: Couple) -> tuple[float, float]:
    """Return from where to where the line runs that the children hang from."""
    ends = [middle(couple), *(child.x for child in couple.children)]
    return min(ends), max(ends)


def middle(couple: Couple) -> float:
    return (couple.father.x + couple.mother.x) / 2


def _center(couple: Couple, xs: dict[int, float]) -> None:
    children = [xs[id(child)] for child in couple.children]
    off = (min(children) + max(children)) / 2 - sum(xs[id(p)] for p in couple.partners) / 2
    for person in couple.partners:
        xs[id(person)] += off / 2
    for child in couple.children:
        xs[id(child)] -= off / 2


def _spread(row: list[Person], xs: dict[int, float], partners: set[tuple[int, int]], *, rounds: int) -> None:
    """Push neighbours apart, as little as it takes: one half of the way each."""
    for _ in range(rounds):
        for a, b in pairwise(row):
            if (id(a), id(b)) in partners:
                least = PARTNERS
            else:
                least = SIBLINGS if a.parents and a.parents == b.parents else STRANGERS
            lacks = least - (xs[id(b)] - xs[id(a)])
            if lacks > 0:
                xs[id(a)] -= lacks / 2
                xs[id(b)] += lacks / 2


def _check(family: Family) -> None:
    people = list(family.people)
    if max(p.x for p in people) - min(p.x for p in people) > _MAX_WIDTH:
        raise Unfit("the family is wide")
    for row in family.rows:
        for a, b in pairwise(row):
            if b.x - a.x < SIBLINGS - 8:
                raise Unfit("people stand near each other")
    by_row: dict[int, list[tuple[float, float]]] = {}
    for couple in family.couples:
        by_row.setdefault(couple.father.row, []).append(rail(couple))
    for rails in by_row.values():
        rails.sort()
        for (_, end), (start, _) in pairwise(rails):
            if start - end < _MIN_GAP:
                raise Unfit("lines of two couples run into each other")
