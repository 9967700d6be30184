"""Charts to test, and how claims are looked up."""

from fractions import Fraction

from vlcorpus.stages.stem.charts.chart import LONE, Chart, Scale, Series

SIZE = (10.0, 8.0)
SCALE = Scale("Books", Fraction(0), Fraction(10), Fraction(1))


def lone(*values, kind="bar", names="ABCDEFGH", **how):
    series = Series(LONE, tuple(map(Fraction, values)), how.pop("color", None))
    made = {"title": "Books read", "steps": (kind,), "scale": SCALE, "can_add": True}
    return Chart(kind=kind, categories=tuple(names[: len(values)]), series=(series,), **(made | how))


def several(kind="grouped bar", **rows):
    series = [
        Series(name, tuple(map(Fraction, values)), hue)
        for (name, values), hue in zip(rows.items(), ("red", "blue", "green"), strict=False)
    ]
    names = tuple("ABCDEFGH"[: len(series[0].values)])
    return Chart(
        kind=kind,
        title="T",
        steps=(kind,),
        categories=names,
        series=tuple(series),
        scale=None if kind == "heat map" else SCALE,
        can_add=True,
    )


def histogram(*values):
    edges = tuple(Fraction(10 * n) for n in range(len(values) + 1))
    names = [f"{10 * n}-{10 * n + 10}" for n in range(len(values))]
    return lone(*values, kind="histogram", names=names, edges=edges, edges_name="Time", axis_at=Fraction(0))


def scatter(named, others=()):
    points = {name: tuple(map(Fraction, pair)) for name, pair in named.items()}
    rest = tuple(tuple(map(Fraction, pair)) for pair in others)
    return Chart(
        kind="scatter", title="T", steps=("s",), scale=SCALE, x_scale=SCALE, points=points, others=rest
    )


def boxes(**five):
    found = {name: tuple(map(Fraction, numbers)) for name, numbers in five.items()}
    return Chart(kind="box", title="T", steps=("b",), categories=tuple(found), scale=SCALE, boxes=found)


def said(claims):
    """Return the values of claims by their expressions."""
    return {claim.expression: claim.value for claim in claims}
