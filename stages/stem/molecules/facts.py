"""What holds of molecules: their formulas, groups, classes, and how two of them are related."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import permutations

from rdkit import Chem

from vlcorpus.schemas.scenes.claims import Claim, truth_value
from vlcorpus.schemas.stem.molecules import (
    CLASSES,
    DEGREES,
    ELEMENTS,
    HYDROCARBONS,
    RELATIONS,
    SUBSTITUTIONS,
)
from vlcorpus.stages.stem.molecules.atom_facts import atom_claims
from vlcorpus.stages.stem.molecules.draw import KINDS, atom_name, bond_name
from vlcorpus.stages.stem.molecules.groups import (
    aromatic_rings,
    class_of,
    find_groups,
    has_aromatic_heteroatom,
)
from vlcorpus.stages.stem.molecules.molecule import canonical
from vlcorpus.stages.stem.molecules.picture import Drawn, Picture
from vlcorpus.stages.stem.molecules.rivals import around, but
from vlcorpus.stages.stem.molecules.stereo import cis_trans, stereocentres

_UNSATURATED = ("C=C", "C≡C", "benzene")


def claims(picture: Picture) -> tuple[Claim, ...]:
    return (
        *(claim for name, drawn in picture.molecules.items() for claim in _of_molecule(name, drawn)),
        *atom_claims(picture),
        *_of_two(picture),
        *_mass(picture),
        *_counts(picture),
    )


def _of_molecule(name: str, drawn: Drawn) -> Iterator[Claim]:
    mol = drawn.mol
    atoms = _atoms(mol)
    formula = _formula(atoms)
    yield Claim(("formula", name), formula, (), _other_formulas(atoms))
    for element in ("H", *ELEMENTS):
        n = atoms[element]
        yield Claim(("atoms", element, name), str(n), (), around(n))
    yield from _of_rings_and_bonds(name, mol)
    yield from _of_groups(name, mol)
    yield from _of_carbons(name, mol)
    if side := cis_trans(mol, drawn.places):
        yield Claim(("cis_trans", name), side, (), but(side, ("cis", "trans")))


def _of_rings_and_bonds(name: str, mol: Chem.Mol) -> Iterator[Claim]:
    n_rings = mol.GetRingInfo().NumRings()
    yield Claim(("rings", name), str(n_rings), (), around(n_rings))
    is_aromatic = bool(aromatic_rings(mol))
    yield Claim(("aromatic", name), truth_value(is_aromatic))
    orders = [int(bond.GetBondTypeAsDouble()) for bond in mol.GetBonds()]
    if not is_aromatic and all(atom.GetSymbol() == "C" for atom in mol.GetAtoms()):
        yield Claim(("saturated", name), truth_value(set(orders) == {1}))
    n = n_rings + sum(orders) - len(orders)
    yield Claim(("unsaturation", name), str(n), (), around(n))


def _of_groups(name: str, mol: Chem.Mol) -> Iterator[Claim]:
    found = find_groups(mol)
    for group, matches in found.items():
        yield Claim(("has", group, name), truth_value(bool(matches)))
        yield Claim(("groups", group, name), str(len(matches)), (), around(len(matches)))
    if (kind := class_of(mol)) is not None:
        of_its_kind = HYDROCARBONS if kind in HYDROCARBONS else CLASSES[len(HYDROCARBONS) :]
        yield Claim(("class", name), kind, (), but(kind, of_its_kind))
    if len(found.get("hydroxyl", ())) == 1:
        ((oxygen,),) = found["hydroxyl"]
        carbon = mol.GetAtomWithIdx(oxygen).GetNeighbors()[0]
        if all(bond.GetBondTypeAsDouble() == 1 for bond in carbon.GetBonds()):
            yield from _degree("alcohol_class", name, carbon)
    if len(found.get("amino", ())) == 1 and not has_aromatic_heteroatom(mol):
        ((nitrogen,),) = found["amino"]
        yield from _degree("amine_class", name, mol.GetAtomWithIdx(nitrogen))


def _degree(operation: str, name: str, atom: Chem.Atom) -> Iterator[Claim]:
    n_carbons = sum(other.GetSymbol() == "C" for other in atom.GetNeighbors())
    if n_carbons:
        degrees = DEGREES[:3]
        yield Claim((operation, name), DEGREES[n_carbons - 1], (), but(DEGREES[n_carbons - 1], degrees))


def _of_carbons(name: str, mol: Chem.Mol) -> Iterator[Claim]:
    carbons = [atom for atom in mol.GetAtoms() if atom.GetSymbol() == "C"]
    n_methyl = sum(atom.GetTotalNumHs() == 3 for atom in carbons)
    yield Claim(("methyl", name), str(n_methyl), (), around(n_methyl))
    n_centers = stereocentres(mol)
    if n_centers is not None:
        yield Claim(("stereocentres", name), str(n_centers), (), around(n_centers))
    if not mol.GetRingInfo().NumRings():
        longest = _longest_chain(mol)
        yield Claim(("longest_chain", name), str(longest), (), around(longest, 1))
    if pattern := _substitution(mol):
        yield Claim(("substitution", name), pattern, (), but(pattern, SUBSTITUTIONS))


def _longest_chain(mol: Chem.Mol) -> int:
    """Return how many carbons are on the longest way through carbons, of a molecule without rings."""
    carbons = [atom.GetIdx() for atom in mol.GetAtoms() if atom.GetSymbol() == "C"]
    ways = [Chem.GetShortestPath(mol, a, b) for a in carbons for b in carbons if a < b]
    return max((len(way) for way in ways if set(way) <= set(carbons)), default=1)


def _substitution(mol: Chem.Mol) -> str | None:
    rings = mol.GetRingInfo().AtomRings()
    if len(rings) != 1 or not find_groups(mol).get("benzene"):
        return None
    bearing = [k for k, index in enumerate(rings[0]) if not mol.GetAtomWithIdx(index).GetTotalNumHs()]
    if len(bearing) != 2:
        return None
    apart = bearing[1] - bearing[0]
    return SUBSTITUTIONS[min(apart, 6 - apart) - 1]


def _of_two(picture: Picture) -> Iterator[Claim]:
    if len(picture.molecules) < 2:
        return
    one, other = picture.molecules.values()
    atoms = {name: _atoms(drawn.mol) for name, drawn in picture.molecules.items()}
    is_same = canonical(one.mol) == canonical(other.mol)
    has_one_formula = len({_formula(each) for each in atoms.values()}) == 1
    relation = "same" if is_same else "isomers" if has_one_formula else "different"
    is_sure = not is_same or not find_groups(one.mol)["C=C"]  # else one may be cis, the other trans
    for a, b in permutations(picture.molecules):
        if is_sure:
            yield Claim(("relation", a, b), relation, (), but(relation, RELATIONS))
        yield Claim(("same_formula", a, b), truth_value(has_one_formula))
        for element in ("H", *ELEMENTS):
            n, m = atoms[a][element], atoms[b][element]
            if n != m:
                more, fewer = (a, b) if n > m else (b, a)
                yield Claim(("more", element, a, b), more, (), (fewer,))


def _mass(picture: Picture) -> Iterator[Claim]:
    for name, drawn in picture.molecules.items():
        atoms = _atoms(drawn.mol)
        if picture.masses and set(atoms) <= set(picture.masses):
            mass = sum(picture.masses[element] * n for element, n in atoms.items())
            rivals = (mass - 14, mass - 2, mass + 2, mass + 14, mass + 16)
            yield Claim(("molar_mass", name), str(mass), ("masses 1",), tuple(map(str, rivals)))


def _counts(picture: Picture) -> Iterator[Claim]:
    bonds: dict[str, list[str]] = {kind: [] for kind in KINDS.values()}
    heteroatoms = []
    for name, drawn in picture.molecules.items():
        for bond in drawn.mol.GetBonds():
            bonds[KINDS[int(bond.GetBondTypeAsDouble())]].append(bond_name(name, bond))
        heteroatoms += [atom_name(name, atom) for atom in drawn.mol.GetAtoms() if atom.GetSymbol() != "C"]
    counted = {
        "double bonds": bonds["double bond"],
        "triple bonds": bonds["triple bond"],
        "heteroatoms": heteroatoms,
        "marks": list(picture.marks),
    }
    for what, names in counted.items():
        yield Claim(("count", what), str(len(names)), tuple(names), around(len(names)))


def _atoms(mol: Chem.Mol) -> Counter[str]:
    """Return how many atoms of each element there are; of hydrogen too."""
    atoms = Counter(atom.GetSymbol() for atom in mol.GetAtoms())
    atoms["H"] = sum(atom.GetTotalNumHs() for atom in mol.GetAtoms())
    return +atoms


def _formula(atoms: Counter[str]) -> str:
    order = ["C", "H", *sorted(set(atoms) - {"C", "H"})]
    return "".join(
        f"{symbol}{'' if atoms[symbol] == 1 else atoms[symbol]}" for symbol in order if atoms[symbol]
    )


def _other_formulas(atoms: Counter[str]) -> tuple[str, ...]:
    """Return formulas that one gets who forgets hydrogens or a carbon, or adds some."""
    changes = ({"H": -2}, {"H": 2}, {"H": -1}, {"H": 1}, {"C": -1, "H": -2}, {"C": 1, "H": 2})
    return tuple(_formula(atoms + Counter(change)) for change in changes)
