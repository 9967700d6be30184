"""What can be said of a whole molecule, of two, and of the whole picture."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

from vlcorpus.schemas.scenes.claims import truth_value
from vlcorpus.schemas.stem.molecules import BONDS, ELEMENTS
from vlcorpus.stages.verify.decimals import write_decimal
from vlcorpus.stages.verify.molecules.atoms import is_stereocentre
from vlcorpus.stages.verify.molecules.constitution import is_same
from vlcorpus.stages.verify.molecules.kinds import groups_in, is_aromatic, is_hydrocarbon
from vlcorpus.stages.verify.molecules.picture import CARBON, HYDROGEN, Picture
from vlcorpus.stages.verify.oracle import Unknown

Molecule = frozenset[int]


def formula(picture: Picture, m: str) -> str:
    return written_formula(composition(picture, picture.molecule(m)))


def composition(picture: Picture, molecule: Molecule) -> Counter[str]:
    """Return how many atoms of each element there are, hydrogens too."""
    found = Counter(picture.atoms[atom].element for atom in molecule)
    found[HYDROGEN] = sum(picture.atoms[atom].hydrogens for atom in molecule)
    return +found


def written_formula(atoms: Counter[str]) -> str:
    """Return carbons, hydrogens, then the others by the alphabet (Hill 1900)."""
    order = sorted(atoms, key=lambda element: (element != CARBON, element != HYDROGEN, element))
    return "".join(element + (str(atoms[element]) if atoms[element] > 1 else "") for element in order)


def atoms(picture: Picture, e: str, m: str) -> str:
    return str(_number_of(picture, e, m))


def _number_of(picture: Picture, element: str, m: str) -> int:
    if element not in (*ELEMENTS, HYDROGEN):
        raise Unknown(f"{element!r} is no element of molecules")
    return composition(picture, picture.molecule(m))[element]


def rings(picture: Picture, m: str) -> str:
    return str(len(_rings(picture, picture.molecule(m))))


def aromatic(picture: Picture, m: str) -> str:
    return truth_value(is_aromatic(picture, picture.molecule(m)))


def saturated(picture: Picture, m: str) -> str:
    molecule = picture.molecule(m)
    if not is_hydrocarbon(picture, molecule) or is_aromatic(picture, molecule):
        raise Unknown(f"{m} is not of carbon and hydrogen alone, or aromatic")
    return truth_value(all(map(picture.is_sp3, molecule)))


def unsaturation(picture: Picture, m: str) -> str:
    molecule = picture.molecule(m)
    more = sum(order - 1 for one, _, order in picture.each_bond() if one in molecule)
    return str(len(_rings(picture, molecule)) + more)


def _rings(picture: Picture, molecule: Molecule) -> list[tuple[int, ...]]:
    return [ring for ring in picture.rings if molecule.issuperset(ring)]


def longest_chain(picture: Picture, m: str) -> str:
    molecule = picture.molecule(m)
    if _rings(picture, molecule):
        raise Unknown(f"{m} has a ring")
    carbons = [atom for atom in molecule if picture.is_carbon(atom)]
    return str(max((_longest_from(picture, carbon, None) for carbon in carbons), default=0))


def _longest_from(picture: Picture, carbon: int, before: int | None) -> int:
    further = [other for other in picture.neighbours(carbon, CARBON) if other != before]
    return 1 + max((_longest_from(picture, other, carbon) for other in further), default=0)


def methyl(picture: Picture, m: str) -> str:
    found = [atom for atom in picture.molecule(m) if picture.is_carbon(atom)]
    return str(sum(picture.atoms[atom].hydrogens == 3 for atom in found))


def molar_mass(picture: Picture, m: str) -> str:
    needed = composition(picture, picture.molecule(m))
    if missing := needed.keys() - picture.masses.keys():
        raise Unknown(f"no mass of {', '.join(sorted(missing))} is written")
    return write_decimal(Fraction(sum(n * picture.masses[element] for element, n in needed.items())))


def stereocentres(picture: Picture, m: str) -> str:
    carbons = [atom for atom in picture.molecule(m) if picture.is_carbon(atom)]
    return str(sum(is_stereocentre(picture, carbon) for carbon in carbons))


def cis_trans(picture: Picture, m: str) -> str:
    one, other = _only_double_bond(picture, picture.molecule(m))
    sides = [_side(picture, one, other, _beyond(picture, *pair)) for pair in ((one, other), (other, one))]
    if 0 in sides:
        raise Unknown("a neighbour is in line with the double bond")
    return "cis" if sides[0] * sides[1] > 0 else "trans"


def _only_double_bond(picture: Picture, molecule: Molecule) -> tuple[int, int]:
    """Return the two carbons of the only C=C, where it is in no ring."""
    found = groups_in(picture, molecule, "C=C")
    if len(found) != 1:
        raise Unknown(f"there are {len(found)} C=C")
    one, other = found[0].atoms
    if any({one, other} <= set(ring) for ring in picture.rings):
        raise Unknown("the C=C is in a ring")
    return one, other


def _beyond(picture: Picture, carbon: int, other: int) -> int:
    """Return the neighbour of a carbon of a C=C that is not of it. Raises Unknown for two, and for none."""
    found = [atom for atom in picture.bonds[carbon] if atom != other]
    if len(found) != 1:
        raise Unknown("a carbon of the C=C has not just one hydrogen")
    return found[0]


def _side(picture: Picture, one: int, other: int, atom: int) -> int:
    """Return twice the area of a triangle: its sign says on which side of a line an atom is."""
    (ax, ay), (bx, by), (x, y) = (picture.atoms[k].at for k in (one, other, atom))
    return (bx - ax) * (y - ay) - (by - ay) * (x - ax)


def substitution(picture: Picture, m: str) -> str:
    found = _rings(picture, picture.molecule(m))
    if len(found) != 1 or not groups_in(picture, picture.molecule(m), "benzene"):
        raise Unknown(f"{m} has not just one ring, a benzene ring")
    (ring,) = found
    bare = [k for k, atom in enumerate(ring) if not picture.atoms[atom].hydrogens]
    if len(bare) != 2:
        raise Unknown(f"{len(bare)} carbons of the ring have no hydrogen")
    apart = bare[1] - bare[0]
    return {1: "ortho", 2: "meta", 3: "para"}[min(apart, len(ring) - apart)]


def relation(picture: Picture, m: str, n: str) -> str:
    one, other = _both(picture, m, n)
    if composition(picture, one) != composition(picture, other):
        return "different"
    if not is_same(picture, one, other):
        return "isomers"
    if groups_in(picture, one, "C=C"):
        raise Unknown("they may be cis and trans")
    return "same"


def _both(picture: Picture, m: str, n: str) -> tuple[Molecule, Molecule]:
    if m == n:
        raise Unknown(f"{m} is compared with itself")
    return picture.molecule(m), picture.molecule(n)


def same_formula(picture: Picture, m: str, n: str) -> str:
    one, other = _both(picture, m, n)
    return truth_value(composition(picture, one) == composition(picture, other))


def more(picture: Picture, e: str, m: str, n: str) -> str:
    _both(picture, m, n)
    of_m, of_n = _number_of(picture, e, m), _number_of(picture, e, n)
    if of_m == of_n:
        raise Unknown(f"they have as many atoms of {e}")
    return m if of_m > of_n else n


def count(picture: Picture, what: str) -> str:
    orders = Counter(BONDS[order] for _, _, order in picture.each_bond())
    numbers = {
        "double bonds": orders["double"],
        "triple bonds": orders["triple"],
        "heteroatoms": sum(atom.element != CARBON for atom in picture.atoms),
        "marks": len(picture.marks),
        "molecules": len(picture.molecules),
    }
    if what not in numbers:
        raise Unknown(f"nobody counts {what!r}")
    return str(numbers[what])
