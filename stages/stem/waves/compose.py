"""Pictures of waves at random: graphs of one or two waves with dots on them, or strings that swing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from fractions import Fraction
from random import Random

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.axes.frame import Axis
from vlcorpus.stages.stem.waves.wave import QUARTERS, StandingWave, Wave

_LETTERS = "PQRABCDEK"  # S is a string, T a period
_COLORS = ("red", "blue", "green", "orange", "purple", "brown")
_SPEEDS = (1, 2, 3, 4, 5, 6, 8, 10, 20)
_MAX_POINTS = 4
_MIN_PART = Fraction(1, 3)  # of one amplitude and the other: the picture tells them apart
_ENDS = (("fixed", "fixed"), ("fixed", "fixed"), ("fixed", "free"), ("free", "free"))


@dataclass
class Picture:
    """What is composed: a snapshot or a record with axes, or strings without."""

    picture: str
    x: Axis | None = None
    y: Axis | None = None
    waves: dict[str, Wave] = field(default_factory=dict)
    points: dict[str, tuple[str, Fraction]] = field(default_factory=dict)
    strings: dict[str, StandingWave] = field(default_factory=dict)
    steps: list[str] = field(default_factory=list)

    @property
    def axis(self) -> Axis:
        if self.x is None:
            raise ValueError("a picture of strings has no axis")
        return self.x


def compose(random: Random) -> Picture:
    """Return a picture. Raises Unfit where what was drawn is not clear."""
    family = random.choices(list(FAMILIES), [share for share, _ in FAMILIES.values()])[0]
    picture = FAMILIES[family][1](random)
    picture.steps.insert(0, family)
    return picture


def _snapshot(random: Random) -> Picture:
    return _with_points(random, _with_motion(random, _graph(random, "snapshot", 1)))


def _record(random: Random) -> Picture:
    return _with_points(random, _graph(random, "record", 1))


def _two_snapshots(random: Random) -> Picture:
    return _with_points(random, _with_second(random, _graph(random, "snapshot", 2)))


def _two_records(random: Random) -> Picture:
    return _with_points(random, _with_second(random, _graph(random, "record", 2)))


def _string(random: Random) -> Picture:
    return _strings(random, 1)


def _two_strings(random: Random) -> Picture:
    return _strings(random, random.choice((2, 2, 3)))


# With their shares: of strings alone there are few structures.
FAMILIES: dict[str, tuple[float, Callable[[Random], Picture]]] = {
    "snapshot": (3, _snapshot),
    "record": (3, _record),
    "two snapshots": (3, _two_snapshots),
    "two records": (3, _two_records),
    "standing wave": (0.1, _string),
    "standing waves": (0.4, _two_strings),
}


def _graph(random: Random, picture: str, n_waves: int) -> Picture:
    """Return axes with one wave, whose quarters lie on grid lines or halfway between them."""
    step = random.choice((Fraction(1), Fraction(1), Fraction(2), Fraction(1, 2), Fraction(5)))
    if picture == "record":
        step = random.choice((Fraction(1), Fraction(1, 2), Fraction(1, 5), Fraction(2), Fraction(1, 10)))
    n = random.randint(8, 16)  # grid lines
    rise = random.choice((Fraction(1), Fraction(1), Fraction(2), Fraction(5), Fraction(1, 2)))
    half = random.randint(3, 5)
    wave = _wave(random, step, rise, half, n)
    if n_waves == 2 or random.random() < 0.4:
        wave = replace(wave, color=random.choice(_COLORS))
    return Picture(
        picture=picture,
        x=Axis(Fraction(0), n * step, step),
        y=Axis(-half * rise, half * rise, rise),
        waves={"W1" if n_waves > 1 else "W": wave},
        steps=[f"{_counted(n * step / wave.length)} of a wave"],
    )


def _wave(random: Random, step: Fraction, rise: Fraction, half: int, n: int) -> Wave:
    quarter = step * random.choice((1, 1, 2, 2, 3))
    length = QUARTERS * quarter
    if not 1 <= n * step / length <= 5:
        raise Unfit("the window shows too many waves or too few")
    amplitude = rise * random.randint(1 if half < 4 else 2, half - 1)
    return Wave(amplitude, length, quarter * random.randrange(QUARTERS))


def _counted(n: Fraction) -> str:
    """Return how many lengths the window shows, as a kind of construction."""
    return "one length" if n < 2 else "two lengths" if n < 3 else "many lengths"


def _with_motion(random: Random, picture: Picture) -> Picture:
    """Let the wave of a snapshot run, at a speed that is written or not."""
    ((name, wave),) = picture.waves.items()
    if random.random() < 0.75:
        wave = replace(wave, direction=random.choice(("right", "left")))
        picture.steps.append(f"running {wave.direction}")
    if random.random() < 0.6:
        wave = replace(wave, speed=Fraction(random.choice(_SPEEDS)))
        picture.steps.append("speed written")
    picture.waves[name] = wave
    return picture


def _with_second(random: Random, picture: Picture) -> Picture:
    """Add a second wave that differs from the first so that it is seen: in one way, or in several."""
    first = picture.waves["W1"]
    kind = random.choice(("other amplitude", "other length", "shifted", "all different"))
    second = replace(first, color=random.choice([color for color in _COLORS if color != first.color]))
    if picture.y is None:
        raise ValueError("a graph has axes")
    if kind in ("other amplitude", "all different"):
        choices = [picture.y.step * n for n in range(1, int(picture.y.high / picture.y.step))]
        other = [a for a in choices if abs(a - first.amplitude) >= _MIN_PART * max(a, first.amplitude)]
        second = replace(second, amplitude=_one(random, other))
    if kind in ("other length", "all different"):
        lengths = [QUARTERS * n * picture.axis.step for n in (1, 2, 3, 4)]
        length = _one(random, [length for length in lengths if length != first.length])
        if picture.axis.high < length:
            raise Unfit("the window shows less than a wave")
        second = replace(second, length=length)
    if kind in ("shifted", "all different"):
        second = replace(second, shift=first.shift + second.length / QUARTERS * random.choice((1, 2, 3)))
    picture.waves["W2"] = second
    picture.steps.append(kind)
    return picture


def _with_points(random: Random, picture: Picture) -> Picture:
    """Mark some places on the waves with dots, at quarters, or halfway between two."""
    wanted = random.randint(0, _MAX_POINTS)
    letters = iter(_LETTERS)
    taken: list[tuple[Fraction, float]] = []
    for _ in range(wanted):
        name = random.choice(list(picture.waves))
        wave = picture.waves[name]
        x = _one(random, list(wave.at_quarters(picture.axis, 0, 1, 2, 3)))
        if random.random() < 0.35:
            x += wave.length / (2 * QUARTERS)
        if not picture.axis.low < x < picture.axis.high or not _is_apart(picture, name, x, taken):
            continue
        taken.append((x, wave.near(float(x))))
        picture.points[next(letters)] = (name, x)
    if picture.points:
        picture.steps.append("one dot" if len(picture.points) == 1 else "dots")
    return picture


def _is_apart(picture: Picture, name: str, x: Fraction, taken: list[tuple[Fraction, float]]) -> bool:
    """Say whether a dot is off the other dots, and off the other wave: else it could be of both."""
    y = picture.waves[name].near(float(x))
    if picture.y is None:
        return False
    gap_x, gap_y = float(picture.axis.step), float(picture.y.step)
    for other, wave in picture.waves.items():
        if other != name and abs(wave.near(float(x)) - y) < gap_y:
            return False
    return all(abs(float(x - at)) >= gap_x or abs(y - height) >= 2 * gap_y for at, height in taken)


def _strings(random: Random, n: int) -> Picture:
    """Return strings that swing, no two of them alike. Two quarters at least, else little is seen."""
    picture = Picture("string")
    while len(picture.strings) < n:
        start, end = random.choice(_ENDS)
        loops = random.randrange(3, 10, 2) if start != end else 2 * random.randint(1, 5)
        length = Fraction(random.choice((1, 2, 3, 4, 5, 6, 8, 10, 12)), random.choice((1, 1, 2)))
        string = StandingWave(length, loops, start, end)
        if all((s.loops, s.ends) != (loops, string.ends) for s in picture.strings.values()):
            picture.strings["S" if n == 1 else f"S{len(picture.strings) + 1}"] = string
            picture.steps.append(string.ends)
    return picture


def _one(random: Random, choices: list[Fraction]) -> Fraction:
    """Raises Unfit where there is nothing to choose from."""
    if not choices:
        raise Unfit("nothing fits the picture")
    return random.choice(choices)
