"""What can be said of drawn atoms: their particles, the shells and the boxes of their electrons."""

from __future__ import annotations

from vlcorpus.schemas.scenes.claims import truth_value
from vlcorpus.schemas.stem.periodic_table import FILLING
from vlcorpus.stages.verify.oracle import Unknown
from vlcorpus.stages.verify.periodic_table.picture import Picture


def electrons(picture: Picture, x: str) -> str:
    return str(picture.atom(x).electrons)


def protons(picture: Picture, x: str) -> str:
    return str(picture.with_protons(x).protons)


def neutrons(picture: Picture, x: str) -> str:
    return str(_neutrons(picture, x))


def mass_number(picture: Picture, x: str) -> str:
    return str(picture.with_protons(x).protons + _neutrons(picture, x))


def charge(picture: Picture, x: str) -> str:
    found = _charge(picture, x)
    return f"{abs(found)}{'+' if found > 0 else '-'}" if found else "0"


def particle(picture: Picture, x: str) -> str:
    found = _charge(picture, x)
    return "atom" if not found else "cation" if found > 0 else "anion"


def _charge(picture: Picture, x: str) -> int:
    atom = picture.with_protons(x)
    return atom.protons - atom.electrons


def _neutrons(picture: Picture, x: str) -> int:
    found = picture.with_protons(x).neutrons
    if found is None:
        raise Unknown(f"nothing says how many neutrons {x} has")
    return found


def isotopes(picture: Picture, x: str, y: str) -> str:
    _differ(x, y)
    one, other = (picture.with_protons(name).protons for name in (x, y))
    return truth_value(one == other and _neutrons(picture, x) != _neutrons(picture, y))


def isoelectronic(picture: Picture, x: str, y: str) -> str:
    _differ(x, y)
    one, other = (picture.with_protons(name).electrons for name in (x, y))
    return truth_value(one == other)


def more_neutrons(picture: Picture, x: str, y: str) -> str:
    _differ(x, y)
    one, other = _neutrons(picture, x), _neutrons(picture, y)
    if one == other:
        raise Unknown(f"{x} has as many neutrons as {y}")
    return x if one > other else y


def _differ(x: str, y: str) -> None:
    if x == y:
        raise Unknown(f"{x} is compared with itself")


def drawn_shells(picture: Picture, x: str) -> str:
    return str(len(picture.shells(x).shells))


def outer(picture: Picture, x: str) -> str:
    return str(picture.shells(x).shells[-1])


def in_shell(picture: Picture, n: str, x: str) -> str:
    shells = picture.shells(x).shells
    numbered = {str(k): held for k, held in enumerate(shells, start=1)}
    if n not in numbered:
        raise Unknown(f"{x} has no shell number {n}")
    return str(numbered[n])


def full_outer(picture: Picture, x: str) -> str:
    *inner, last = picture.shells(x).shells
    return truth_value(last == 8 or (last == 2 and not inner))


def unpaired(picture: Picture, x: str) -> str:
    return str(sum(len(box) == 1 for box in picture.boxes(x).boxes))


def orbitals(picture: Picture, x: str) -> str:
    return str(len(picture.boxes(x).boxes))


def empty(picture: Picture, x: str) -> str:
    return str(picture.boxes(x).boxes.count(""))


def in_subshell(picture: Picture, s: str, x: str) -> str:
    boxes = picture.boxes(x)
    if s not in boxes.subshells:
        raise Unknown(f"{s!r} is not drawn for {x}")
    return str(boxes.electrons_in(s))


def highest(picture: Picture, x: str) -> str:
    boxes = picture.boxes(x)
    return max(filter(boxes.electrons_in, boxes.subshells), key=FILLING.index)


def configuration(picture: Picture, x: str) -> str:
    boxes = picture.boxes(x)
    held = {name: boxes.electrons_in(name) for name in boxes.subshells}
    return " ".join(f"{name}{n}" for name, n in held.items() if n)


def obeys(picture: Picture, rule: str, x: str) -> str:
    boxes = picture.boxes(x)
    if rule not in boxes.obeyed:
        raise Unknown(f"there is no rule {rule!r}")
    return truth_value(boxes.obeyed[rule])


def count(picture: Picture, what: str) -> str:
    if what == "atoms" and picture.atoms:
        return str(len(picture.atoms))
    if what != "electrons" or len(picture.atoms) != 1:
        raise Unknown(f"no {what!r} are counted")
    (name,) = picture.atoms
    return str(picture.shells(name).electrons)


def nucleus(picture: Picture, x: str) -> tuple[float, float]:
    picture.shells(x)
    return 1000 * list(picture.atoms).index(x), 0
