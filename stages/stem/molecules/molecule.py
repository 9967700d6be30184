"""A molecule as RDKit knows it: read from SMILES, refused where it is nothing that a textbook shows."""

from __future__ import annotations

import re
from functools import lru_cache
from random import Random

from rdkit import Chem, rdBase

from vlcorpus.schemas.scenes.scene import Unfit

rdBase.DisableLog("rdApp.*")  # a SMILES that is refused is drawn anew: nobody has to read why
# What is unstable, not taught, or called differently by different people.
_STRANGE = (
    "[N,O,S]~[N,O,S]",
    "C=[C;X3;!$(C=O)][N,O,S,F,Cl,Br,I]",  # an enol and the like
    "C#C[N,O,S,F,Cl,Br,I]",
    "C=C=C",
    "[CX4]([N,O,S,F,Cl,Br,I])[N,O,S,F,Cl,Br,I]",  # two on one carbon: most are unstable
    "[CX3](=O)[CX3]=O",
    "[CX3;H1,H2](=O)[N,O]",  # a formate
    "[N,O][CX3](=O)[N,O]",
    "C(=O)[N,O]C=O",
    "C(=O)[S,F,Cl,Br,I]",
    "[c;r5][OX2H,NX3H2,SX2H]",
    "[C;r3]=*",
    "[#6]S[#6;A]",
    "[C;r4]=[C;r4]",
)


_ATOM = re.compile("Cl|Br|[A-Zcnos]")


@lru_cache
def smarts(pattern: str) -> Chem.Mol:
    return Chem.MolFromSmarts(pattern)


def n_atoms(smiles: str) -> int:
    """Return how many atoms a SMILES without brackets has: it is a great deal faster than to read it."""
    return len(_ATOM.findall(smiles))


def read_molecule(smiles: str) -> Chem.Mol:
    """Return the molecule with the bonds of its aromatic rings single and double in turns.

    Its atoms still know that they are aromatic. Raises Unfit for what is not sensible.
    """
    mol = Chem.MolFromSmiles(smiles)
    if mol is None:
        raise Unfit("no molecule")
    if any(mol.HasSubstructMatch(smarts(pattern)) for pattern in _STRANGE):
        raise Unfit("a strange molecule")
    Chem.Kekulize(mol)
    return mol


def canonical(mol: Chem.Mol) -> str:
    """Return what two drawings of one constitution share, wherever aromatic double bonds are drawn."""
    known = Chem.Mol(mol)
    Chem.SetAromaticity(known)
    return Chem.MolToSmiles(known, isomericSmiles=False)


def isomer(mol: Chem.Mol, random: Random) -> Chem.Mol:
    """Return a molecule of the same formula: an end of this one sits elsewhere. Raises Unfit for none."""
    ends = [atom.GetIdx() for atom in mol.GetAtoms() if atom.GetDegree() == 1 and not atom.GetIsAromatic()]
    ends = [end for end in ends if mol.GetAtomWithIdx(end).GetBonds()[0].GetBondTypeAsDouble() == 1]
    seats = [atom.GetIdx() for atom in mol.GetAtoms() if atom.GetSymbol() == "C" and atom.GetTotalNumHs()]
    pairs = [(end, seat) for end in ends for seat in seats if end != seat]
    for end, seat in random.sample(pairs, min(len(pairs), 8)):
        moved = Chem.RWMol(mol)
        moved.RemoveBond(end, moved.GetAtomWithIdx(end).GetNeighbors()[0].GetIdx())
        moved.AddBond(end, seat, Chem.BondType.SINGLE)
        try:
            made = read_molecule(Chem.MolToSmiles(moved.GetMol()))
        except (Unfit, Chem.MolSanitizeException, RuntimeError):
            continue
        if canonical(made) != canonical(mol):
            return made
    raise Unfit("no isomer")
