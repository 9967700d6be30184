"""The truth of an instrument, opened: its scales, and what it shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Any

from vlcorpus.schemas.stem.apparatus import INSTRUMENTS
from vlcorpus.stages.verify.oracle import Contradiction, Unknown

Point = tuple[Fraction, Fraction]
WITH_RANGES = ("ammeter", "voltmeter")
# Of instruments whose reading is not told: what is told, and how much each of it counts. The reading is their
# sum, without its sign.
WEIGHTS: Mapping[str, Mapping[str, Fraction | int]] = {
    "ruler": {"left": -1, "right": 1},
    "protractor": {"left": 1, "right": -1},
    "manometer": {"left": 1, "right": -1},
    "vernier caliper": {"main": 1, "vernier": Fraction(1, 10)},
    "micrometer": {"sleeve": 1, "thimble": Fraction(1, 100)},
    "triple-beam balance": {"hundreds": 1, "tens": 1, "units": 1},
    "stopwatch": {"minutes": 60, "seconds": 1},
}
# What each of it may be: the first, the last, and the steps between.
_STEPS: Mapping[str, tuple[Fraction | int, Fraction | int, Fraction | int]] = {
    "main": (0, 1000, 1),
    "vernier": (0, 9, 1),
    "sleeve": (0, 100, Fraction(1, 2)),
    "thimble": (0, 49, 1),
    "hundreds": (0, 900, 100),
    "tens": (0, 100, 10),
    "units": (0, 10, Fraction(1, 10)),
    "minutes": (0, 59, 1),
    "seconds": (0, 59, 1),
}


@dataclass(frozen=True, slots=True)
class Scale:
    low: Fraction
    high: Fraction
    division: Fraction
    written: tuple[Fraction, ...]

    def has_line_at(self, number: Fraction) -> bool:
        return self.low <= number <= self.high and (number - self.low) % self.division == 0

    @property
    def n_divisions(self) -> Fraction:
        return (self.high - self.low) / self.division

    @property
    def gap(self) -> Fraction:
        """How far written numbers are apart. Raises Unknown where there are fewer than two."""
        if len(self.written) < 2:
            raise Unknown("fewer than two numbers are written")
        return self.written[1] - self.written[0]


@dataclass(frozen=True)
class Instrument:
    kind: str
    reading: Fraction
    settings: Mapping[str, Fraction]  # what the reading is made of, where it is not told
    scales: tuple[Scale, ...]
    scale: Scale | None  # the one that is used
    ends: tuple[Point, Point] | None  # of its lowest and its highest line
    pivot: Point | None

    @property
    def quantity(self) -> str:
        return INSTRUMENTS[self.kind][0]

    @property
    def unit(self) -> str:
        return INSTRUMENTS[self.kind][1]


def read_instrument(told: Mapping[str, Any]) -> Instrument:
    """Raises Contradiction for an instrument that cannot be."""
    kind = told["kind"]
    if kind not in INSTRUMENTS:
        raise Contradiction(f"there is no instrument {kind!r}")
    settings = {name: Fraction(number) for name, number in _settings(told).items()}
    weights = WEIGHTS.get(kind, {})
    if settings.keys() != weights.keys():
        raise Contradiction(f"a {kind} has {', '.join(weights) or 'a reading'}, not {', '.join(settings)}")
    made = abs(sum((weights[name] * number for name, number in settings.items()), Fraction()))
    scales = tuple(map(_scale, told.get("scales") or [told["scale"]] if _has_scale(told) else []))
    instrument = Instrument(
        kind=kind,
        reading=made if weights else Fraction(told["reading"]),
        settings=settings,
        scales=scales,
        scale=scales[told.get("used", 0)] if scales else None,
        ends=(_point(told["ends"][0]), _point(told["ends"][1])) if "ends" in told else None,
        pivot=_point(told["pivot"]) if "pivot" in told else None,
    )
    if faults := _faults(instrument):
        raise Contradiction(f"no {kind}: {'; '.join(faults)}")
    return instrument


def _settings(told: Mapping[str, Any]) -> Mapping[str, str]:
    """Return what the reading is made of, whichever way it is told."""
    match told:
        case {"object": [left, right]}:
            return {"left": left, "right": right}
        case {"arms": [right, left]}:
            return {"left": left, "right": right}
        case {"levels": levels}:
            return dict(levels)
        case {"riders": riders}:
            return dict(riders)
    return {name: told[name] for name in WEIGHTS.get(told["kind"], {})}


def _has_scale(told: Mapping[str, Any]) -> bool:
    return "scale" in told or "scales" in told


def _scale(told: Mapping[str, Any]) -> Scale:
    low, high, division = (Fraction(told[key]) for key in ("low", "high", "division"))
    if division <= 0:
        raise Contradiction(f"neighbouring lines are {division} apart")
    return Scale(low, high, division, tuple(map(Fraction, told["written"])))


def _point(told: tuple[str, str]) -> Point:
    x, y = told
    return Fraction(x), Fraction(y)


def _faults(instrument: Instrument) -> list[str]:
    """Return what cannot be, in words."""
    settings, scale = instrument.settings, instrument.scale
    on_lines = settings.values() if settings else [instrument.reading]
    faults = {
        "it has more scales than one": len(instrument.scales) > 1 and instrument.kind not in WITH_RANGES,
        "its scales have other lines": len({one.n_divisions for one in instrument.scales}) > 1,
        "it shows what is between two lines": scale is not None and not all(map(scale.has_line_at, on_lines)),
        "it has no scale": scale is None and not settings,
        "something is out of its range": any(
            not first <= settings[name] <= last or (settings[name] - first) % step
            for name, (first, last, step) in _STEPS.items()
            if name in settings
        ),
        "it goes from right to left": (instrument.kind == "ruler" and settings["left"] >= settings["right"])
        or (instrument.kind == "protractor" and settings["right"] >= settings["left"]),
    }
    return [fault for fault, is_so in faults.items() if is_so] + [
        fault for one in instrument.scales for fault in _of_scale(one)
    ]


def _of_scale(scale: Scale) -> list[str]:
    gaps = {above - below for below, above in pairwise(scale.written)}
    faults = {
        "a scale does not go from low to high by its divisions": scale.low >= scale.high
        or not scale.has_line_at(scale.high),
        "a number is written where there is no line": not all(map(scale.has_line_at, scale.written)),
        "written numbers do not ascend evenly": len(gaps) > 1 or min(gaps, default=Fraction(1)) <= 0,
    }
    return [fault for fault, is_so in faults.items() if is_so]
