"""Atoms and ions at random: diagrams of shells, boxes of orbitals that may break a rule, and nuclides."""

from __future__ import annotations

from itertools import pairwise
from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.schemas.stem.elements import BY_NUMBER
from vlcorpus.schemas.stem.periodic_table import BOXES, FILLING, LETTERS
from vlcorpus.stages.stem.periodic_table.facts import usual_charge
from vlcorpus.stages.stem.periodic_table.picture import Atom, Picture

_LAST = 20  # calcium: from scandium on shells are not filled one after the other
_FULL = (2, 8, 8, 2)  # electrons of shells, up to calcium
# Neutrons of the isotopes of an element that textbooks write, beside those of the commonest one.
_ISOTOPES = {
    1: (0, 1, 2),
    2: (1, 2),
    3: (3, 4),
    5: (5, 6),
    6: (6, 7, 8),
    7: (7, 8),
    8: (8, 9, 10),
    10: (10, 12),
}
_ISOTOPES |= {
    12: (12, 13, 14),
    17: (18, 20),
    19: (20, 21),
    26: (28, 30, 31),
    29: (34, 36),
    38: (50, 52),
    53: (74, 78),
}
_MASS_NUMBERS = {4: 9, 9: 19, 11: 23, 13: 27, 14: 28, 15: 31, 16: 32, 18: 40, 20: 40, 25: 55, 27: 59, 30: 64}
_MASS_NUMBERS |= {35: 79, 36: 84, 37: 85, 47: 107, 50: 120, 56: 138, 79: 197, 80: 202, 82: 208}


def compose_shells(random: Random) -> Picture:
    has_dots = random.random() < 0.6
    picture = Picture("shells", ["shells with dots" if has_dots else "shells as arcs"], has_dots=has_dots)
    has_neutrons = random.random() < 0.4
    for name in _letters(random.randint(1, 2 if has_dots else 3), random):
        atom = _atom(random, has_neutrons)
        if atom.protons > _LAST:
            raise Unfit("shells that are not filled in order")
        atom.shells = _shells(atom.electrons)
        if not has_neutrons:
            atom.neutrons = None
        picture.atoms[name] = atom
    if has_neutrons:
        picture.steps.append("neutrons in the nucleus")
    _tell_kinds(picture)
    return picture


def compose_nuclides(random: Random) -> Picture:
    picture = Picture("nuclides", ["nuclides"])
    for name in _letters(random.randint(2, 5), random):
        known = list(picture.atoms.values())
        if known and random.random() < 0.35:
            atom = _isotope(random.choice(known), random)
        else:
            atom = _atom(random, True)
        if any(
            (atom.protons, atom.neutrons, atom.charge) == (o.protons, o.neutrons, o.charge) for o in known
        ):
            raise Unfit("a nuclide twice")
        picture.atoms[name] = atom
    _tell_kinds(picture)
    return picture


def compose_boxes(random: Random) -> Picture:
    picture = Picture("boxes", ["orbital boxes"])
    for name in _letters(random.choice((1, 1, 2, 2, 3)), random):
        number = random.randint(2, _LAST)
        atom = Atom(number, subshells=_filled(number))
        if random.random() < 0.4:
            fault = random.choice(list(_FAULTS))
            _FAULTS[fault](atom, random)
            picture.steps.append(fault)
        picture.atoms[name] = atom
    picture.steps.append("one diagram" if len(picture.atoms) == 1 else "several diagrams")
    return picture


def _letters(n: int, random: Random) -> list[str]:
    return sorted(random.sample(LETTERS, n))


def _atom(random: Random, has_neutrons: bool) -> Atom:
    """Return an atom, or a common ion, of an element whose isotopes are known here."""
    known = [number for number in (*_ISOTOPES, *_MASS_NUMBERS) if number <= _LAST or has_neutrons]
    number = random.choice(known)
    neutrons = random.choice(_neutrons(number))
    usual = usual_charge(BY_NUMBER[number])
    charge = usual if usual and random.random() < 0.45 else 0
    return Atom(number, neutrons, charge=charge)


def _neutrons(number: int) -> tuple[int, ...]:
    return _ISOTOPES[number] if number in _ISOTOPES else (_MASS_NUMBERS[number] - number,)


def _isotope(atom: Atom, random: Random) -> Atom:
    return Atom(atom.protons, random.choice(_neutrons(atom.protons)), charge=0)


def _shells(electrons: int) -> list[int]:
    shells = []
    for full in _FULL:
        if electrons > 0:
            shells.append(min(full, electrons))
            electrons -= full
    return shells


def _tell_kinds(picture: Picture) -> None:
    charges = {(atom.charge > 0) - (atom.charge < 0) for atom in picture.atoms.values()}
    for sign, step in ((1, "a cation"), (-1, "an anion"), (0, "a neutral atom")):
        if sign in charges:
            picture.steps.append(step)


def _filled(electrons: int) -> list[tuple[str, list[str]]]:
    """Return subshells in the order in which they fill, up to the last one that holds electrons."""
    found = []
    for name in FILLING:
        n = BOXES[name[-1]]
        here = min(electrons, 2 * n)
        if here <= 0:
            break
        found.append((name, ["ud" if k < here - n else "u" if k < here else "" for k in range(n)]))
        electrons -= here
    return found


def _break_pauli(atom: Atom, random: Random) -> None:
    pairs = [(boxes, k) for _, boxes in atom.subshells for k, box in enumerate(boxes) if box == "ud"]
    boxes, k = random.choice(pairs)
    boxes[k] = "uu"


def _break_hund(atom: Atom, random: Random) -> None:
    """Put two electrons into one box beside an empty one, or turn one of several."""
    for _, boxes in atom.subshells:
        singles = [k for k, box in enumerate(boxes) if box == "u"]
        if len(singles) >= 2:
            if random.random() < 0.5:
                boxes[singles[0]], boxes[singles[-1]] = "ud", ""
            else:
                boxes[singles[-1]] = "d"
            return
    raise Unfit("no electrons that Hund's rule is about")


def _break_aufbau(atom: Atom, random: Random) -> None:
    """Move an electron from a full subshell to the next one."""
    pairs = [
        (boxes, after) for (_, boxes), (_, after) in pairwise(atom.subshells) if "" in after and "ud" in boxes
    ]
    if not pairs:
        raise Unfit("no electron to move")
    boxes, after = random.choice(pairs)
    boxes[-1] = "u"
    after[after.index("")] = "u"


_FAULTS = {
    "Pauli's principle broken": _break_pauli,
    "Hund's rule broken": _break_hund,
    "aufbau principle broken": _break_aufbau,
}
