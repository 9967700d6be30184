"""What holds of atoms and ions: their particles, shells, and boxes of orbitals."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from vlcorpus.schemas.scenes.claims import Claim, truth_value
from vlcorpus.schemas.stem.elements import BY_NUMBER, Element
from vlcorpus.schemas.stem.periodic_table import BOXES, FILLING, PARTICLES, RULES
from vlcorpus.stages.stem.periodic_table.facts import written_charge
from vlcorpus.stages.stem.periodic_table.picture import Atom, Picture

_CHARGES = (-3, -2, -1, 0, 1, 2, 3)


def atom_claims(picture: Picture) -> Iterator[Claim]:
    if not picture.atoms:
        return
    for name, atom in picture.atoms.items():
        if picture.kind == "boxes":
            yield from _of_boxes(name, atom)
        else:
            yield from _of_particles(name, atom)
        if picture.kind == "shells":
            yield from _of_shells(name, atom)
    if picture.kind != "boxes":
        for pair in permutations(picture.atoms, 2):
            yield from _of_two(*pair, picture)
    things = tuple(f"atom {name}" for name in picture.atoms)
    yield _number(("count", "atoms"), len(things), things)
    if picture.kind == "shells" and picture.has_dots and len(picture.atoms) == 1:
        ((name, atom),) = picture.atoms.items()
        dots = tuple(f"electron {name} {number + 1}" for number in range(atom.electrons))
        yield _number(("count", "electrons"), len(dots), dots)


def element_of(picture: Picture, atom: Atom) -> Element | None:
    """Return the element; None of boxes that break a rule."""
    if picture.kind == "boxes" and not all(obeys(rule, atom) for rule in RULES):
        return None
    return BY_NUMBER[atom.protons]


def obeys(rule: str, atom: Atom) -> bool:
    boxes = [box for _, subshell in atom.subshells for box in subshell]
    if rule == "Pauli":
        return not {"uu", "dd"} & set(boxes)
    if rule == "Hund":
        return all(map(_obeys_hund, (subshell for _, subshell in atom.subshells)))
    drawn = dict(atom.subshells)
    held = [name for name, subshell in atom.subshells if any(subshell)]
    before = FILLING[: FILLING.index(max(held, key=FILLING.index))]
    return all(len("".join(drawn.get(name, ()))) == 2 * BOXES[name[-1]] for name in before)


def _obeys_hund(boxes: list[str]) -> bool:
    singles = {box for box in boxes if len(box) == 1}
    return len(singles) <= 1 and not ("" in boxes and any(len(box) == 2 for box in boxes))


def _of_particles(name: str, atom: Atom) -> Iterator[Claim]:
    seen = (f"atom {name}",)
    yield _number(("electrons", name), atom.electrons, seen)
    yield _number(("protons", name), atom.protons, seen)
    charge = written_charge(atom.charge)
    charges = tuple(written_charge(other) for other in _CHARGES if other != atom.charge)
    yield Claim(("charge", name), charge, seen, charges)
    particle = PARTICLES[0 if atom.charge == 0 else 1 if atom.charge > 0 else 2]
    yield Claim(("particle", name), particle, seen, tuple(p for p in PARTICLES if p != particle))
    if atom.neutrons is not None:
        yield _number(("neutrons", name), atom.neutrons, seen)
        yield _number(("mass_number", name), atom.protons + atom.neutrons, seen)


def _of_shells(name: str, atom: Atom) -> Iterator[Claim]:
    seen = (f"atom {name}",)
    yield _number(("drawn_shells", name), len(atom.shells), seen, 1)
    yield _number(("outer", name), atom.shells[-1], seen, 1)
    for number, electrons in enumerate(atom.shells, start=1):
        yield _number(("in_shell", str(number), name), electrons, seen, 1)
    is_full = atom.shells[-1] == 8 or atom.shells == [2]
    yield Claim(("full_outer", name), truth_value(is_full), seen)


def _of_boxes(name: str, atom: Atom) -> Iterator[Claim]:
    seen = (f"atom {name}",)
    boxes = [box for _, subshell in atom.subshells for box in subshell]
    yield _number(("electrons", name), len("".join(boxes)), seen)
    yield _number(("unpaired", name), sum(len(box) == 1 for box in boxes), seen)
    yield _number(("orbitals", name), len(boxes), seen, 1)
    yield _number(("empty", name), boxes.count(""), seen)
    held = {shell: len("".join(subshell)) for shell, subshell in atom.subshells}
    for shell, electrons in held.items():
        yield _number(("in_subshell", shell, name), electrons, seen)
    highest = max((shell for shell in held if held[shell]), key=FILLING.index)
    yield Claim(("highest", name), highest, seen, tuple(shell for shell in FILLING if shell != highest))
    written = " ".join(f"{shell}{electrons}" for shell, electrons in held.items() if electrons)
    yield Claim(("configuration", name), written, seen, _other_configurations(held, written))
    for rule in RULES:
        yield Claim(("obeys", rule, name), truth_value(obeys(rule, atom)), seen)


def _other_configurations(held: dict[str, int], written: str) -> tuple[str, ...]:
    """Return configurations with an electron more or less in one subshell."""
    found = []
    for shell, electrons in held.items():
        for other in (electrons - 1, electrons + 1):
            if 0 < other <= 2 * BOXES[shell[-1]]:
                changed = held | {shell: other}
                found.append(" ".join(f"{name}{n}" for name, n in changed.items() if n))
    return tuple(text for text in dict.fromkeys(found) if text != written)


def _of_two(a: str, b: str, picture: Picture) -> Iterator[Claim]:
    one, other = picture.atoms[a], picture.atoms[b]
    things = (f"atom {a}", f"atom {b}")
    yield Claim(("isoelectronic", a, b), truth_value(one.electrons == other.electrons), things)
    if one.neutrons is not None and other.neutrons is not None:
        are_isotopes = one.protons == other.protons and one.neutrons != other.neutrons
        yield Claim(("isotopes", a, b), truth_value(are_isotopes), things)
        if one.neutrons != other.neutrons:
            value, rival = (a, b) if one.neutrons > other.neutrons else (b, a)
            yield Claim(("more_neutrons", a, b), value, things, (rival,))


def _number(expression: tuple[str, ...], n: int, seen: tuple[str, ...], least: int = 0) -> Claim:
    rivals = tuple(str(k) for k in range(n - 3, n + 4) if k != n and k >= least)
    return Claim(expression, str(n), seen, rivals)
