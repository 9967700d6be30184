"""Where the atoms of a molecule are drawn: as RDKit lays them out, or along a line with branches."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import combinations
from random import Random

from rdkit import Chem
from rdkit.Chem import rdDepictor

from vlcorpus.schemas.scenes.path import Point
from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.network.links import crossing
from vlcorpus.stages.stem.segments import off_segment

BOND = 100.0  # length of a bond
WIDE = (170.0, 130.0)  # of bonds to the right and up, so that there is room for `CH₂`
SQUARE = (BOND, BOND)
_APART = 55.0  # of two atoms
_OFF = 38.0  # of an atom to a bond of others
_REACH = WIDE[0] / 2 + _OFF  # an atom that is further from the middle of a bond is not near it
_MIN_ANGLE = math.radians(35)  # between two bonds of an atom


def lay_out(mol: Chem.Mol, random: Random) -> list[Point]:
    """Return a place for each atom, hydrogens of their own among them, turned or mirrored at random.

    Coordinates are RDKit's, of one release of it. Raises Unfit where the drawing would be ambiguous.
    """
    copy = Chem.Mol(mol)
    rdDepictor.Compute2DCoords(copy)
    conformer = copy.GetConformer()
    turn = math.radians(random.choice((0, 0, 30, -30, 60, 90, 180)))
    flip = random.choice((1, -1))
    cos, sin, scale = math.cos(turn), math.sin(turn), BOND / 1.5  # RDKit's bonds are 1.5 long
    places = []
    for index in range(copy.GetNumAtoms()):
        at = conformer.GetAtomPosition(index)
        x, y = at.x * scale, flip * at.y * scale
        places.append((float(round(x * cos - y * sin)), float(round(x * sin + y * cos))))
    _check(copy, places)
    return places


def lay_along_a_line(mol: Chem.Mol, bond: tuple[float, float], random: Random) -> list[Point]:
    """Return places with the longest chain along a line, and branches at right angles to what bears them.

    Raises Unfit for a molecule with a ring, and where branches find no room.
    """
    if mol.GetRingInfo().NumRings():
        raise Unfit("a ring lies on no line")
    chain = _longest_path(mol)
    if random.random() < 0.5:
        chain.reverse()
    places = {index: (bond[0] * number, 0.0) for number, index in enumerate(chain)}
    for index in chain:
        _branch(mol, index, (1, 0), places, bond, random)
    listed = [places[index] for index in range(mol.GetNumAtoms())]
    _check(mol, listed)
    return listed


def _longest_path(mol: Chem.Mol) -> list[int]:
    ends = [atom.GetIdx() for atom in mol.GetAtoms() if atom.GetDegree() == 1]
    paths = (list(Chem.GetShortestPath(mol, a, b)) for a, b in combinations(ends, 2))
    return max(paths, key=len)


def _branch(
    mol: Chem.Mol,
    index: int,
    way: tuple[int, int],
    places: dict[int, Point],
    bond: tuple[float, float],
    random: Random,
) -> None:
    """Place what is bonded to an atom and has no place: at right angles to the way on which it lies."""
    open_ = [
        atom.GetIdx() for atom in mol.GetAtomWithIdx(index).GetNeighbors() if atom.GetIdx() not in places
    ]
    x, y = places[index]
    ways = [(way[1], way[0]), (-way[1], -way[0])]
    random.shuffle(ways)
    if way[1]:  # a branch goes straight on, where it bears one atom
        ways.insert(0 if len(open_) == 1 else 2, way)
    if len(open_) > len(ways):
        raise Unfit("no room for a branch")
    for neighbor, (right, up) in zip(open_, ways, strict=False):
        places[neighbor] = (x + right * bond[0], y + up * bond[1])
        _branch(mol, neighbor, (right, up), places, bond, random)


def _check(mol: Chem.Mol, places: list[Point]) -> None:
    """Raise Unfit where atoms are near each other, bonds cross, or bonds of one atom look like one."""
    if any(math.dist(a, b) < _APART for a, b in combinations(places, 2)):
        raise Unfit("atoms are near each other")
    bonds = [(bond.GetBeginAtomIdx(), bond.GetEndAtomIdx()) for bond in mol.GetBonds()]
    middles = [((places[a][0] + places[b][0]) / 2, (places[a][1] + places[b][1]) / 2) for a, b in bonds]
    for (a, b), middle in zip(bonds, middles, strict=True):
        for index, place in enumerate(places):
            is_near = index not in (a, b) and math.dist(place, middle) < _REACH
            if is_near and off_segment(place, places[a], places[b]) < _OFF:
                raise Unfit("an atom is near a bond")
    for (one, middle), (other, other_middle) in combinations(zip(bonds, middles, strict=True), 2):
        is_near = math.dist(middle, other_middle) < WIDE[0] and not set(one) & set(other)
        if is_near and crossing(*(places[index] for index in (*one, *other))):
            raise Unfit("bonds cross")
    for atom in mol.GetAtoms():
        if any(angle < _MIN_ANGLE for angle in _angles(atom, places)):
            raise Unfit("bonds lie on each other")


def _angles(atom: Chem.Atom, places: list[Point]) -> Iterator[float]:
    x, y = places[atom.GetIdx()]
    ways = sorted(
        math.atan2(places[other.GetIdx()][1] - y, places[other.GetIdx()][0] - x)
        for other in atom.GetNeighbors()
    )
    if len(ways) > 1:
        yield from (b - a for a, b in zip(ways, [*ways[1:], ways[0] + math.tau], strict=True))
