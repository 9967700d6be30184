"""Which functional groups a molecule has, and what it is called by them."""

from __future__ import annotations

from vlcorpus.schemas.scenes.claims import truth_value
from vlcorpus.schemas.stem.molecules import CLASS_OF, GROUPS
from vlcorpus.stages.verify.molecules.atoms import degree
from vlcorpus.stages.verify.molecules.groups import Group, groups_of, rings_of_carbons
from vlcorpus.stages.verify.molecules.picture import CARBON, Picture
from vlcorpus.stages.verify.oracle import Unknown

Molecule = frozenset[int]
# Groups of carbon and hydrogen alone: they give a molecule no class where it has another element.
_OF_HYDROCARBONS = {"C=C", "C≡C", "benzene"}


def has(picture: Picture, g: str, m: str) -> str:
    return truth_value(bool(_countable(picture, g, m)))


def groups(picture: Picture, g: str, m: str) -> str:
    return str(len(_countable(picture, g, m)))


def groups_in(picture: Picture, molecule: Molecule, kind: str) -> list[Group]:
    return [group for group in groups_of(picture) if group.kind == kind and group.atoms <= molecule]


def _countable(picture: Picture, kind: str, m: str) -> list[Group]:
    """Return the groups of a kind. Raises Unknown where people count them differently."""
    molecule = picture.molecule(m)
    if kind not in GROUPS:
        raise Unknown(f"there is no group {kind!r}")
    if kind == "hydroxyl" and groups_in(picture, molecule, "carboxyl"):
        raise Unknown("a carboxyl group has an OH too")
    if kind in ("ether", "amino", "thiol") and has_aromatic_heteroatom(picture, molecule):
        raise Unknown("O, S or N is in an aromatic ring")
    if kind == "benzene" and _has_fused_rings(picture, molecule):
        raise Unknown("two aromatic rings of carbons share a bond")
    return groups_in(picture, molecule, kind)


def class_of(picture: Picture, m: str) -> str:
    molecule = picture.molecule(m)
    if is_hydrocarbon(picture, molecule):
        return _class_of_hydrocarbon(picture, molecule)
    if has_aromatic_heteroatom(picture, molecule):
        raise Unknown("O, S or N is in an aromatic ring")
    groups = [
        group
        for group in groups_of(picture)
        if group.atoms <= molecule and group.kind not in _OF_HYDROCARBONS
    ]
    in_groups = {atom for group in groups for atom in group.atoms}
    if any(not picture.is_carbon(atom) for atom in molecule - in_groups):
        raise Unknown("an atom that is no carbon belongs to no group")
    found = {group.kind for group in groups}
    if len(found) != 1:
        raise Unknown(f"{m} has {len(found)} kinds of groups")
    (kind,) = found
    return CLASS_OF[kind] if kind != "hydroxyl" else _class_by_hydroxyl(picture, molecule)


def _class_of_hydrocarbon(picture: Picture, molecule: Molecule) -> str:
    if is_aromatic(picture, molecule):
        return "aromatic hydrocarbon"
    has_ring = not picture.in_rings.isdisjoint(molecule)
    match has_ring, len(groups_in(picture, molecule, "C=C")), len(groups_in(picture, molecule, "C≡C")):
        case False, 0, 0:
            return "alkane"
        case True, 0, 0:
            return "cycloalkane"
        case False, 1, 0:
            return "alkene"
        case False, 0, 1:
            return "alkyne"
    raise Unknown("a hydrocarbon of no class")


def _class_by_hydroxyl(picture: Picture, molecule: Molecule) -> str:
    carbons = {
        carbon
        for group in groups_in(picture, molecule, "hydroxyl")
        for oxygen in group.atoms
        for carbon in picture.bonds[oxygen]
    }
    on_aromatic = carbons & picture.aromatic_atoms
    if on_aromatic and on_aromatic != carbons:
        raise Unknown("an alcohol and a phenol")
    return "phenol" if on_aromatic else "alcohol"


def alcohol_class(picture: Picture, m: str) -> str:
    molecule = picture.molecule(m)
    found = groups_in(picture, molecule, "hydroxyl")
    if len(found) != 1 or groups_in(picture, molecule, "carboxyl"):
        raise Unknown(f"{m} has {len(found)} hydroxyl groups, or a carboxyl group")
    (oxygen,) = found[0].atoms
    (carbon,) = picture.bonds[oxygen]
    if not picture.is_sp3(carbon):
        raise Unknown("the hydroxyl group is on no sp3 carbon")
    return degree(picture, carbon)


def amine_class(picture: Picture, m: str) -> str:
    molecule = picture.molecule(m)
    found = groups_in(picture, molecule, "amino")
    in_ring = any(picture.atoms[atom].element == "N" for atom in molecule & picture.aromatic_atoms)
    if len(found) != 1 or in_ring:
        raise Unknown(f"{m} has {len(found)} amino groups, or N in an aromatic ring")
    (nitrogen,) = found[0].atoms
    return degree(picture, nitrogen)


def is_hydrocarbon(picture: Picture, molecule: Molecule) -> bool:
    return all(picture.atoms[atom].element == CARBON for atom in molecule)


def is_aromatic(picture: Picture, molecule: Molecule) -> bool:
    return not picture.aromatic_atoms.isdisjoint(molecule)


def has_aromatic_heteroatom(picture: Picture, molecule: Molecule) -> bool:
    return any(not picture.is_carbon(atom) for atom in picture.aromatic_atoms & molecule)


def _has_fused_rings(picture: Picture, molecule: Molecule) -> bool:
    rings = [ring for ring in rings_of_carbons(picture) if ring <= molecule]
    return any(picture.share_a_bond(one, other) for one in rings for other in rings)
