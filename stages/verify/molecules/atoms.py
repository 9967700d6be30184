"""What can be said of the marked atoms of drawn molecules."""

from __future__ import annotations

from collections import deque

from vlcorpus.schemas.scenes.claims import truth_value
from vlcorpus.schemas.stem.molecules import BONDS, DEGREES
from vlcorpus.stages.verify.molecules.constitution import are_alike, is_plain
from vlcorpus.stages.verify.molecules.groups import groups_of
from vlcorpus.stages.verify.molecules.picture import CARBON, Picture
from vlcorpus.stages.verify.oracle import Unknown


def element(picture: Picture, a: str) -> str:
    return picture.atoms[picture.marked(a)].element


def hydrogens(picture: Picture, a: str) -> str:
    return str(picture.atoms[picture.marked(a)].hydrogens)


def hybridisation(picture: Picture, a: str) -> str:
    orders = picture.bonds[_marked_carbon(picture, a)].values()
    return {1: "sp3", 2: "sp2", 3: "sp"}[max(orders, default=1)]


def carbon_class(picture: Picture, a: str) -> str:
    carbon = _marked_carbon(picture, a)
    if not picture.is_sp3(carbon):
        raise Unknown(f"{a} is no sp3 carbon")
    return degree(picture, carbon)


def degree(picture: Picture, atom: int) -> str:
    """Return how many carbons an atom is bonded to, as a word. Raises Unknown for none."""
    n = len(picture.neighbours(atom, CARBON))
    if not n:
        raise Unknown("it is bonded to no carbon")
    return DEGREES[n - 1]


def bonded(picture: Picture, a: str, b: str) -> str:
    one, other = two(picture, a, b)
    return truth_value(other in picture.bonds[one])


def bond(picture: Picture, a: str, b: str) -> str:
    one, other = two(picture, a, b)
    if other not in picture.bonds[one]:
        raise Unknown(f"no bond joins {a} and {b}")
    if picture.is_aromatic_bond(one, other):
        raise Unknown("an aromatic bond is neither single nor double")
    return BONDS[picture.bonds[one][other]]


def between(picture: Picture, a: str, b: str) -> str:
    start, end = two(picture, a, b)
    distances, pending = {start: 0}, deque([start])
    while end not in distances:
        atom = pending.popleft()
        new = picture.bonds[atom].keys() - distances.keys()
        distances |= dict.fromkeys(new, distances[atom] + 1)
        pending += new
    return str(distances[end])


def in_ring(picture: Picture, a: str) -> str:
    return truth_value(picture.marked(a) in picture.in_rings)


def ring_size(picture: Picture, a: str) -> str:
    atom = picture.marked(a)
    sizes = [len(ring) for ring in picture.rings if atom in ring]
    if len(sizes) != 1:
        raise Unknown(f"{a} is in {len(sizes)} rings")
    return str(sizes[0])


def group(picture: Picture, a: str) -> str:
    atom = picture.marked(a)
    kinds = [one.kind for one in groups_of(picture) if atom in one.atoms]
    if len(kinds) != 1:
        raise Unknown(f"{a} belongs to {len(kinds)} groups")
    return kinds[0]


def stereocentre(picture: Picture, a: str) -> str:
    return truth_value(is_stereocentre(picture, _marked_carbon(picture, a)))


def is_stereocentre(picture: Picture, carbon: int) -> bool:
    """Raises Unknown where it takes more than the constitution to tell."""
    hydrogens = picture.atoms[carbon].hydrogens
    if hydrogens > 1 or not picture.is_sp3(carbon):
        return False
    if carbon in picture.in_rings:
        raise Unknown("it is in a ring")
    branches = list(picture.bonds[carbon])
    alike = [
        one
        for k, one in enumerate(branches)
        for other in branches[k + 1 :]
        if are_alike(picture, carbon, one, other)
    ]
    if alike and not any(is_plain(picture, carbon, one) for one in alike):
        raise Unknown("two branches are alike, which may themselves be right and left")
    return not alike


def _marked_carbon(picture: Picture, name: str) -> int:
    atom = picture.marked(name)
    if not picture.is_carbon(atom):
        raise Unknown(f"{name} is no carbon")
    return atom


def two(picture: Picture, a: str, b: str) -> tuple[int, int]:
    """Return two different atoms of one molecule."""
    one, other = picture.marked(a), picture.marked(b)
    if one == other:
        raise Unknown(f"{a} is compared with itself")
    if not any({one, other} <= molecule for molecule in picture.molecules.values()):
        raise Unknown(f"{a} and {b} are of two molecules")
    return one, other
