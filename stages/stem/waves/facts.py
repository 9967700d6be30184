"""What holds of waves, of the dots on them, and of strings that swing: the operations of the contract."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import combinations

from vlcorpus.schemas.scenes.claims import Claim, Expression, truth_value
from vlcorpus.schemas.stem.waves import DIRECTIONS, ENDS, MOVING, PHASES, STATES
from vlcorpus.stages.stem.waves.compose import Picture
from vlcorpus.stages.stem.waves.wave import QUARTERS, StandingWave, Wave

_HALF, _QUARTER = Fraction(1, 2), Fraction(1, 4)
_STATES = {0: "equilibrium", 1: "crest", 2: "equilibrium", 3: "trough"}
_RISING, _HIGH, _FALLING = 0, 1, 2
_MAX_COUNT = 12  # of crests and the like: more are not counted by eye


def claims(picture: Picture) -> tuple[Claim, ...]:
    return (
        *(claim for name in picture.waves for claim in _of_wave(picture, name)),
        *_of_two_waves(picture),
        *(claim for name in picture.points for claim in _of_point(picture, name)),
        *_of_two_points(picture),
        *(claim for name in picture.strings for claim in _of_string(picture, name)),
        *_of_two_strings(picture),
        *_counts(picture),
    )


def _of_wave(picture: Picture, name: str) -> Iterator[Claim]:
    wave, shown = picture.waves[name], (f"wave {name}",)
    yield _number(("amplitude", name), wave.amplitude, shown)
    is_record = picture.picture == "record"
    yield _number(("period" if is_record else "wavelength", name), wave.length, shown)
    period = wave.length if is_record else wave.period
    if period is not None:
        if not is_record:
            yield _number(("period", name), period, shown)
        yield _number(("frequency", name), 1 / period, shown)
    if wave.speed is not None:
        yield _number(("speed", name), wave.speed, shown)
    if wave.direction is not None:
        yield Claim(("direction", name), wave.direction, shown, _but(wave.direction, DIRECTIONS))
    if wave.color is not None:
        colors = [other.color for other in picture.waves.values() if other.color not in (None, wave.color)]
        yield Claim(("color", name), wave.color, shown, tuple(filter(None, colors)))
    for what, quarter in (("crests", 1), ("troughs", 3)):
        n = len(list(wave.at_quarters(picture.axis, quarter)))
        if n <= _MAX_COUNT:
            yield Claim((what, name), str(n), shown, tuple(str(k) for k in (n - 1, n + 1, n + 2) if k >= 0))
    for x in wave.at_quarters(picture.axis, 0, 1, 2, 3):
        height = wave.exactly(x)
        if height is not None and x / picture.axis.step == x // picture.axis.step:
            yield _number(("displacement", name, str(x)), height, shown)


def _of_two_waves(picture: Picture) -> Iterator[Claim]:
    for (a, wave), (b, other) in combinations(picture.waves.items(), 2):
        shown = (f"wave {a}", f"wave {b}")
        if wave.amplitude != other.amplitude:
            yield _greater("larger_amplitude", a, b, wave.amplitude > other.amplitude, shown)
        if wave.length != other.length:
            yield _greater("longer", a, b, wave.length > other.length, shown)
            if picture.picture == "record":
                yield _greater("higher_frequency", a, b, wave.length < other.length, shown)
        elif (phase := _phase(wave, other)) is not None:
            yield Claim(("phase", a, b), phase, shown, _but(phase, PHASES))


def _phase(wave: Wave, other: Wave) -> str | None:
    apart = ((other.shift - wave.shift) / wave.length) % 1
    return {Fraction(0): "in phase", _HALF: "opposite", _QUARTER: "quarter", 1 - _QUARTER: "quarter"}.get(
        apart
    )


def _of_point(picture: Picture, name: str) -> Iterator[Claim]:
    wave_name, x = picture.points[name]
    wave, shown = picture.waves[wave_name], (f"point {name}",)
    quarter = wave.quarter(x)
    if quarter is not None:
        yield Claim(("state", name), _STATES[quarter], shown, _but(_STATES[quarter], STATES))
    moving = _moving(picture, wave, x)
    if moving is not None:
        yield Claim(("moving", name), moving, shown, _but(moving, MOVING))


def _moving(picture: Picture, wave: Wave, x: Fraction) -> str | None:
    """Return which way a particle moves: of a record as the curve goes on, of a snapshot as the wave does."""
    if picture.picture != "record" and wave.direction is None:
        return None
    part = ((x - wave.shift) / wave.length) % 1
    if part in (_QUARTER, 1 - _QUARTER):
        return "at rest"
    rises = part < _QUARTER or part > 1 - _QUARTER  # the curve, to the right
    if picture.picture != "record" and wave.direction == "right":
        rises = not rises  # what is to the left of the particle comes to it
    return "up" if rises else "down"


def _of_two_points(picture: Picture) -> Iterator[Claim]:
    if picture.picture != "snapshot":
        return
    for a, b in combinations(picture.points, 2):
        (wave_name, x), (other, z) = picture.points[a], picture.points[b]
        if wave_name != other:
            continue
        lengths = abs(x - z) / picture.waves[wave_name].length
        shown = (f"point {a}", f"point {b}")
        yield _number(("distance", a, b), lengths, shown)
        for what, apart in (("alike", Fraction(0)), ("opposite", _HALF)):
            yield Claim((what, a, b), truth_value(lengths % 1 == apart), shown)


def _of_string(picture: Picture, name: str) -> Iterator[Claim]:
    string, shown = picture.strings[name], (f"string {name}",)
    for what in ("node", "antinode"):
        n = len(string.places(what))
        yield Claim((f"{what}s", name), str(n), shown, tuple(str(k) for k in (n - 1, n + 1, n + 2) if k))
    yield _number(("half_waves", name), Fraction(string.loops, 2), shown)
    yield _number(("string_wavelength", name), string.wavelength, shown)
    yield _number(("string_length", name), string.length, shown)
    yield Claim(("ends", name), string.ends, shown, _but(string.ends, ENDS))
    yield _number(("harmonic", name), Fraction(_harmonic(string)), shown)


def _harmonic(string: StandingWave) -> int:
    return string.loops // 2 if string.start == string.end else string.loops


def _of_two_strings(picture: Picture) -> Iterator[Claim]:
    for (a, string), (b, other) in combinations(picture.strings.items(), 2):
        shown = (f"string {a}", f"string {b}")
        nodes, others = len(string.places("node")), len(other.places("node"))
        if nodes != others:
            yield _greater("more_nodes", a, b, nodes > others, shown)
        if string.wavelength != other.wavelength:
            yield _greater("longer_wavelength", a, b, string.wavelength > other.wavelength, shown)


def _counts(picture: Picture) -> Iterator[Claim]:
    found = {"wave": list(picture.waves), "point": list(picture.points), "string": list(picture.strings)}
    for kind, names in found.items():
        what, things = f"{kind}s", tuple(f"{kind} {name}" for name in names)
        rivals = tuple(str(n) for n in range(5) if n != len(names))
        yield Claim(("count", what), str(len(names)), things, rivals)


def _greater(operation: str, a: str, b: str, is_first: bool, shown: tuple[str, ...]) -> Claim:
    return Claim((operation, a, b), a if is_first else b, shown, (b if is_first else a,))


def _number(expression: Expression, value: Fraction, shown: tuple[str, ...]) -> Claim:
    """Return a claim whose rivals are what one gets who takes a half, or twice, or four times as much."""
    around = [value / 2, value * 2, value / QUARTERS, value * QUARTERS, -value]
    if value == 0:
        around = list(map(Fraction, (1, -1, 2, -2)))
    sign = value > 0
    rivals = [str(other) for other in around if other != value and (other > 0 or not sign)]
    return Claim(expression, str(value), shown, tuple(dict.fromkeys(rivals)))


def _but(value: str, values: Iterable[str]) -> tuple[str, ...]:
    return tuple(other for other in values if other != value)
