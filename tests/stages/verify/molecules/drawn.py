"""Molecules as truths, drawn from SMILES by RDKit; marks are the map numbers of atoms, `[CH3:1]`."""

from rdkit import Chem
from rdkit.Chem import rdDepictor

from vlcorpus.stages.verify.molecules.picture import Picture, read_picture

NAMES = ("molecule", "I", "II", "III")


def truth(*smiles: str, masses: dict[str, float] | None = None) -> dict:
    told: dict = {
        "drawing": "skeletal",
        "atoms": [],
        "bonds": [],
        "molecules": {},
        "marks": {},
        "masses": masses or {},
    }
    for k, one in enumerate(smiles):
        name = "molecule" if len(smiles) == 1 else NAMES[k + 1]
        add(told, name, one, shift=2000 * k)
    return told


def add(told: dict, name: str, smiles: str, shift: int) -> None:
    molecule = Chem.MolFromSmiles(smiles)
    Chem.Kekulize(molecule, clearAromaticFlags=True)
    rdDepictor.Compute2DCoords(molecule)
    first = len(told["atoms"])
    for atom in molecule.GetAtoms():
        point = molecule.GetConformer().GetAtomPosition(atom.GetIdx())
        told["atoms"].append(
            {
                "element": atom.GetSymbol(),
                "hydrogens": atom.GetTotalNumHs(),
                "at": [round(67 * point.x) + shift, round(67 * point.y)],
            }
        )
        if atom.GetAtomMapNum():
            told["marks"][f"atom {atom.GetAtomMapNum()}"] = first + atom.GetIdx()
    for bond in molecule.GetBonds():
        ends = (first + bond.GetBeginAtomIdx(), first + bond.GetEndAtomIdx())
        told["bonds"].append([*ends, int(bond.GetBondTypeAsDouble())])
    told["molecules"][name] = list(range(first, len(told["atoms"])))


def picture(*smiles: str, masses: dict[str, float] | None = None) -> Picture:
    return read_picture(truth(*smiles, masses=masses))
