"""What holds of marked atoms: their hydrogens, bonds, hybridisation, and the groups that they belong to."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from rdkit import Chem

from vlcorpus.schemas.scenes.claims import NO, YES, Claim, truth_value
from vlcorpus.schemas.stem.molecules import BONDS, DEGREES, GROUPS, HYBRIDISATIONS
from vlcorpus.stages.stem.molecules.groups import aromatic_rings, find_groups
from vlcorpus.stages.stem.molecules.picture import Picture
from vlcorpus.stages.stem.molecules.rivals import around, but
from vlcorpus.stages.stem.molecules.stereo import is_stereocentre


def atom_claims(picture: Picture) -> Iterator[Claim]:
    groups = {name: find_groups(drawn.mol) for name, drawn in picture.molecules.items()}
    for mark, (name, index) in picture.marks.items():
        mol = picture.molecules[name].mol
        yield from _of_atom(mark, mol, index)
        belongs = [group for group, found in groups[name].items() if any(index in one for one in found)]
        if len(belongs) == 1:
            yield Claim(("group", mark), belongs[0], (mark,), but(belongs[0], GROUPS))
    for a, b in permutations(picture.marks, 2):
        (name, one), (other_name, two) = picture.marks[a], picture.marks[b]
        if name == other_name and one < two:
            yield from _of_two(a, b, picture.molecules[name].mol, one, two)


def _of_atom(mark: str, mol: Chem.Mol, index: int) -> Iterator[Claim]:
    atom = mol.GetAtomWithIdx(index)
    seen = (mark,)
    elements = dict.fromkeys(["C", "N", "O", *(other.GetSymbol() for other in mol.GetAtoms())])
    yield Claim(("element", mark), atom.GetSymbol(), seen, but(atom.GetSymbol(), elements))
    n = atom.GetTotalNumHs()
    yield Claim(("hydrogens", mark), str(n), seen, tuple(str(k) for k in range(5) if k != n))
    rings = [ring for ring in mol.GetRingInfo().AtomRings() if index in ring]
    yield Claim(("in_ring", mark), truth_value(bool(rings)), seen)
    if len(rings) == 1:
        yield Claim(("ring_size", mark), str(len(rings[0])), seen, around(len(rings[0]), 3))
    if atom.GetSymbol() == "C":
        yield from _of_carbon(mark, mol, atom)


def _of_carbon(mark: str, mol: Chem.Mol, atom: Chem.Atom) -> Iterator[Claim]:
    hybridisation = _hybridisation(atom)
    yield Claim(("hybridisation", mark), hybridisation, (mark,), but(hybridisation, HYBRIDISATIONS))
    n_carbons = sum(other.GetSymbol() == "C" for other in atom.GetNeighbors())
    if hybridisation == "sp3" and n_carbons:
        degree = DEGREES[n_carbons - 1]
        yield Claim(("carbon_class", mark), degree, (mark,), but(degree, DEGREES))
    is_center = is_stereocentre(mol, atom)
    if is_center is not None:
        yield Claim(("stereocentre", mark), truth_value(is_center), (mark,))


def _hybridisation(atom: Chem.Atom) -> str:
    orders = [bond.GetBondTypeAsDouble() for bond in atom.GetBonds()]
    return "sp" if 3 in orders else "sp2" if 2 in orders else "sp3"


def _of_two(a: str, b: str, mol: Chem.Mol, one: int, two: int) -> Iterator[Claim]:
    seen = (a, b)
    bond = mol.GetBondBetweenAtoms(one, two)
    yield Claim(("bonded", a, b), YES if bond else NO, seen)
    is_aromatic = any(one in ring and two in ring for ring in aromatic_rings(mol))
    if bond and not is_aromatic:
        order = BONDS[int(bond.GetBondTypeAsDouble())]
        yield Claim(("bond", a, b), order, seen, but(order, BONDS.values()))
    n = int(Chem.GetDistanceMatrix(mol)[one][two])
    yield Claim(("between", a, b), str(n), seen, around(n, 1))
