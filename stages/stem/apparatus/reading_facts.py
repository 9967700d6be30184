"""What holds of instruments: what each is, how it is divided, what it shows, and how two of them compare."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import combinations
from random import Random

from vlcorpus.schemas.scenes.claims import Claim, truth_value
from vlcorpus.schemas.stem.apparatus import INSTRUMENTS
from vlcorpus.stages.stem.apparatus.instrument import Instrument, text

_ON_LINES = ("ruler", "protractor", "manometer")  # what they show is no single line of their scale
_SIDES = ("left", "right")
_TAKEN_FOR = {  # who calls it so is not wrong to everybody
    "graduated cylinder": ("burette",),
    "vernier caliper": ("ruler",),
}
Named = dict[str, Instrument]


def claims(named: Named, story: str | None, random: Random) -> Iterator[Claim]:
    every = tuple(f"instrument {name}" for name in named)
    kinds = Counter(instrument.kind for instrument in named.values())
    n = len(named)
    yield Claim(
        ("count", "instruments"), str(n), every, tuple(str(k) for k in range(max(0, n - 2), n + 4) if k != n)
    )
    for kind in kinds:
        seen = tuple(f"instrument {name}" for name, one in named.items() if one.kind == kind)
        rivals = tuple(str(k) for k in range(5) if k != len(seen))
        yield Claim(("count", kind), str(len(seen)), seen, rivals)
        if len(seen) == 1 and n > 1:
            name = seen[0].removeprefix("instrument ")
            yield Claim(("which", kind), name, every, _but(name, named))
    for name, instrument in named.items():
        yield from _of_one(name, instrument, random)
    for (one, first), (other, second) in combinations(named.items(), 2):
        if first.unit == second.unit:
            yield from _of_two(one, first, other, second)
    if story:
        change = abs(named["A"].reading - named["B"].reading)
        guesses = [named["A"].reading, named["B"].reading, named["A"].reading + named["B"].reading]
        yield Claim(("change", story), text(change), every, _wrong(named["B"], change, guesses))


def _of_one(name: str, instrument: Instrument, random: Random) -> Iterator[Claim]:
    seen = (f"instrument {name}",)
    quantity, unit, _ = INSTRUMENTS[instrument.kind]
    kinds = [kind for kind in INSTRUMENTS if kind not in _TAKEN_FOR.get(instrument.kind, ())]
    yield Claim(("instrument", name), instrument.kind, seen, _but(instrument.kind, kinds))
    quantities = dict.fromkeys(one for one, _, _ in INSTRUMENTS.values())
    yield Claim(("quantity", name), quantity, seen, _but(quantity, quantities))
    yield Claim(
        ("unit", name), unit, seen, _but(unit, dict.fromkeys(one for _, one, _ in INSTRUMENTS.values()))
    )
    guesses = [] if instrument.other_reading is None else [instrument.other_reading]
    prior = instrument.other_reading
    yield Claim(
        ("reading", unit, name),
        text(instrument.reading),
        seen,
        _wrong(instrument, instrument.reading, guesses),
        prior=None if prior is None or prior == instrument.reading else text(prior),
    )
    for operation, value in instrument.shows.items():
        yield Claim((operation[0], name, *operation[1:]), value, seen, _rivals(instrument, operation, value))
    if instrument.division is not None:
        division = instrument.division
        nearby = [division * times for times in (Fraction(1, 2), 2, 5, Fraction(1, 5), 10, Fraction(1, 10))]
        yield Claim(("division", unit, name), text(division), seen, _texts(division, nearby))
    if instrument.scale:
        yield from _of_scale(name, instrument, random)


def _of_scale(name: str, instrument: Instrument, random: Random) -> Iterator[Claim]:
    seen, scale = (f"instrument {name}",), instrument.scale
    if scale is None:
        return
    for operation, number in (("highest", scale.high), ("lowest", scale.low)):
        nearby = [number + k * scale.between for k in (-2, -1, 1, 2)] + [scale.high, scale.low]
        yield Claim((operation, name), text(number), seen, _texts(number, nearby))
    parts = scale.between / scale.division
    yield Claim(
        ("parts", name),
        text(parts),
        seen,
        _texts(parts, [parts + 2, 2 * parts, parts - 1, parts + 1, Fraction(4)]),
    )
    span = scale.high - scale.low
    for _ in range(2):
        n = Fraction(random.randint(0, 15), 10) * span + scale.low
        n = n // scale.division * scale.division
        yield Claim(("fits", name, text(n)), truth_value(scale.low <= n <= scale.high), seen)
    if instrument.kind not in _ON_LINES and instrument.reading % scale.between:
        low = instrument.reading // scale.between * scale.between
        pairs = [(low + k * scale.between, low + (k + 1) * scale.between) for k in (0, -1, 1, 2, -2)]
        if all(number in scale.written for number in pairs[0]):
            value, *rivals = (f"{text(a)}, {text(b)}" for a, b in pairs)
            yield Claim(("between", name), value, seen, tuple(rivals))


def _rivals(instrument: Instrument, operation: tuple[str, ...], value: str) -> tuple[str, ...]:
    """Return wrong values of what an instrument shows beside its reading."""
    if value in _SIDES:
        return _but(value, _SIDES)
    number = Fraction(value)
    step = {"sleeve": Fraction(1, 2), "range": number, "arm": Fraction(10)}.get(operation[0], Fraction(1))
    if operation[0] in ("end", "level") and instrument.scale:
        step = instrument.scale.division
    if operation[0] == "rider":
        step = {"hundreds": Fraction(100), "tens": Fraction(10)}.get(operation[1], Fraction(1, 2))
    others = [Fraction(other) for other in instrument.shows.values() if other not in _SIDES]
    return _texts(number, [*others, number + step, number - step, number + 2 * step, number + 3 * step])


def _wrong(instrument: Instrument, value: Fraction, guesses: list[Fraction]) -> tuple[str, ...]:
    """Return wrong readings: of who counts lines wrongly, or counts them from the wrong number."""
    division = instrument.division or Fraction(1)
    between = instrument.scale.between if instrument.scale else 10 * division
    nearby = [value + k * division for k in (-2, -1, 1, 2)] + [value + between, value - between]
    is_cold = instrument.kind == "thermometer"
    return _texts(value, [n for n in (*guesses, *nearby) if is_cold or n >= 0])


def _of_two(one: str, first: Instrument, other: str, second: Instrument) -> Iterator[Claim]:
    seen = (f"instrument {one}", f"instrument {other}")
    if first.reading != second.reading:
        more, less = (one, other) if first.reading > second.reading else (other, one)
        yield Claim(("greater", one, other), more, seen, (less,))
    difference = abs(first.reading - second.reading)
    guesses = [first.reading + second.reading, first.reading, second.reading]
    yield Claim(
        ("difference", first.unit, one, other), text(difference), seen, _wrong(first, difference, guesses)
    )
    if first.division and second.division and first.division != second.division:
        finer, coarser = (one, other) if first.division < second.division else (other, one)
        yield Claim(("finer", one, other), finer, seen, (coarser,))


def _texts(value: Fraction, numbers: Iterable[Fraction]) -> tuple[str, ...]:
    """Return other numbers as claims write them, each once, without those of many decimals."""
    found = dict.fromkeys(
        number for number in numbers if number != value and (number * 1000).denominator == 1
    )
    return tuple(text(number) for number in found)


def _but(value: str, values: Iterable[str]) -> tuple[str, ...]:
    return tuple(other for other in values if other != value)
