"""The functional groups of drawn molecules, as schemas/stem/molecules.py defines them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from vlcorpus.stages.verify.molecules.picture import CARBON, Picture

HALOGENS = ("F", "Cl", "Br", "I")


@dataclass(frozen=True, slots=True)
class Group:
    kind: str
    atoms: frozenset[int]


@lru_cache(maxsize=4)
def groups_of(picture: Picture) -> tuple[Group, ...]:
    """Return all groups of all molecules. O, S and N of aromatic rings belong to none."""
    found = [Group(kind, frozenset(atoms)) for kind, *atoms in _of_carbons(picture)]
    found += [Group("benzene", ring) for ring in benzene_rings(picture)]
    for atom, told in enumerate(picture.atoms):
        is_apart = told.element != CARBON and atom not in picture.aromatic_atoms
        if is_apart and (kind := _of_heteroatom(picture, atom)):
            found.append(Group(kind, frozenset([atom])))
    for carbon in range(len(picture.atoms)):
        if (oxygen := picture.carbonyl_oxygen(carbon)) is not None:
            found += [
                Group(kind, frozenset([carbon, oxygen, *others]))
                for kind, *others in _of_carbonyl(picture, carbon, oxygen)
            ]
    return tuple(found)


def benzene_rings(picture: Picture) -> list[frozenset[int]]:
    """Return the aromatic rings of carbons that share a bond with no other such ring."""
    rings = rings_of_carbons(picture)
    return [ring for ring in rings if not any(picture.share_a_bond(ring, other) for other in rings)]


def rings_of_carbons(picture: Picture) -> list[frozenset[int]]:
    """Return the aromatic rings of six carbons."""
    return [ring for ring in picture.aromatic_rings if all(map(picture.is_carbon, ring))]


def _of_carbons(picture: Picture) -> Iterator[tuple[str, int, int]]:
    """Yield multiple bonds that belong to groups: but for those of oxygen, which have more atoms."""
    for one, other, order in picture.each_bond():
        elements = {picture.atoms[one].element, picture.atoms[other].element}
        if elements == {CARBON} and order == 2 and not picture.is_aromatic_bond(one, other):
            yield "C=C", one, other
        elif elements == {CARBON} and order == 3:
            yield "C≡C", one, other
        elif elements == {CARBON, "N"} and order == 3:
            yield "nitrile", one, other


def _of_heteroatom(picture: Picture, atom: int) -> str | None:
    """Return the group of an atom that makes up a group alone."""
    told = picture.atoms[atom]
    is_bare = picture.is_sp3(atom) and all(picture.carbonyl_oxygen(to) is None for to in picture.bonds[atom])
    n_carbons = len(picture.neighbours(atom, CARBON))
    if told.element in HALOGENS:
        return "halogen"
    if told.element == "S":
        return "thiol" if told.hydrogens else None
    if not is_bare:
        return None
    if told.element == "N":
        return "amino"
    if told.hydrogens:
        return "hydroxyl"
    return "ether" if n_carbons == 2 else None


def _of_carbonyl(picture: Picture, carbon: int, oxygen: int) -> Iterator[tuple[str, *tuple[int, ...]]]:
    """Yield the group of a C=O, without its own two atoms; where a carbon has no such group, nothing."""
    if picture.atoms[carbon].hydrogens:
        yield ("aldehyde",)
    others = [other for other in picture.bonds[carbon] if other != oxygen]
    if len(others) == 2 and all(map(picture.is_carbon, others)):
        yield ("ketone",)
    for other in others:
        if picture.atoms[other].element == "O":
            yield ("carboxyl" if picture.atoms[other].hydrogens else "ester"), other
        elif picture.atoms[other].element == "N":
            yield "amide", other
