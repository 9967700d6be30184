"""What no molecule of a scene is, by schemas/stem/molecules.py: so that its groups have one meaning each."""

from __future__ import annotations

from itertools import combinations

from vlcorpus.schemas.stem.molecules import ELEMENTS
from vlcorpus.stages.verify.molecules.constitution import branch
from vlcorpus.stages.verify.molecules.groups import Group, groups_of
from vlcorpus.stages.verify.molecules.picture import CARBON, Picture

N_BONDS = {"C": 4, "N": 3, "O": 2, "S": 2, "F": 1, "Cl": 1, "Br": 1, "I": 1}
WITH_CARBONYL = {"aldehyde", "ketone", "carboxyl", "ester", "amide"}


def faults_of(picture: Picture) -> list[str]:
    """Return what cannot be, in words."""
    found = _faults_of_parts(picture)
    if not found:  # else there are no bonds to count, or no molecules to look at
        found = _faults_of_bonds(picture) + _faults_of_groups(picture, groups_of(picture))
    return found


def _faults_of_parts(picture: Picture) -> list[str]:
    n = len(picture.atoms)
    listed = sorted(atom for molecule in picture.molecules.values() for atom in molecule)
    faults = {
        "an element is none of ELEMENTS": any(atom.element not in ELEMENTS for atom in picture.atoms),
        "the molecules do not share out the atoms": listed != list(range(n)),
        "a molecule is empty": not all(picture.molecules.values()),
        "a mark is of no atom": not all(atom in range(n) for atom in picture.marks.values()),
        "an atom is marked twice": len(set(picture.marks.values())) < len(picture.marks),
        "two atoms are at one place": len({atom.at for atom in picture.atoms}) < n,
        "a mass is not above zero": any(mass <= 0 for mass in picture.masses.values()),
    }
    return [fault for fault, is_so in faults.items() if is_so]


def _faults_of_bonds(picture: Picture) -> list[str]:
    bonds = [
        (picture.atoms[one].element, picture.atoms[other].element) for one, other, _ in picture.each_bond()
    ]
    rings = [frozenset(ring) for ring in picture.rings]
    faults = {
        "a bond is none": any(order not in (1, 2, 3) for _, _, order in picture.each_bond()),
        "an atom has more or fewer bonds than its element": any(
            atom.hydrogens < 0 or sum(picture.bonds[k].values()) + atom.hydrogens != N_BONDS[atom.element]
            for k, atom in enumerate(picture.atoms)
        ),
        "a molecule falls apart, or two hang together": any(
            branch(picture, -1, min(molecule)) != molecule for molecule in picture.molecules.values()
        ),
        "a carbon has two double bonds": any(
            list(orders.values()).count(2) > 1
            for k, orders in picture.bonds.items()
            if picture.atoms[k].element == CARBON
        ),
        "O or N is bonded to O or N": any({one, other} <= {"O", "N"} for one, other in bonds),
        "rings share more or less than a bond": any(
            len(one & other) not in (0, 2) for one, other in combinations(rings, 2)
        ),
    }
    return [fault for fault, is_so in faults.items() if is_so]


def _faults_of_groups(picture: Picture, groups: tuple[Group, ...]) -> list[str]:
    n_atoms = range(len(picture.atoms))
    carbonyls = [atom for atom in n_atoms if picture.carbonyl_oxygen(atom) is not None]
    n_groups = {
        carbon: sum(carbon in group.atoms and group.kind in WITH_CARBONYL for group in groups)
        for carbon in carbonyls
    }
    of_double_bonds = {atom for group in groups if group.kind == "C=C" for atom in group.atoms}
    alone = {
        atom
        for group in groups
        if group.kind in ("hydroxyl", "ether", "amino", "halogen")
        for atom in group.atoms
    }
    faults = {
        "a C=O is of no group, or of two": any(n != 1 for n in n_groups.values()),
        "two C=O are bonded": any(
            other in n_groups for carbon in carbonyls for other in picture.bonds[carbon]
        ),
        "a group is on a C=C": any(
            other in of_double_bonds for atom in alone for other in picture.bonds[atom]
        ),
    }
    return [fault for fault, is_so in faults.items() if is_so]
