"""A pedigree as things to be drawn: lines of families, symbols of people, their numbers."""

from __future__ import annotations

import math
from collections.abc import Iterator
from random import Random

from vlcorpus.schemas.scenes.path import Path, Point, arc, polyline
from vlcorpus.schemas.scenes.scene import Role, Shape, Tag, Thing
from vlcorpus.schemas.stem.pedigrees import GENERATIONS
from vlcorpus.stages.stem.network.links import LinkLook, link
from vlcorpus.stages.stem.network.nodes import Body
from vlcorpus.stages.stem.pedigrees.family import Couple, Family, Person
from vlcorpus.stages.stem.pedigrees.layout import HALF, RAIL, middle

_DOUBLE = 7.0  # half the distance of the two lines between related partners
_SLASH = 46.0
_NUMBER_BELOW, _NUMBER_ROOM = 54.0, (48.0, 32.0)
_GENERATION_LEFT, _GENERATION_SIZE = 120.0, (70.0, 44.0)
_ARROW_FROM, _ARROW = 105.0, LinkLook(head=22.0, clearance=5.0)
_QUARTER = math.pi / 2


def things(family: Family, random: Random) -> tuple[Thing, ...]:
    is_left_half = random.random() < 0.5
    return (
        *_generations(family),
        *(_lines(family, couple) for couple in family.couples),
        *(_symbol(person, is_left_half=is_left_half) for person in family.people),
        *_proband(family),
    )


def person_name(person: Person) -> str:
    return f"person {person.name}"


def family_name(couple: Couple) -> str:
    return f"family {couple.name}"


def _generations(family: Family) -> Iterator[Thing]:
    """Yield the numbers of generations, to the left of all."""
    left = min(person.x for person in family.people) - _GENERATION_LEFT
    for number, row in zip(GENERATIONS, family.rows, strict=False):
        y = row[0].y
        paper = Body(_GENERATION_SIZE[0] / 2, _GENERATION_SIZE[1] / 2, is_round=False).outline((left, y))
        tag = Tag(number, (left, y), room=_GENERATION_SIZE)
        yield Thing(f"generation {number}", "generation", (Shape(Role.SHADE, paper, strength=0.0),), (tag,))


def _lines(family: Family, couple: Couple) -> Thing:
    left, right = sorted(couple.partners, key=lambda person: person.x)
    y, x = left.y, middle(couple)
    offs = (_DOUBLE, -_DOUBLE) if couple.is_related else (0.0,)
    path = Path(())
    for off in offs:
        path += polyline([(left.x + HALF, y + off), (right.x - HALF, y + off)])
    at = couple.children[0].y + RAIL
    path += polyline([(x, y + offs[-1]), (x, at)])
    twins = [(a, b, same) for a, b, same in family.twins if a in couple.children]
    hanging = [child for child in couple.children if not any(child in pair[:2] for pair in twins)]
    drops = [x, *(child.x for child in hanging), *((a.x + b.x) / 2 for a, b, _ in twins)]
    if min(drops) < max(drops):
        path += polyline([(min(drops), at), (max(drops), at)])
    for child in hanging:
        path += polyline([(child.x, at), (child.x, child.y + HALF)])
    for first, second, same in twins:
        path += _fork(first, second, at, is_identical=same)
    return Thing(family_name(couple), "family", (Shape(Role.LINE, path),))


def _fork(first: Person, second: Person, at: float, *, is_identical: bool) -> Path:
    """Return lines from one point to two twins; identical ones are joined by a line."""
    top: Point = ((first.x + second.x) / 2, at)
    low = first.y + HALF
    path = polyline([(first.x, low), top]) + polyline([top, (second.x, low)])
    if is_identical:
        bar, part = (at + low) / 2, 0.5
        path += polyline([(top[0] + part * (person.x - top[0]), bar) for person in (first, second)])
    return path


def _symbol(person: Person, *, is_left_half: bool) -> Thing:
    at = (float(person.x), float(person.y))
    outline = Body(HALF, HALF, is_round=not person.is_male).outline(at)
    shapes = [Shape(Role.LINE, outline)]
    if person.affected:
        shapes.append(Shape(Role.FULL, outline))
    elif person.carrier:
        shapes.append(Shape(Role.FULL, _half(person, -1 if is_left_half else 1)))
    if person.deceased:
        x, y = at
        shapes.append(Shape(Role.LINE, polyline([(x - _SLASH, y - _SLASH), (x + _SLASH, y + _SLASH)])))
    tag = Tag(person.name.partition("-")[2], (person.x, person.y - _NUMBER_BELOW), room=_NUMBER_ROOM)
    return Thing(person_name(person), person.sex, tuple(shapes), (tag,))


def _half(person: Person, side: int) -> Path:
    x, y = person.x, person.y
    if person.is_male:
        return polyline(
            [(x, y - HALF), (x + side * HALF, y - HALF), (x + side * HALF, y + HALF), (x, y + HALF)],
            closed=True,
        )
    bow = arc((x, y), HALF, -side * _QUARTER, 2 * _QUARTER)
    return Path((*bow.commands, ("Z", ())))


def _proband(family: Family) -> Iterator[Thing]:
    """Yield an arrow that comes from the lower left, beside the number."""
    if family.proband:
        x, y = family.proband.x, family.proband.y
        start = (x - _ARROW_FROM * 0.62, y - _ARROW_FROM * 0.62)
        bodies = (Body.disc(1.0), Body(HALF, HALF, is_round=not family.proband.is_male))
        yield Thing("proband arrow", "arrow", link(start, (x, y), bodies, _ARROW))
