"""What holds of a setup: its parts and letters, what they do, what moves through it, how it is mounted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations, islice, permutations

from vlcorpus.schemas.scenes.claims import Claim, truth_value
from vlcorpus.schemas.stem.apparatus import KINDS, NEEDED, PURPOSES, STATES, SUITS, USES
from vlcorpus.stages.stem.apparatus.part import Setup

# What is counted: of all else it can be asked what is one of them, as of tubes that are joined.
COUNTED = (
    "conical flask",
    "round-bottom flask",
    "beaker",
    "test tube",
    "gas jar",
    "stopper",
    "stand",
    "clamp",
    "washing bottle",
    "electrode",
)
# One of them is as good an answer as the other, or is taken for it.
_ALIKE = (
    {"Bunsen burner", "spirit lamp"},
    {"clamp", "ring"},
    {"gauze", "pipeclay triangle"},
    {"drying tube", "U-tube"},
)
_NOTHING = "nothing"
_MAX_PATHS = 40  # of which wrong ones are taken
_POLES = {"+": "anode", "-": "cathode"}
_GASES = {"+": "oxygen", "-": "hydrogen"}


def claims(setup: Setup, labels: dict[str, int]) -> Iterator[Claim]:
    every = tuple(thing_names(setup))
    yield Claim(("purpose", "setup"), setup.purpose, every, _but(setup.purpose, PURPOSES))
    yield from _of_parts(setup)
    yield from _of_letters(setup, labels)
    yield from _of_flow(setup, labels)
    yield from _of_states(setup, every)
    yield from _of_gas(setup)
    yield from _of_electrodes(setup)


def thing_names(setup: Setup) -> list[str]:
    """Return the names of the parts as things: the kind, numbered where there are several."""
    total, seen = Counter(part.kind for part in setup.parts), Counter[str]()
    names = []
    for part in setup.parts:
        seen[part.kind] += 1
        names.append(part.kind if total[part.kind] == 1 else f"{part.kind} {seen[part.kind]}")
    return names


def _named(setup: Setup, *kinds: str) -> tuple[str, ...]:
    """Return the things of some kinds."""
    return tuple(
        name for name, part in zip(thing_names(setup), setup.parts, strict=True) if part.kind in kinds
    )


def _of_parts(setup: Setup) -> Iterator[Claim]:
    things: dict[str, tuple[str, ...]] = {}
    for name, part in zip(thing_names(setup), setup.parts, strict=True):
        things[part.kind] = (*things.get(part.kind, ()), name)
    for kind in COUNTED:
        if seen := things.get(kind):
            n = len(seen)
            rivals = tuple(str(k) for k in range(n - 2, n + 4) if k >= 0 and k != n)
            yield Claim(("count", kind), str(n), seen, rivals)
    for kind in KINDS:
        near = any(other in things for pair in _ALIKE if kind in pair for other in pair if other != kind)
        if kind in things or not near:
            yield Claim(("has", kind), truth_value(kind in things), things.get(kind, ()))


def _of_letters(setup: Setup, labels: dict[str, int]) -> Iterator[Claim]:
    names = thing_names(setup)
    lines = tuple(f"line {letter}" for letter in labels)
    yield Claim(
        ("count", "labels"), str(len(lines)), lines, tuple(str(len(lines) + d) for d in (-2, -1, 1, 2))
    )
    drawn = list(dict.fromkeys(part.kind for part in setup.parts))
    kinds = {letter: setup.parts[index].kind for letter, index in labels.items()}
    for letter, kind in kinds.items():
        shown = (f"line {letter}", names[labels[letter]])
        yield Claim(("part", letter), kind, shown, _but(kind, drawn))
        if use := USES.get(kind):
            rivals = dict.fromkeys(USES[other] for other in (*drawn, *USES) if other in USES)
            yield Claim(("use", letter), use, shown, tuple(islice(_but(use, rivals), 6)))
    yield from _letters_of(kinds, lines, "label", {kind: kind for kind in kinds.values()})
    yield from _letters_of(
        kinds, lines, "doing", {kind: USES[kind] for kind in kinds.values() if kind in USES}
    )


def _letters_of(
    kinds: dict[str, str], lines: tuple[str, ...], operation: str, words: dict[str, str]
) -> Iterator[Claim]:
    """Yield what asks for a letter by a word for its part's kind, where one alone is right."""
    by_word: dict[str, list[str]] = {}
    for letter, kind in kinds.items():
        if kind in words:
            by_word.setdefault(words[kind], []).append(letter)
    for word, found in by_word.items():
        if len(found) == 1:
            yield Claim((operation, word), found[0], lines, _but(found[0], kinds))


def _of_flow(setup: Setup, labels: dict[str, int]) -> Iterator[Claim]:
    if not setup.flow:
        return
    what = setup.moves
    letter_of = {index: letter for letter, index in labels.items()}
    passed = [letter_of[index] for index in setup.flow if index in letter_of]
    for letter in labels:
        yield Claim(("passes", what, letter), truth_value(letter in passed), (f"line {letter}",))
    if len(passed) < 2:
        return
    lines = tuple(f"line {letter}" for letter in passed)
    path = ", ".join(passed)
    others = [", ".join(other) for other in islice(permutations(passed), _MAX_PATHS)]
    yield Claim(("path", what), path, lines, _but(path, others))
    for first, later in combinations(passed, 2):
        one, other = sorted((first, later))
        yield Claim(("first", what, one, other), first, (f"line {one}", f"line {other}"), (later,))


def _of_states(setup: Setup, every: tuple[str, ...]) -> Iterator[Claim]:
    for aspect, state in setup.states.items():
        yield Claim(("state", aspect), state, every, _but(state, STATES[aspect]))
        yield Claim(("right", aspect), truth_value(STATES[aspect][state]), every)
    wrong = [state for aspect, state in setup.states.items() if not STATES[aspect][state]]
    possible = [state for states in STATES.values() for state, is_right in states.items() if not is_right]
    if setup.states and len(wrong) < 2:
        mistake = wrong[0] if wrong else _NOTHING
        yield Claim(("mistake", "setup"), mistake, every, _but(mistake, (*possible, _NOTHING)))
    drawn = {part.kind for part in setup.parts}
    needed = NEEDED.get(setup.purpose, ())
    missing = [kind for kind in needed if kind not in drawn]
    if needed and len(missing) < 2:
        value = missing[0] if missing else _NOTHING
        yield Claim(("missing", "setup"), value, every, _but(value, (*needed, _NOTHING)))
    if setup.states or needed:
        yield Claim(("correct", "setup"), truth_value(not wrong and not missing), every)


def _of_gas(setup: Setup) -> Iterator[Claim]:
    if setup.collects is None:
        return
    seen = _named(setup, "gas jar", "gas syringe", "delivery tube", "trough")
    yield Claim(("collection", "gas"), setup.collects, seen, _but(setup.collects, SUITS))
    for gas, is_suited in SUITS[setup.collects].items():
        yield Claim(("suits", gas), truth_value(is_suited), seen)
    if setup.collects.endswith("displacement of air"):
        value, other = ("denser", "lighter") if setup.collects.startswith("upward") else ("lighter", "denser")
        yield Claim(("density", "gas"), value, seen, (other,))


def _of_electrodes(setup: Setup) -> Iterator[Claim]:
    if setup.poles is None:
        return
    for side, pole in setup.poles.items():
        seen = (f"{side} wire", *_named(setup, "electrode"))
        yield Claim(("electrode", side), _POLES[pole], seen, _but(_POLES[pole], _POLES.values()))
        if setup.purpose == "electrolysis of water":
            yield Claim(("gas_over", side), _GASES[pole], seen, _but(_GASES[pole], _GASES.values()))


def _but(value: str, values: Iterable[str]) -> tuple[str, ...]:
    return tuple(other for other in values if other != value)
