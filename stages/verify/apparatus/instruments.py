"""What can be said of instruments that are read, and where the lines of their scales are."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from vlcorpus.schemas.scenes.claims import truth_value
from vlcorpus.schemas.stem.apparatus import INSTRUMENTS, STORIES
from vlcorpus.stages.verify.apparatus.instrument import WITH_RANGES, Instrument, Scale, read_instrument
from vlcorpus.stages.verify.decimals import read_decimal, write_decimal
from vlcorpus.stages.verify.oracle import Contradiction, Unknown

XY = tuple[float, float]
_TWO_NUMBERS = ("ruler", "protractor", "manometer")  # they are read at two places
_WRITTEN = {unit: written for _, unit, written in INSTRUMENTS.values()}
_DIVISIONS = {"vernier caliper": Fraction(1, 10), "micrometer": Fraction(1, 100)}  # of what has no scale


@dataclass(frozen=True, slots=True)
class Story:
    kind: str
    before: str
    after: str


@dataclass(frozen=True)
class Instruments:
    each: Mapping[str, Instrument]
    story: Story | None

    def lettered(self, a: str) -> Instrument:
        """Return the instrument with a letter. Raises Unknown for a letter that is not there."""
        if a not in self.each:
            raise Unknown(f"there is no instrument {a!r}")
        return self.each[a]

    def of_kind(self, kind: str) -> list[str]:
        """Return the letters of all instruments of a kind. Raises Unknown for what is none."""
        if kind not in INSTRUMENTS:
            raise Unknown(f"{kind!r} is no instrument")
        return [letter for letter, one in self.each.items() if one.kind == kind]

    def scale(self, a: str) -> Scale:
        """Return the scale of an instrument that is used."""
        instrument = self.lettered(a)
        if instrument.scale is None:
            raise Unknown(f"a {instrument.kind} has no scale")
        return instrument.scale


def read_instruments(truth: Mapping[str, Any]) -> Instruments:
    """Raises Contradiction for instruments that cannot be."""
    each = {letter: read_instrument(told) for letter, told in truth["instruments"].items()}
    told = truth["story"]
    story = told and Story(told["kind"], told["before"], told["after"])
    if not each:
        raise Contradiction("there are no instruments")
    if story:
        before, after = each[story.before], each[story.after]
        if story.kind not in STORIES or story.before == story.after or before.kind != after.kind:
            raise Contradiction(f"{story} is no story of one instrument at two times")
    return Instruments(each, story)


def instrument(scene: Instruments, a: str) -> str:
    return scene.lettered(a).kind


def which(scene: Instruments, kind: str) -> str:
    letters = scene.of_kind(kind)
    if len(letters) != 1:
        raise Unknown(f"{len(letters)} of {kind} are drawn")
    return letters[0]


def count(scene: Instruments, what: str) -> str:
    return str(len(scene.each if what == "instruments" else scene.of_kind(what)))


def quantity(scene: Instruments, a: str) -> str:
    return scene.lettered(a).quantity


def unit(scene: Instruments, a: str) -> str:
    return scene.lettered(a).unit


def reading(scene: Instruments, u: str, a: str) -> str:
    return write_decimal(_in_unit(scene, u, a).reading)


def division(scene: Instruments, u: str, a: str) -> str:
    _in_unit(scene, u, a)
    return write_decimal(_division(scene, a))


def highest(scene: Instruments, a: str) -> str:
    return write_decimal(scene.scale(a).high)


def lowest(scene: Instruments, a: str) -> str:
    return write_decimal(scene.scale(a).low)


def parts(scene: Instruments, a: str) -> str:
    scale = scene.scale(a)
    return write_decimal(scale.gap / scale.division)


def fits(scene: Instruments, a: str, n: str) -> str:
    scale = scene.scale(a)
    return truth_value(scale.low <= read_decimal(n) <= scale.high)


def between(scene: Instruments, a: str) -> str:
    scale, found = scene.scale(a), scene.lettered(a)
    after = bisect(scale.written, found.reading)
    if found.kind in _TWO_NUMBERS or found.reading in scale.written or not 0 < after < len(scale.written):
        raise Unknown(f"{a} does not stand between two numbers")
    return f"{write_decimal(scale.written[after - 1])}, {write_decimal(scale.written[after])}"


def ranges(scene: Instruments, a: str) -> str:
    return str(len(_with_ranges(scene, a).scales))


def range_(scene: Instruments, a: str) -> str:
    if len(_with_ranges(scene, a).scales) != 2:
        raise Unknown(f"{a} has one scale alone")
    return highest(scene, a)


def _with_ranges(scene: Instruments, a: str) -> Instrument:
    found = scene.lettered(a)
    if found.kind not in WITH_RANGES:
        raise Unknown(f"a {found.kind} has no ranges")
    return found


def told_of(kind: str) -> Callable[[Instruments, str, str], str]:
    """Return the operation that says one of several numbers of which the reading of a kind is made."""
    return lambda scene, a, name: _setting(scene, kind, a, name)


def told_as(kind: str, name: str) -> Callable[[Instruments, str], str]:
    """Return the operation that says one of the numbers of which the reading of a kind is made."""
    return lambda scene, a: _setting(scene, kind, a, name)


def _setting(scene: Instruments, kind: str, a: str, name: str) -> str:
    found = scene.lettered(a)
    if found.kind != kind or name not in found.settings:
        raise Unknown(f"{a}, a {found.kind}, has no {name!r}")
    return write_decimal(found.settings[name])


def higher(scene: Instruments, a: str) -> str:
    found = scene.lettered(a)
    if found.kind != "manometer" or not found.reading:
        raise Unknown(f"{a} has no limb in which a liquid stands higher")
    return max(found.settings, key=found.settings.__getitem__)


def greater(scene: Instruments, a: str, b: str) -> str:
    one, other = _of_one_unit(scene, a, b)
    return _larger(a, b, one.reading, other.reading)


def difference(scene: Instruments, u: str, a: str, b: str) -> str:
    _in_unit(scene, u, a)
    one, other = _of_one_unit(scene, a, b)
    return write_decimal(abs(one.reading - other.reading))


def finer(scene: Instruments, a: str, b: str) -> str:
    _of_one_unit(scene, a, b)
    return _larger(a, b, -_division(scene, a), -_division(scene, b))


def change(scene: Instruments, kind: str) -> str:
    if scene.story is None or scene.story.kind != kind:
        raise Unknown(f"no {kind!r} is told")
    before, after = scene.each[scene.story.before], scene.each[scene.story.after]
    return write_decimal(abs(after.reading - before.reading))


def mark(scene: Instruments, a: str, n: str) -> XY:
    scale, found, number = scene.scale(a), scene.lettered(a), read_decimal(n)
    if found.ends is None or not scale.has_line_at(number):
        raise Unknown(f"{a} has no line at {n} of a straight scale")
    part = (number - scale.low) / (scale.high - scale.low)
    (ax, ay), (bx, by) = found.ends
    return float(ax + part * (bx - ax)), float(ay + part * (by - ay))


def pivot(scene: Instruments, a: str) -> XY:
    found = scene.lettered(a).pivot
    if found is None:
        raise Unknown(f"nothing turns in {a}")
    return float(found[0]), float(found[1])


def _in_unit(scene: Instruments, u: str, a: str) -> Instrument:
    found = scene.lettered(a)
    if u not in _WRITTEN or _WRITTEN[u] != _WRITTEN[found.unit]:
        raise Unknown(f"{a} is read in {found.unit}, not in {u!r}")
    return found


def _of_one_unit(scene: Instruments, a: str, b: str) -> tuple[Instrument, Instrument]:
    one, other = scene.lettered(a), scene.lettered(b)
    if a == b or one.unit != other.unit:
        raise Unknown(f"{a} and {b} are not two instruments of one unit")
    return one, other


def _division(scene: Instruments, a: str) -> Fraction:
    kind = scene.lettered(a).kind
    return _DIVISIONS[kind] if kind in _DIVISIONS else scene.scale(a).division


def _larger(a: str, b: str, of_a: Fraction, of_b: Fraction) -> str:
    if of_a == of_b:
        raise Unknown(f"{a} and {b} are equal in this")
    return a if of_a > of_b else b
