"""A ray through layers of transparent media: it is refracted at each border, or totally reflected."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, pairwise
from math import isqrt
from random import Random

from vlcorpus.schemas.scenes.claims import Claim, Expression, truth_value
from vlcorpus.schemas.scenes.scene import ExactPoint, Role, Scene, Tag, Thing, Unfit
from vlcorpus.stages.stem.optics.strokes import Place, exact, line, others, ray, wrong

# Index times sine, which no border changes, and sines of Pythagorean triples: then tangents are rational.
_INVARIANTS = (Fraction(4, 5), Fraction(6, 5), Fraction(6, 5))
_SINES = tuple(map(Fraction, ("4/5", "3/5", "5/13", "8/17", "20/29", "12/13", "15/17")))
_THIN = (Fraction(1), Fraction(11, 10))  # indices of media into which a ray of the larger invariant cannot go
_INDICES = (Fraction(1), Fraction(13, 5))  # from, to
_LETTERS = ("ABCDE", "PQRST", "KLMNP")
_N_PASSED, _N_BEFORE_REFLECTION = (3, 4, 4, 5, 5, 5), (3, 4, 4)  # media that the ray enters
_DEPTH = 2
_SHARE_REFLECTED = 0.4
MIN_RATIO = Fraction(11, 10)  # of sines in neighbouring media
_NORMAL = 0.7  # half the length of a normal that is drawn
_HEAD = 0.3
_ROOM, _STROKE = 5, 0.25  # for names, beside the ray
_NAME_AT, _NAME_ROOM = 2.3, (4.0, 1.2)  # the middle of a name, from the rim, and its room
_MAX_DENOMINATOR = 5  # of indices that are written as fractions


@dataclass(frozen=True)
class Layers:
    """Media from the top, and the sine of the ray's angle to the normal in each that it enters."""

    indices: dict[str, Fraction]
    sines: dict[str, Fraction]
    is_reflected: bool  # at the border behind the last medium that the ray enters

    @property
    def passed(self) -> list[str]:
        return list(self.sines)

    def corners(self) -> list[Place]:
        """Return where the ray starts, meets borders, and ends."""
        x = Fraction(0)
        found: list[Place] = [(x, Fraction(0))]
        steps = [_DEPTH * tangent(sine) for sine in self.sines.values()]
        for depth, step in enumerate(steps, start=1):
            x += step
            found.append((x, Fraction(-_DEPTH * depth)))
        if self.is_reflected:
            for depth, step in reversed(list(enumerate(steps))):
                x += step
                found.append((x, Fraction(-_DEPTH * depth)))
        return found


def tangent(sine: Fraction) -> Fraction:
    """Return the tangent of an angle of a Pythagorean triple."""
    n, d = sine.numerator, sine.denominator
    return Fraction(n, isqrt(d * d - n * n))


def layers(random: Random) -> Scene:
    found = _drawn(random)
    is_written = random.random() < 0.5
    steps = ("total_reflection",) if found.is_reflected else ("refraction_in_layers",)
    sine = found.sines[found.passed[0]]
    return Scene(
        family=steps[0],
        steps=steps,
        names=tuple(found.indices),
        truth={
            "layers": {
                "media": [[name, str(index)] for name, index in found.indices.items()],
                "written": is_written,
                "sine": str(sine),
            }
        },
        things=tuple(_things(found, is_written=is_written)),
        claims=tuple(_claims(found, is_written=is_written)),
        places=dict(_places(found)),
    )


def _drawn(random: Random) -> Layers:
    """Return media at random. Raises Unfit where neighbours are alike to the eye."""
    invariant = random.choice(_INVARIANTS)
    sines = [sine for sine in _SINES if _INDICES[0] <= invariant / sine <= _INDICES[1]]
    is_reflected = invariant > 1 and random.random() < _SHARE_REFLECTED
    chosen = random.sample(sines, random.choice(_N_BEFORE_REFLECTION if is_reflected else _N_PASSED))
    for one, other in pairwise(chosen):
        if max(one / other, other / one) < MIN_RATIO:
            raise Unfit("media are almost alike")
    letters = random.choice(_LETTERS)
    passed = dict(zip(letters, chosen, strict=False))
    indices = {name: invariant / sine for name, sine in passed.items()}
    if is_reflected:
        indices[letters[len(passed)]] = random.choice(_THIN)
    return Layers(indices, passed, is_reflected)


def _things(found: Layers, *, is_written: bool) -> Iterator[Thing]:
    corners = found.corners()
    left, right = -1, float(max(x for x, _ in corners)) + _ROOM
    bottom = -_DEPTH * len(found.indices)
    frame = line((left, 0), (right, 0), (right, bottom), (left, bottom), role=Role.GRID, is_closed=True)
    yield Thing("frame", "frame", (frame,))
    for depth in range(1, len(found.indices)):
        yield Thing(f"border {depth}", "border", (line((left, -_DEPTH * depth), (right, -_DEPTH * depth)),))
    for number, (x, low) in enumerate(corners[1:-1], start=1):
        normal = line((x, float(low) - _NORMAL), (x, float(low) + _NORMAL), role=Role.DASHED)
        yield Thing(f"normal {number}", "normal", (normal,))
    for number, (one, other) in enumerate(pairwise(corners), start=1):
        yield Thing(f"ray {number}", "ray", ray(one, other, _HEAD))
    for depth, (name, index) in enumerate(found.indices.items()):
        y = float(-_DEPTH * (depth + 0.5))
        # A stroke at the rim: its layer has pixels of its own.
        stroke = line((right, y), (right + _STROKE, y), role=Role.MARK)
        text = f"{name}: n={_label(index)}" if is_written else name
        yield Thing(
            f"medium {name}", "medium", (stroke,), (Tag(text, (right - _NAME_AT, y), room=_NAME_ROOM),)
        )


def _label(index: Fraction) -> str:
    """Return an index as it is written: a decimal where that is exact and shorter."""
    decimal = f"{float(index):.4g}"
    is_exact = Fraction(decimal) == index and index.denominator > _MAX_DENOMINATOR
    return decimal if is_exact else str(index)


def _claims(found: Layers, *, is_written: bool) -> Iterator[Claim]:
    passed, rays = found.passed, tuple(f"ray {n}" for n in range(1, len(found.corners())))
    told = list(found.indices) if is_written else passed
    media = tuple(f"medium {name}" for name in found.indices)
    yield Claim(("count", "media"), str(len(media)), media, wrong(len(media), *range(1, 8)))
    yield Claim(("count", "passed"), str(len(passed)), rays, wrong(len(passed), *range(1, 7)))
    yield Claim(("total_reflection",), truth_value(found.is_reflected), rays)
    yield Claim(("last_medium",), passed[-1], (*rays, *media), others(passed[-1], found.indices))
    if found.is_reflected:
        names = list(found.indices)
        borders = [one + other for one, other in pairwise(names)]
        border = passed[-1] + names[len(passed)]
        yield Claim(("reflected_at",), border, (*rays, *media), others(border, borders))
    for one, other in pairwise(passed):
        bends = "toward" if found.indices[other] > found.indices[one] else "away"
        seen = (*rays, f"medium {one}", f"medium {other}")
        yield Claim(("bends", one, other), bends, seen, others(bends, ("toward", "away")))
    for one, other in combinations(told, 2):
        seen = (*rays, f"medium {one}", f"medium {other}")
        thin, dense = sorted((one, other), key=lambda name: found.indices[name])
        if found.indices[dense] > found.indices[thin]:
            yield Claim(("denser", one, other), dense, seen, (thin,))
            yield Claim(("faster", one, other), thin, seen, (dense,))
            if {one, other} <= set(passed):
                yield Claim(("angle_larger", one, other), thin, seen, (dense,))
    by_index = sorted(passed, key=lambda name: found.indices[name])
    for operation, name in (("thinnest", by_index[0]), ("densest", by_index[-1])):
        yield Claim((operation,), name, (*rays, *media), others(name, passed))
    if is_written:
        for name, index in found.indices.items():
            if _label(index) != str(index):
                continue
            rivals = wrong(index, *found.indices.values(), index + Fraction(1, 2), index + 1)
            yield Claim(("index", name), str(index), (f"medium {name}",), rivals)


def _places(found: Layers) -> Iterator[tuple[Expression, ExactPoint]]:
    corners, names = found.corners(), list(found.indices)
    for depth, (one, other) in enumerate(pairwise(names), start=1):
        if depth <= len(found.passed):
            yield ("border_hit", one, other), exact(corners[depth])
    yield ("end",), exact(corners[-1])
    if found.is_reflected:
        yield ("lowest",), exact(corners[len(found.passed)])
