"""Setups in which a gas is made, led through bottles and tubes, and collected: every way with every other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from vlcorpus.schemas.scenes.path import Point
from vlcorpus.schemas.stem.apparatus import STATES
from vlcorpus.stages.stem.apparatus import fittings, glass
from vlcorpus.stages.stem.apparatus.part import Part, Setup, filled, rectangle

_GAP = 90.0  # between the modules
_WRONG = 0.25  # share of mountings that are wrong
_BELOW_STOPPER = 46.0  # how far below the top of a neck a tube ends that is right


@dataclass(frozen=True)
class Outlet:
    """Where a gas leaves a module: the tube's first points, how high it runs then, where the module ends."""

    points: tuple[Point, ...]
    height: float
    right: float


def making_gas(random: Random) -> Setup:
    setup = Setup("making a gas")
    outlet = random.choice((_from_flask, _from_flask, _from_heated_tube))(setup, random)
    for treat in random.sample(_TREATMENTS, random.choice((0, 0, 1, 1, 2))):
        outlet = treat(setup, random, outlet)
    random.choice(_COLLECTORS)(setup, random, outlet)
    return setup


def mounted(setup: Setup, random: Random, aspect: str) -> bool:
    """Mount the setup rightly or wrongly in an aspect, say so in it, and return whether it is right."""
    is_right = random.random() >= _WRONG
    state = next(state for state, right in STATES[aspect].items() if right == is_right)
    setup.states[aspect] = state
    setup.steps.append(f"{aspect} {state}")
    return is_right


def _from_flask(setup: Setup, random: Random) -> Outlet:
    """Make the gas from a liquid and a solid in a flask, with a funnel through its stopper."""
    is_conical = random.random() < 0.5
    low, level = (0.0, 62.0) if is_conical else (30.0, 72.0)
    top = low + glass.CONE_TOP if is_conical else low + glass.FLASK + glass.FLASK_TOP
    has_thistle = random.random() < 0.6
    funnel = "thistle funnel" if has_thistle else "separating funnel"
    vessel = (
        glass.conical_flask((0, 0), level)
        if is_conical
        else glass.round_flask((0, low + glass.FLASK), level - glass.FLASK)
    )
    setup.steps.append(f"{vessel.kind} with a {funnel}")
    if not is_conical:
        setup.add(
            fittings.stand((-175, 0), top + 40, (-30, 300)), fittings.clamp((-175, top - 30), -glass.NECK)
        )
    setup.lead_through(vessel)
    setup.add(fittings.stopper((0, top)))
    if has_thistle:
        foot = 22.0 if mounted(setup, random, "thistle funnel") else level + 62
        setup.add(fittings.thistle_funnel((-11, low + foot), top + 120))
    else:
        setup.add(fittings.separating_funnel((-11, top - _BELOW_STOPPER), top + 62))
    inside = top - _BELOW_STOPPER if mounted(setup, random, "tube in the flask") else low + 30
    return Outlet(((12, inside),), top + 85, glass.CONE)


def _from_heated_tube(setup: Setup, random: Random) -> Outlet:
    """Make the gas from a solid that is heated in a test tube."""
    turn = -0.13 if mounted(setup, random, "heated test tube") else 0.16
    bottom = (0.0, 265.0)
    heated = glass.test_tube(bottom, turn, random.randint(3, 5))
    heats = random.choice((fittings.spirit_lamp, fittings.burner))((38, 0), 215)
    setup.steps.append(f"solid over a {heats.kind}")
    place = glass.turned(bottom, turn)
    held, mouth, beyond = place((195, 0)), place((glass.TUBE_LENGTH, 0)), place((glass.TUBE_LENGTH + 50, 0))
    jaws = [place(point) for point in ((185, -34), (205, -34), (205, 34), (185, 34))]
    setup.add(fittings.stand((held[0], 0), held[1] + 90, (-60, 60)))
    setup.lead_through(heated)
    setup.add(Part.of("clamp", place((195, 0)), filled(*jaws)), heats)
    plug = [place(point) for point in ((-24, -20), (14, -24), (14, 24), (-24, 20))]
    along = [(x - bottom[0] + mouth[0], y - bottom[1] + mouth[1]) for x, y in plug]
    setup.add(Part.of("stopper", glass.turned(mouth, turn)((4, 15)), filled(*along)))
    return Outlet((place((glass.TUBE_LENGTH - 40, 0)), beyond), 350.0, beyond[0])


def _washed(setup: Setup, random: Random, outlet: Outlet) -> Outlet:
    x = outlet.right + _GAP + 62
    setup.steps.append("washed")
    ends = (24.0, 144.0) if mounted(setup, random, "washing bottle") else (144.0, 24.0)
    _lead(
        setup, outlet, [(x - 13, ends[0])], glass.washing_bottle((x, 0), 82), fittings.stopper((x, 190), 30)
    )
    return Outlet(((x + 13, ends[1]),), outlet.height, x + 62)


def _dried_in_u(setup: Setup, random: Random, outlet: Outlet) -> Outlet:
    x, y = outlet.right + _GAP + 78, 84.0
    setup.steps.append("dried in a U-tube")
    plugs = [fittings.stopper((x + dx, y + 120), 22) for dx in (-56, 56)]
    _lead(setup, outlet, [(x - 56, y + 84)], glass.u_tube((x, y)), *plugs)
    return Outlet(((x + 56, y + 84),), outlet.height, x + 78)


def _dried(setup: Setup, random: Random, outlet: Outlet) -> Outlet:
    x, y = outlet.right + _GAP, outlet.height
    setup.steps.append("dried in a drying tube")
    _lead(setup, outlet, [(x, y)], glass.drying_tube((x, y)))
    return Outlet(((x + 190, y),), y, x + 190)


def _over_water(setup: Setup, random: Random, outlet: Outlet) -> None:
    _collects(setup, "over water")
    x = outlet.right + _GAP + 150
    setup.add(glass.trough((x, 0), 160, 130, 108))
    jar = glass.gas_jar((x + 40, 62), is_upright=False, water=(108, random.uniform(135, 200)))
    _lead(setup, outlet, [(x - 110, 26), (x + 40, 26), (x + 40, 92)], jar)


def _upward(setup: Setup, random: Random, outlet: Outlet) -> None:
    _collects(setup, "upward displacement of air")
    x = outlet.right + _GAP + 60
    end = 26.0 if mounted(setup, random, "tube in the gas jar") else glass.JAR_TOP - 18
    _lead(setup, outlet, [(x, end)], glass.gas_jar((x, glass.JAR_TOP), is_upright=True))


def _downward(setup: Setup, random: Random, outlet: Outlet) -> None:
    _collects(setup, "downward displacement of air")
    x, mouth = outlet.right + _GAP + 130, outlet.height - glass.JAR_TOP - 40
    is_right = mounted(setup, random, "tube in the gas jar")
    end = mouth + (glass.JAR_TOP - 26 if is_right else 18)
    under = [(x - 100, mouth - 45), (x, mouth - 45), (x, end)]
    _lead(setup, outlet, under, glass.gas_jar((x, mouth), is_upright=False))


def _by_syringe(setup: Setup, random: Random, outlet: Outlet) -> None:
    _collects(setup, "gas syringe")
    x, y = outlet.right + _GAP, outlet.height
    setup.add(fittings.stand((x + 120, 0), y - 34, (-70, 70)))
    setup.add(Part.of("clamp", (x + 120, y - 44), filled(*rectangle(x + 80, y - 50, x + 160, y - 37))))
    _lead(setup, outlet, [(x, y)], glass.gas_syringe((x, y), random.uniform(50, 150)))


def _collects(setup: Setup, way: str) -> None:
    setup.collects = way
    setup.steps.append(f"collected: {way}")


def _lead(setup: Setup, outlet: Outlet, ends: Sequence[Point], into: Part, *over: Part) -> None:
    """Add a tube from an outlet, level at its height, to where it ends in a part, and that part behind it."""
    first, last = outlet.points[-1], ends[0]
    level = [(first[0], outlet.height), (last[0], outlet.height)]
    points = list(dict.fromkeys([*outlet.points, *level, *ends]))
    into_index = len(setup.parts)
    setup.add(into, *over)
    setup.lead_through(fittings.tube(points, ((first[0] + last[0]) / 2, outlet.height)))
    setup.flow.append(into_index)


Treat = Callable[[Setup, Random, Outlet], Outlet]
_TREATMENTS: tuple[Treat, ...] = (_washed, _dried_in_u, _dried)
_COLLECTORS: tuple[Callable[[Setup, Random, Outlet], None], ...] = (
    _over_water,
    _upward,
    _downward,
    _by_syringe,
)
