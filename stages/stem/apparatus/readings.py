"""Scenes of instruments that are read: alone, side by side, one above the other, or before and after."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from random import Random

from vlcorpus.schemas.scenes.claims import Expression
from vlcorpus.schemas.scenes.path import Point, polyline, smooth
from vlcorpus.schemas.scenes.scene import ExactPoint, Role, Scene, Shape, Tag, Thing
from vlcorpus.stages.stem.apparatus import dials, lying, straight
from vlcorpus.stages.stem.apparatus.instrument import Exact, Instrument, text
from vlcorpus.stages.stem.apparatus.part import line, liquid, rectangle, surface
from vlcorpus.stages.stem.apparatus.reading_facts import claims
from vlcorpus.stages.stem.axes.draw import arrow_head

_LETTERS = "ABCD"
_GAP = 70
_LETTER_SIZE = 1.1
_HEAD_SIZE = 500.0
_MARKS = 3  # lines of a scale that can be pointed at
Make = Callable[[Random], Instrument]
_STANDING: tuple[Make, ...] = (
    straight.cylinder,
    straight.burette,
    straight.syringe,
    straight.thermometer,
    straight.spring_balance,
    straight.manometer,
)
_ROUND: tuple[Make, ...] = (
    lambda random: dials.meter(random, "ammeter"),
    lambda random: dials.meter(random, "voltmeter"),
    dials.gauge,
    dials.dial_balance,
    dials.stopwatch,
    dials.protractor,
)
_WITH_SCALES = tuple(make for make in _ROUND if make is not dials.stopwatch)
_LYING: tuple[Make, ...] = (lying.ruler, lying.vernier_caliper, lying.micrometer, lying.triple_beam)


def reading_scene(random: Random) -> Scene:
    compose = random.choices((_row, _dials, _stack, _pair), (5, 4, 3, 2))[0]
    family, instruments, story, extra = compose(random)
    named = dict(zip(_LETTERS, instruments, strict=False))
    steps = [step for instrument in instruments for step in instrument.steps]
    return Scene(
        family=family,
        steps=(*steps, f"{len(named)} instruments" if story is None else story),
        names=tuple(named),
        truth={
            "instruments": {name: instrument.truth() for name, instrument in named.items()},
            "story": story and {"kind": story, "before": "A", "after": "B"},
        },
        things=(*(_thing(name, instrument) for name, instrument in named.items()), *extra),
        claims=tuple(claims(named, story, random)),
        places=dict(_places(named, random)),
    )


Composed = tuple[str, list[Instrument], str | None, list[Thing]]


def _row(random: Random) -> Composed:
    """Stand two or three instruments side by side, often two of one kind."""
    makes = _chosen(random, _STANDING, random.choice((2, 3, 3)))
    return "standing instruments", _beside([make(random) for make in makes]), None, []


def _dials(random: Random) -> Composed:
    makes = _chosen(random, _ROUND, random.choice((2, 2, 2, 4)))
    if random.random() < 0.2:
        makes = [random.choice(_WITH_SCALES)]
    found = [make(random) for make in makes]
    if len(found) < 4:
        return f"dials: {len(found)}", _beside(found) if random.random() < 0.6 else _above(found), None, []
    pairs = [_beside(found[:2]), _beside(found[2:])]
    drop = round(min(one.box[1] for one in pairs[0]) - max(one.box[3] for one in pairs[1])) - 2 * _GAP
    return "dials: 4", pairs[0] + [one.moved(0, drop) for one in pairs[1]], None, []


def _stack(random: Random) -> Composed:
    makes = _chosen(random, _LYING, random.choice((2, 3, 3)))
    return f"lying instruments: {len(makes)}", _above([make(random) for make in makes]), None, []


def _chosen(random: Random, makes: Sequence[Make], n: int) -> list[Make]:
    chosen = random.sample(makes, min(n, len(makes)))
    if n > 1 and random.random() < 0.4:
        chosen[-1] = chosen[0]
    random.shuffle(chosen)
    return chosen


def _pair(random: Random) -> Composed:
    """Show one instrument before and after something happened."""
    story = random.choice(tuple(_STORIES))
    before, after, things = _STORIES[story](random)
    shown = _beside([before, after])
    left, right = shown[0].box[2] + 64, shown[1].box[0] - 8
    # Numbers stand to the right of scales.
    middle = (left + right) / 2
    tip, tail = (right, straight.LENGTH / 2), (min(middle, right - 40), straight.LENGTH / 2)
    arrow = Thing("arrow", "arrow", (line(tail, tip), Shape(Role.FULL, arrow_head(tip, tail, _HEAD_SIZE))))
    return f"before and after: {story}", shown, story, [arrow, *things]


def _displacement(random: Random) -> tuple[Instrument, Instrument, list[Thing]]:
    before = straight.cylinder(random, share=(0.25, 0.55))
    after = straight.cylinder(random, before, (0.62, 0.92))
    stone = Shape(
        Role.SOLID, smooth([(-34, -30), (-40, 0), (-12, 26), (22, 20), (38, -4), (28, -30)], closed=True)
    )
    return before, _with(after, stone), []


def _titration(random: Random) -> tuple[Instrument, Instrument, list[Thing]]:
    before = straight.burette(random, share=(0.04, 0.3))
    return before, straight.burette(random, before, (0.5, 0.95)), []


def _immersion(random: Random) -> tuple[Instrument, Instrument, list[Thing]]:
    stone = Shape(Role.SOLID, polyline(rectangle(-38, -210, 38, -130), closed=True))
    thread = line((0, -98), (0, -130))
    before = straight.spring_balance(random, share=(0.6, 0.95), load=(thread, stone))
    glass = line((-80, -110), (-80, -250), (80, -250), (80, -110))
    water = liquid(*rectangle(-80, -250, 80, -122))
    load = (water, surface(-80, 80, -122), glass, thread, stone)
    return before, straight.spring_balance(random, before, (0.2, 0.52), load), []


def _warming(random: Random) -> tuple[Instrument, Instrument, list[Thing]]:
    before = straight.thermometer(random, share=(0.08, 0.45))
    return before, straight.thermometer(random, before, (0.52, 0.95)), []


def _cooling(random: Random) -> tuple[Instrument, Instrument, list[Thing]]:
    before = straight.thermometer(random, share=(0.52, 0.95))
    return before, straight.thermometer(random, before, (0.08, 0.45)), []


_STORIES = {
    "displacement": _displacement,
    "titration": _titration,
    "immersion": _immersion,
    "warming": _warming,
    "cooling": _cooling,
}


def _with(instrument: Instrument, *shapes: Shape) -> Instrument:
    return replace(instrument, shapes=(*instrument.shapes, *shapes))


def _beside(instruments: list[Instrument]) -> list[Instrument]:
    """Return the instruments from left to right, on one line; numbers of a scale need room beside it."""
    found, at = [], 0
    for instrument in instruments:
        left, right = _reach(instrument)
        found.append(instrument.moved(at - round(left), 0))
        at += round(right - left) + _GAP
    return found


def _reach(instrument: Instrument) -> tuple[float, float]:
    """Return how far an instrument goes to the left and to the right, with its numbers."""
    left, _, right, _ = instrument.box
    sides = [
        (tag.at[0] - tag.room[0] / 2, tag.at[0] + tag.room[0] / 2) for tag in instrument.tags if tag.room
    ]
    return min([left, *(low for low, _ in sides)]), max([right, *(high for _, high in sides)])


def _above(instruments: list[Instrument]) -> list[Instrument]:
    """Return the instruments one below the other, with room for their letters to the left."""
    found, at = [], 0
    for instrument in instruments:
        left, low, _, top = instrument.box
        found.append(instrument.moved(-round(left), at - round(top)))
        at -= round(top - low) + _GAP + 30
    return found


def _thing(name: str, instrument: Instrument) -> Thing:
    left, low, right, _ = instrument.box
    letter = Tag(name, ((left + right) / 2, low), side=(0, -1), size=_LETTER_SIZE)
    return Thing(f"instrument {name}", "instrument", instrument.shapes, (letter, *instrument.tags))


def _places(named: dict[str, Instrument], random: Random) -> Iterator[tuple[Expression, ExactPoint]]:
    for name, instrument in named.items():
        if instrument.pivot and instrument.kind != "protractor":
            yield ("pivot", name), _exact(instrument.pivot)
        if instrument.ends and instrument.scale:
            for number in random.sample(instrument.scale.lines, _MARKS):
                yield ("mark", name, text(number)), _exact(instrument.mark(number))


def _exact(place: Exact) -> ExactPoint:
    x, y = place
    at: Point = (float(x), float(y))
    return ExactPoint((str(x), str(y)), at)
