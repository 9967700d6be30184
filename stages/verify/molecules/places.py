"""Where atoms, bonds and rings of drawn molecules are."""

from __future__ import annotations

from vlcorpus.schemas.stem.molecules import BONDS
from vlcorpus.stages.verify.molecules.atoms import two
from vlcorpus.stages.verify.molecules.picture import CARBON, Picture
from vlcorpus.stages.verify.oracle import Unknown

XY = tuple[float, float]


def atom(picture: Picture, a: str) -> XY:
    return _mean(picture, picture.marked(a))


def halfway(picture: Picture, a: str, b: str) -> XY:
    one, other = two(picture, a, b)
    if other not in picture.bonds[one]:
        raise Unknown(f"no bond joins {a} and {b}")
    return _mean(picture, one, other)


def only(picture: Picture, e: str) -> XY:
    found = [k for k, told in enumerate(picture.atoms) if told.element == e]
    if len(found) != 1 or e == CARBON:
        raise Unknown(f"there are {len(found)} atoms of {e}")
    return _mean(picture, *found)


def only_bond(picture: Picture, order: str) -> XY:
    found = [(one, other) for one, other, n in picture.each_bond() if n > 1 and BONDS[n] == order]
    if len(found) != 1:
        raise Unknown(f"there are {len(found)} {order} bonds")
    return _mean(picture, *found[0])


def ring(picture: Picture, m: str) -> XY:
    molecule = picture.molecule(m)
    found = [one for one in picture.rings if molecule.issuperset(one)]
    if len(found) != 1:
        raise Unknown(f"{m} has {len(found)} rings")
    return _mean(picture, *found[0])


def _mean(picture: Picture, *atoms: int) -> XY:
    xs, ys = zip(*(picture.atoms[k].at for k in atoms), strict=True)
    return sum(xs) / len(xs), sum(ys) / len(ys)
