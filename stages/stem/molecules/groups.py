"""Functional groups of a molecule, as SMARTS: which atoms belong to each, by schemas/stem/molecules.py."""

from __future__ import annotations

from rdkit import Chem

from vlcorpus.schemas.stem.molecules import CLASS_OF, GROUPS
from vlcorpus.stages.stem.molecules.molecule import smarts

PATTERNS = {
    "C=C": "[C]=[C]",
    "C≡C": "C#C",
    "hydroxyl": "[OX2;H1;$(O[#6;!$(C=O)])]",
    "aldehyde": "[CX3;H1;$(C[#6])]=O",
    "ketone": "[CX3;$(C([#6])[#6])]=O",
    "carboxyl": "[CX3](=O)[OX2;H1]",
    "ester": "[CX3](=O)[OX2;H0]",
    "ether": "[OX2;H0;A;$(O([#6;!$(C=O)])[#6;!$(C=O)])]",
    "amino": "[NX3;A;!$(NC=O)]",
    "amide": "[CX3](=O)[NX3]",
    "nitrile": "C#N",
    "halogen": "[F,Cl,Br,I]",
    "thiol": "[SX2;H1]",
}
# Nobody says of a ring with such an atom whether it is one of these.
_OPEN_WITH_AROMATIC_ATOMS = ("ether", "amino", "thiol")


def find_groups(mol: Chem.Mol) -> dict[str, list[tuple[int, ...]]]:
    """Return the atoms of each group of each kind: an empty list for none, no entry where people differ."""
    found = {group: _matches(mol, group) for group in PATTERNS}
    rings = aromatic_rings(mol)
    are_fused = any(len(set(a) & set(b)) == 2 for a in rings for b in rings if a != b)
    if not are_fused:
        found["benzene"] = [ring for ring in rings if _is_of_carbons(mol, ring)]
    if found["carboxyl"]:
        del found["hydroxyl"]
    if has_aromatic_heteroatom(mol):
        for group in _OPEN_WITH_AROMATIC_ATOMS:
            del found[group]
    return {group: found[group] for group in GROUPS if group in found}


def _matches(mol: Chem.Mol, group: str) -> list[tuple[int, ...]]:
    return list(mol.GetSubstructMatches(smarts(PATTERNS[group])))


def aromatic_rings(mol: Chem.Mol) -> list[tuple[int, ...]]:
    rings = mol.GetRingInfo().AtomRings()
    return [ring for ring in rings if all(mol.GetAtomWithIdx(index).GetIsAromatic() for index in ring)]


def has_aromatic_heteroatom(mol: Chem.Mol) -> bool:
    return any(atom.GetIsAromatic() and atom.GetSymbol() != "C" for atom in mol.GetAtoms())


def class_of(mol: Chem.Mol) -> str | None:
    """Return the class of the compound; None where it is of several, or of none that has a name here."""
    if all(atom.GetSymbol() == "C" for atom in mol.GetAtoms()):
        return _class_of_hydrocarbon(mol)
    if has_aromatic_heteroatom(mol):
        return None
    kinds = [kind for kind in ("hydroxyl", *CLASS_OF) if _matches(mol, kind)]
    if len(kinds) != 1:
        return None
    if kinds != ["hydroxyl"]:
        return CLASS_OF[kinds[0]]
    carbons = [mol.GetAtomWithIdx(index).GetNeighbors()[0] for (index,) in _matches(mol, "hydroxyl")]
    aromatic = {carbon.GetIsAromatic() for carbon in carbons}
    return None if len(aromatic) > 1 else "phenol" if aromatic == {True} else "alcohol"


def _class_of_hydrocarbon(mol: Chem.Mol) -> str | None:
    if aromatic_rings(mol):
        return "aromatic hydrocarbon"
    found = find_groups(mol)
    n_double, n_triple = len(found["C=C"]), len(found["C≡C"])
    if not n_double and not n_triple:
        return "cycloalkane" if mol.GetRingInfo().NumRings() else "alkane"
    if mol.GetRingInfo().NumRings() or n_double + n_triple > 1:
        return None
    return "alkene" if n_double else "alkyne"


def _is_of_carbons(mol: Chem.Mol, ring: tuple[int, ...]) -> bool:
    return len(ring) == 6 and all(mol.GetAtomWithIdx(index).GetSymbol() == "C" for index in ring)
