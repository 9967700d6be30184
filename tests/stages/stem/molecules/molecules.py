"""Molecules by their SMILES, and pictures that show them."""

import contextlib
from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.molecules.compose import compose
from vlcorpus.stages.stem.molecules.layout import lay_out
from vlcorpus.stages.stem.molecules.molecule import read_molecule
from vlcorpus.stages.stem.molecules.picture import ALONE, Drawn, Picture


def picture(*smiles, drawing="skeletal", **marks):
    """Return a picture of one molecule or two; `marks` are indices of atoms of the first."""
    names = [ALONE] if len(smiles) == 1 else ["I", "II"]
    drawn = {}
    for name, text in zip(names, smiles, strict=True):
        mol = read_molecule(text)
        drawn[name] = Drawn(mol, mol, lay_out(mol, Random(1)))
    made = Picture(drawing, drawn, ["by hand"])
    made.marks = {f"atom {sign}": (names[0], index) for sign, index in marks.items()}
    return made


def values(claims):
    return {claim.expression: claim.value for claim in claims}


def pictures(n):
    found, seed = [], 0
    while len(found) < n:
        with contextlib.suppress(Unfit):
            found.append(compose(Random(seed)))
        seed += 1
    return found
