"""Which carbons are stereocentres by their four branches, and on which sides of a double bond groups lie."""

from __future__ import annotations

from collections.abc import Sequence

from rdkit import Chem

from vlcorpus.schemas.scenes.path import Point

_HYDROGEN = "H"


def is_stereocentre(mol: Chem.Mol, atom: Chem.Atom) -> bool | None:
    """Return None where that is not sure from what is drawn: schemas/stem/molecules.py says when."""
    if any(bond.GetBondTypeAsDouble() > 1 for bond in atom.GetBonds()) or atom.GetTotalNumHs() > 1:
        return False
    if atom.IsInRing():
        return None
    index = atom.GetIdx()
    known = Chem.Mol(mol)
    Chem.SetAromaticity(known)  # two rings are alike, wherever their double bonds are drawn
    branches = [_HYDROGEN] * atom.GetTotalNumHs()
    plain = {_HYDROGEN}
    for neighbor in atom.GetNeighbors():
        inner = _branch(mol, index, neighbor.GetIdx())
        text = Chem.MolFragmentToSmiles(
            known, inner, rootedAtAtom=neighbor.GetIdx(), isomericSmiles=False, allHsExplicit=True
        )
        branches.append(text)
        if _is_plain(mol, inner, index):
            plain.add(text)
    alike = {text for text in branches if branches.count(text) > 1}
    if not alike:
        return True
    return False if alike & plain else None


def stereocentres(mol: Chem.Mol) -> int | None:
    """Return how many carbons are stereocentres; None where that is not sure of one."""
    found = [is_stereocentre(mol, atom) for atom in mol.GetAtoms() if atom.GetSymbol() == "C"]
    return None if None in found else sum(map(bool, found))


def cis_trans(mol: Chem.Mol, places: Sequence[Point]) -> str | None:
    """Return how the only C=C of a molecule is drawn; None where there is none, or no such name for it."""
    bonds = [
        bond
        for bond in mol.GetBonds()
        if bond.GetBondTypeAsDouble() == 2
        and not bond.GetIsAromatic()
        and bond.GetBeginAtom().GetSymbol() == bond.GetEndAtom().GetSymbol() == "C"
    ]
    if len(bonds) != 1 or bonds[0].IsInRing():
        return None
    ends = bonds[0].GetBeginAtom(), bonds[0].GetEndAtom()
    if any(end.GetTotalNumHs() != 1 for end in ends):
        return None
    (ax, ay), (bx, by) = (places[end.GetIdx()] for end in ends)
    sides = []
    for end, other in (ends, ends[::-1]):
        (index,) = (one.GetIdx() for one in end.GetNeighbors() if one.GetIdx() != other.GetIdx())
        x, y = places[index]
        sides.append((bx - ax) * (y - ay) - (by - ay) * (x - ax))
    if not all(sides):
        return None  # along a line
    return "cis" if sides[0] * sides[1] > 0 else "trans"


def _branch(mol: Chem.Mol, center: int, first: int) -> list[int]:
    """Return the atoms that are reached from `first` without passing `center`."""
    found, pending = {first}, [first]
    while pending:
        for other in mol.GetAtomWithIdx(pending.pop()).GetNeighbors():
            if other.GetIdx() != center and other.GetIdx() not in found:
                found.add(other.GetIdx())
                pending.append(other.GetIdx())
    return sorted(found)


def _is_plain(mol: Chem.Mol, branch: list[int], center: int) -> bool:
    atoms = [mol.GetAtomWithIdx(index) for index in branch]
    return not any(
        atom.IsInRing()
        or atom.GetDegree() > 2
        or any(bond.GetBondTypeAsDouble() == 2 for bond in atom.GetBonds())
        for atom in atoms
    )
