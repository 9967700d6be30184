"""Are two molecules, or two branches of one, of one constitution? Elements, hydrogens and bonds decide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator

from vlcorpus.stages.verify.molecules.picture import Picture


def is_same(picture: Picture, one: Collection[int], other: Collection[int]) -> bool:
    """Say whether the atoms of one molecule can be laid on those of another, all bonds on equal bonds."""
    kinds = Counter(_kind(picture, atom) for atom in one)
    if kinds != Counter(_kind(picture, atom) for atom in other):
        return False
    start = min(one, key=lambda atom: kinds[_kind(picture, atom)])  # of the rarest kind: there are few to try
    return any(_can_be_laid(picture, set(one), set(other), start, to) for to in other)


def are_alike(picture: Picture, centre: int, one: int, other: int) -> bool:
    """Say whether two branches of an atom in no ring are alike, each told by the neighbour it begins with."""
    if picture.order(centre, one) != picture.order(centre, other):
        return False
    return _can_be_laid(picture, branch(picture, centre, one), branch(picture, centre, other), one, other)


def branch(picture: Picture, centre: int, start: int) -> set[int]:
    """Return all atoms that are reached from a neighbour of the centre without passing it."""
    found, pending = {centre, start}, [start]
    while pending:
        pending += (new := picture.bonds[pending.pop()].keys() - found)
        found |= new
    return found - {centre}


def is_plain(picture: Picture, centre: int, start: int) -> bool:
    """Say whether a branch is a chain without rings and double bonds, in which nothing is right or left."""
    return all(
        len(picture.bonds[atom]) <= 2
        and atom not in picture.in_rings
        and 2 not in picture.bonds[atom].values()
        for atom in branch(picture, centre, start)
    )


def _can_be_laid(picture: Picture, one: set[int], other: set[int], start: int, to: int) -> bool:
    """Say whether there is a way that lays `start` on `to`."""
    turn = [start, *(atom for atom in _from(picture, one, start) if atom != start)]
    return len(one) == len(other) and _laid(picture, turn, other, {}, to)


def _from(picture: Picture, atoms: set[int], start: int) -> Iterator[int]:
    """Yield connected atoms, each but the first a neighbour of one before it."""
    found, pending = {start}, [start]
    while pending:
        atom = pending.pop(0)
        yield atom
        new = [other for other in picture.bonds[atom] if other in atoms - found]
        found.update(new)
        pending += new


def _laid(picture: Picture, turn: list[int], other: set[int], laid: dict[int, int], to: int | None) -> bool:
    """Lay the next atom of `turn`, on `to` or on any that is free, and all that follow it."""
    if len(laid) == len(turn):
        return True
    atom = turn[len(laid)]
    free = other - set(laid.values())
    for place in free & {to} if to is not None else free:
        if _fits(picture, atom, place, laid, other) and _laid(
            picture, turn, other, {**laid, atom: place}, None
        ):
            return True
    return False


def _fits(picture: Picture, atom: int, place: int, laid: dict[int, int], other: set[int]) -> bool:
    """Say whether an atom is of one kind with its place, and bonded as this is to all that is laid."""
    if _kind(picture, atom) != _kind(picture, place):
        return False
    bonds = {laid[to]: picture.order(atom, to) for to in picture.bonds[atom] if to in laid}
    taken = set(laid.values())
    return bonds == {to: picture.order(place, to) for to in picture.bonds[place] if to in taken}


def _kind(picture: Picture, atom: int) -> tuple[str, int, int]:
    told = picture.atoms[atom]
    return told.element, told.hydrogens, len(picture.bonds[atom])
