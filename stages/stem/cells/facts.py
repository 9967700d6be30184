"""What holds of a cell: which parts are there, how many, which letters they have, and what they do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations

from vlcorpus.schemas.scenes.claims import Claim, truth_value
from vlcorpus.schemas.stem.cells import CELLS, COUNTED, FOUND_IN, FUNCTIONS
from vlcorpus.stages.stem.cells.cell import Cell
from vlcorpus.stages.stem.cells.draw import part_names

_LAYERS = ("cell membrane", "cell wall", "capsule")
_NEVER_ASKED = ("cytoplasm",)  # it is always there, whether it is labelled or not


def claims(cell: Cell) -> tuple[Claim, ...]:
    return (
        Claim(("kind", "cell"), cell.kind, tuple(_layers(cell)), _but(cell.kind, CELLS)),
        *_counts(cell),
        *_has(cell),
        *(claim for letter in cell.labels for claim in _of_letter(cell, letter)),
        *_of_kinds(cell),
        *_of_two_letters(cell),
    )


def _layers(cell: Cell) -> Iterator[str]:
    yield from (part.kind for part in cell.parts if part.kind in _LAYERS)


def _counts(cell: Cell) -> Iterator[Claim]:
    counts = Counter(part.kind for part in cell.parts)
    for kind in COUNTED:
        names = _names(cell, kind)
        yield Claim(("count", kind), str(counts[kind]), names, _around(counts[kind]))
    lines = tuple(f"line {letter}" for letter in cell.labels)
    yield Claim(("count", "labels"), str(len(lines)), lines, _around(len(lines)))
    for kind, other in combinations(COUNTED, 2):
        if counts[kind] and counts[other] and counts[kind] != counts[other]:
            more, fewer = (kind, other) if counts[kind] > counts[other] else (other, kind)
            yield Claim(("more", kind, other), more, _names(cell, kind) + _names(cell, other), (fewer,))


def _has(cell: Cell) -> Iterator[Claim]:
    drawn = {part.kind for part in cell.parts}
    for kind in FUNCTIONS:
        if kind not in _NEVER_ASKED:
            yield Claim(("has", kind), truth_value(kind in drawn), _names(cell, kind))


def _of_letter(cell: Cell, letter: str) -> Iterator[Claim]:
    index = cell.labels[letter]
    part = cell.parts[index]
    shown = (f"line {letter}", *([] if part.kind in _NEVER_ASKED else [part_names(cell)[index]]))
    others = _but(part.kind, dict.fromkeys(other.kind for other in cell.parts))
    yield Claim(("part", letter), part.kind, shown, others)
    rivals = tuple(FUNCTIONS[kind] for kind in others)
    yield Claim(("function", letter), FUNCTIONS[part.kind], shown, rivals)
    for kind, is_found in FOUND_IN.get(part.kind, {}).items():
        yield Claim(("found_in", letter, kind), truth_value(is_found), shown)


def _of_kinds(cell: Cell) -> Iterator[Claim]:
    """Yield what asks for a letter, where one alone is right."""
    kinds = Counter(cell.parts[index].kind for index in cell.labels.values())
    for letter, index in cell.labels.items():
        kind = cell.parts[index].kind
        if kinds[kind] > 1:
            continue
        shown = tuple(f"line {other}" for other in cell.labels)
        rivals = _but(letter, cell.labels)
        yield Claim(("label", kind), letter, shown, rivals)
        yield Claim(("doing", FUNCTIONS[kind]), letter, shown, rivals)


def _of_two_letters(cell: Cell) -> Iterator[Claim]:
    for a, b in combinations(cell.labels, 2):
        is_same = cell.parts[cell.labels[a]].kind == cell.parts[cell.labels[b]].kind
        yield Claim(("same", a, b), truth_value(is_same), (f"line {a}", f"line {b}"))


def _names(cell: Cell, kind: str) -> tuple[str, ...]:
    named = zip(cell.parts, part_names(cell), strict=True)
    return tuple(name for part, name in named if part.kind == kind)


def _around(n: int) -> tuple[str, ...]:
    return tuple(str(k) for k in (n - 2, n - 1, n + 1, n + 2, n + 3) if k >= 0)


def _but(value: str, values: Iterable[str]) -> tuple[str, ...]:
    return tuple(other for other in values if other != value)
