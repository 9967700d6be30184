"""What is claimed of a picture's elements: of each that has a name in it, and of pairs of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import permutations

from vlcorpus.schemas.scenes.claims import Claim, truth_value
from vlcorpus.schemas.stem.elements import BY_NUMBER, ELEMENTS, KINDS, Element
from vlcorpus.schemas.stem.periodic_table import FAMILIES
from vlcorpus.stages.stem.periodic_table import facts
from vlcorpus.stages.stem.periodic_table.atom_claims import atom_claims, element_of
from vlcorpus.stages.stem.periodic_table.picture import Picture
from vlcorpus.stages.stem.periodic_table.table_claims import table_claims

_MOST_SYMBOLS = 3  # of elements that are told: letters are what is asked about
_IONS = ("1+", "2+", "3+", "1-", "2-")
Named = dict[str, tuple[Element, tuple[str, ...]]]  # by names; with the things that show where it is


def claims(picture: Picture) -> tuple[Claim, ...]:
    named = dict(_named(picture))
    letters = [name for name in named if name in picture.atoms or _is_letter(picture, name)]
    return (
        *(claim for name in named for claim in _of_element(name, *named[name], is_letter=name in letters)),
        *(claim for pair in permutations(named, 2) for claim in _of_two(*pair, named)),
        *table_claims(picture, named),
        *atom_claims(picture),
    )


def _named(picture: Picture) -> Iterator[tuple[str, tuple[Element, tuple[str, ...]]]]:
    n_symbols = 0
    for cell in picture.cells:
        if cell.name:
            n_symbols += not cell.letter
            if cell.letter or n_symbols <= _MOST_SYMBOLS:
                yield cell.name, (cell.element, (cell.thing,))
    for name, atom in picture.atoms.items():
        if (element := element_of(picture, atom)) is not None:
            yield name, (element, (f"atom {name}",))


def _is_letter(picture: Picture, name: str) -> bool:
    return any(cell.letter == name for cell in picture.cells)


def _of_element(name: str, element: Element, seen: tuple[str, ...], *, is_letter: bool) -> Iterator[Claim]:
    if is_letter:
        near = [other.symbol for other in ELEMENTS if 0 < abs(other.number - element.number) <= 4]
        yield Claim(("element", name), element.symbol, seen, tuple(near))
        yield _number(("number", name), element.number, seen, 1)
    yield _number(("group", name), element.group, seen, 1, 18)
    yield _number(("period", name), element.period, seen, 1, 6)
    if element.kind:
        yield Claim(("kind", name), element.kind, seen, _but(element.kind, KINDS))
    if family := facts.family(element):
        yield Claim(("family", name), family, seen, _but(family, FAMILIES))
    if (valence := facts.valence(element)) is not None:
        yield _number(("valence", name), valence, seen, 1, 8)
        yield _number(("occupied", name), element.period, seen, 1, 6)
    if (charge := facts.usual_charge(element)) is not None:
        ion = facts.written_charge(charge)
        yield Claim(("usual_ion", name), ion, seen, _but(ion, _IONS))


def _of_two(a: str, b: str, named: Named) -> Iterator[Claim]:
    (one, seen), (other, also_seen) = named[a], named[b]
    things = tuple(dict.fromkeys(seen + also_seen))
    yield Claim(("same_group", a, b), truth_value(one.group == other.group), things)
    yield Claim(("same_period", a, b), truth_value(one.period == other.period), things)
    if one.number == other.number:
        return
    compared = {
        "higher_number": max(one, other, key=lambda element: element.number),
        "larger_atom": facts.larger_atom(one, other),
        "electronegative": facts.more_electronegative(one, other),
    }
    for operation, winner in compared.items():
        if winner is not None:
            value, rival = (a, b) if winner is one else (b, a)
            yield Claim((operation, a, b), value, things, (rival,))


def _number(
    expression: tuple[str, ...], n: int, seen: tuple[str, ...], low: int, high: int = max(BY_NUMBER)
) -> Claim:
    return Claim(
        expression, str(n), seen, tuple(str(k) for k in range(n - 4, n + 5) if k != n and low <= k <= high)
    )


def _but(value: str, values: Iterable[str]) -> tuple[str, ...]:
    return tuple(other for other in values if other != value)
