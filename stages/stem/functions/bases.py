"""What a picture of graphs begins with: one graph of some kind, or none. Heights are in grid lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from vlcorpus.schemas.scenes.scene import Unfit
from vlcorpus.stages.stem.functions.plot import Plot

Number = int | Fraction
Base = Callable[[Plot], None]
BASES: dict[str, Base] = {}
_MIN_WIDE = 3  # grid lines that a graph shows of itself, at least


def base(build: Base) -> Base:
    BASES[build.__name__] = build
    return build


@base
def line(plot: Plot) -> None:
    plot.add_graph("linear", _slope(plot), plot.random.randint(-3, 3))


@base
def level_line(plot: Plot) -> None:
    plot.add_graph("linear", 0, _one(plot, (-3, -2, -1, 1, 2, 3)))


@base
def parabola(plot: Plot) -> None:
    a = _one(plot, (Fraction(1, 2), 1, 1, 2)) * _sign(plot)
    h, k = _vertex(plot, a)
    plot.add_graph("quadratic", a, h, k)


@base
def absolute_value(plot: Plot) -> None:
    a = _one(plot, (Fraction(1, 2), 1, 1, 2)) * _sign(plot)
    h, k = _vertex(plot, a)
    plot.add_graph("absolute value", a, h, k)


@base
def cubic_with_three_zeros(plot: Plot) -> None:
    p, q, r = sorted(plot.random.sample(range(-4, 5), 3))
    plot.add_graph(
        "cubic", _one(plot, (Fraction(1, 2), Fraction(1, 3), Fraction(1, 4))) * _sign(plot), p, q, r
    )


@base
def cubic_touching_the_axis(plot: Plot) -> None:
    p, q = plot.random.sample(range(-4, 5), 2)
    plot.add_graph("cubic", _one(plot, (Fraction(1, 2), Fraction(1, 4))) * _sign(plot), p, p, q)


@base
def cubic_with_one_zero(plot: Plot) -> None:
    p = plot.random.randint(-3, 3)
    plot.add_graph("cubic", _one(plot, (1, Fraction(1, 2), Fraction(1, 4))) * _sign(plot), p, p, p)


@base
def growth(plot: Plot) -> None:
    a = _one(plot, (Fraction(1, 2), 1, 2)) * _sign(plot)
    plot.add_graph("exponential", a, _one(plot, (2, 3)), plot.random.randint(-3, 3))


@base
def decay(plot: Plot) -> None:
    a = _one(plot, (Fraction(1, 2), 1, 2)) * _sign(plot)
    plot.add_graph("exponential", a, _one(plot, (Fraction(1, 2), Fraction(1, 3))), plot.random.randint(-3, 3))


@base
def logarithm(plot: Plot) -> None:
    plot.add_graph(
        "logarithmic", _one(plot, (1, 2)) * _sign(plot), _one(plot, (2, 3)), plot.random.randint(-4, 1)
    )


@base
def hyperbola(plot: Plot) -> None:
    a = _one(plot, (1, 2, 3, 4)) * _sign(plot)
    plot.add_graph("reciprocal", a, plot.random.randint(-2, 2), plot.random.randint(-2, 2))


@base
def square_root(plot: Plot) -> None:
    a = _one(plot, (1, 2)) * _sign(plot)
    plot.add_graph("square root", a, plot.random.randint(-5, 1), plot.random.randint(-3, 3))


@base
def sine_wave(plot: Plot) -> None:
    period = plot.random.choice((4, 8))
    h, k = plot.random.randint(-period // 2, period // 2 - 1), plot.random.randint(-2, 2)
    plot.add_graph("sine", plot.random.randint(1, 4 - abs(k)), period, h, k)


@base
def cosine_wave(plot: Plot) -> None:
    period = plot.random.choice((4, 8))
    k = plot.random.randint(-2, 2)
    plot.add_graph("sine", -_sign(plot) * plot.random.randint(1, 4 - abs(k)), period, period // 4, k)


@base
def broken_line(plot: Plot) -> None:
    """Four to six corners; neighbouring parts differ in their slopes."""
    x, high = int(plot.frame.x.low), int(plot.frame.x.high)
    x += plot.random.randint(1, 2)
    numbers = [x, _height(plot)]
    slope: Fraction | None = None
    while len(numbers) < 12:
        x += plot.random.randint(1, 4)
        if x >= high:
            break
        y = _height(plot)
        rise = Fraction(y - numbers[-1], x - numbers[-2])
        if rise == slope or abs(rise) > 4:
            raise Unfit("parts of the line have one slope, or are steep")
        slope = rise
        numbers += [x, y]
    if len(numbers) < 8:
        raise Unfit("the line has few corners")
    plot.add_graph("segments", *numbers)


@base
def points_alone(plot: Plot) -> None:
    for _ in range(plot.random.randint(3, 4)):
        plot.add_point(*random_spot(plot))


@base
def vector_alone(plot: Plot) -> None:
    start, tip = random_spot(plot), random_spot(plot)
    plot.add_vector(start, tip[0] - start[0], tip[1] - start[1])


def random_spot(plot: Plot) -> tuple[Fraction, Fraction]:
    """Return a point at which grid lines cross, inside the window."""
    across = plot.frame.x
    x = plot.random.randint(int(across.low) + 1, int(across.high) - 1)
    return Fraction(x), _height(plot) * plot.unit


def _height(plot: Plot) -> int:
    up = plot.frame.y
    return plot.random.randint(int(up.low / up.step) + 1, int(up.high / up.step) - 1)


def _vertex(plot: Plot, a: int | Fraction) -> tuple[int, int]:
    """Return where a graph has its vertex, so that it opens into the window."""
    low, high = int(plot.frame.y.low / plot.unit), int(plot.frame.y.high / plot.unit)
    if a > 0:
        return plot.random.randint(-3, 3), plot.random.randint(low + 1, high - _MIN_WIDE)
    return plot.random.randint(-3, 3), plot.random.randint(low + _MIN_WIDE, high - 1)


def _slope(plot: Plot) -> int | Fraction:
    return _one(plot, (Fraction(1, 3), Fraction(1, 2), Fraction(2, 3), 1, Fraction(3, 2), 2, 3)) * _sign(plot)


def _sign(plot: Plot) -> int:
    return plot.random.choice((1, -1))


def _one(plot: Plot, choices: Sequence[Number]) -> Number:
    return plot.random.choice(choices)
