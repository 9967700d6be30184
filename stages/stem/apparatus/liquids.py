"""Setups in which liquids are heated, distilled, filtered, evaporated, titrated, separated, electrolysed."""

from __future__ import annotations

import math
from random import Random

from vlcorpus.schemas.scenes.path import Point, polyline
from vlcorpus.schemas.scenes.scene import Role, Shape, Tag, Thing
from vlcorpus.stages.stem.apparatus import fittings, glass
from vlcorpus.stages.stem.apparatus.gases import mounted
from vlcorpus.stages.stem.apparatus.part import Part, Setup

_TRIPOD = 190.0  # its height
_MISSING = 0.2  # share of setups that lack a part that they need
_NET = 9.0  # thickness of a gauze


def distillation(random: Random) -> Setup:
    setup = Setup("distillation", moves="vapour")
    middle = (0.0, _heated(setup, random) + glass.FLASK)
    top, arm_y = middle[1] + glass.FLASK_TOP, middle[1] + glass.FLASK + 48
    setup.add(fittings.stand((-190, 0), top + 30, (-40, 130)), fittings.clamp((-190, top - 34), -glass.NECK))
    start = (150.0, arm_y - 48)
    setup.lead_through(glass.round_flask(middle, -25.0, start))
    setup.add(fittings.stopper((0, top)))
    if _is_there(setup, random, "thermometer"):
        is_right = mounted(setup, random, "thermometer bulb")
        bulb = arm_y if is_right else middle[1] - 55
        setup.add(fittings.thermometer((0, bulb), top + 120 - bulb))
    from_below = mounted(setup, random, "cooling water")
    cooled, end = fittings.condenser((start[0] - 20, start[1] + 8), -0.36, from_below=from_below)
    foot = (end[0] + 44, 0.0)
    bent = fittings.adapter((end[0] - 6, end[1] + 2), (foot[0], glass.CONE_TOP - 30))
    setup.lead_through(cooled)
    if random.random() < 0.7:
        setup.lead_through(bent)
        setup.steps.append("with an adapter")
        setup.lead_through(glass.conical_flask(foot, random.uniform(20, 60)))
    else:
        setup.lead_through(
            glass.conical_flask((end[0] + 4, end[1] - glass.CONE_TOP - 12), random.uniform(20, 60))
        )
    return setup


def reflux(random: Random) -> Setup:
    setup = Setup("reflux", moves="vapour")
    middle = (0.0, _heated(setup, random) + glass.FLASK)
    top = middle[1] + glass.FLASK_TOP
    setup.add(fittings.stand((-190, 0), top + 330, (-40, 130)), fittings.clamp((-190, top - 34), -glass.NECK))
    if random.random() < 0.5:
        setup.add(fittings.clamp((-190, top + 165), -27))
        setup.steps.append("with a second clamp")
    setup.lead_through(glass.round_flask(middle, random.uniform(-35, 10)))
    from_below = mounted(setup, random, "cooling water")
    cooled, _ = fittings.condenser((0, top - 34), math.pi / 2, from_below=from_below)
    setup.lead_through(cooled)
    setup.add(fittings.stopper((0, top)))
    return setup


def filtration(random: Random) -> Setup:
    setup = Setup("filtration", moves="liquid")
    touches = mounted(setup, random, "stem of the funnel")
    x = -(glass.BEAKER - 9) if touches else 0.0
    joint = 205.0
    is_below = mounted(setup, random, "liquid in the filter")
    setup.add(fittings.stand((-230, 0), 470, (-40, 110)))
    setup.add(glass.beaker((0, 0), random.uniform(25, 55)))
    receiver = len(setup.parts) - 1
    setup.lead_through(fittings.funnel((x, 95), joint))
    if _is_there(setup, random, "filter paper"):
        setup.lead_through(fittings.filter_paper((x, joint), 50 if is_below else 88))
    else:
        del setup.states["liquid in the filter"]
    setup.flow = [*reversed(setup.flow), receiver]
    setup.add(fittings.ring((-230, joint + 40), x + 46))
    if _is_there(setup, random, "glass rod"):
        setup.add(fittings.glass_rod((x + 22, joint + 52), (x + 150, joint + 250)))
    return setup


def evaporation(random: Random) -> Setup:
    setup = Setup("evaporation")
    rim = _heated(setup, random) + 52
    setup.add(glass.evaporating_dish((0, rim), random.uniform(14, 26)))
    if _is_there(setup, random, "glass rod"):
        side = random.choice((-1, 1))
        setup.add(fittings.glass_rod((side * 12, rim - 32), (side * 150, rim + 150)))
    return setup


def ignition(random: Random) -> Setup:
    setup = Setup("ignition")
    heats = _burner(setup, random)
    setup.add(fittings.tripod((0, 0), _TRIPOD), fittings.pipeclay_triangle((0, _TRIPOD)), heats)
    setup.add(glass.crucible((0, _TRIPOD + 2)))
    return setup


def heating(random: Random) -> Setup:
    """Heat a liquid in a beaker or a flask, mostly with a thermometer that hangs in it."""
    setup = Setup("heating a liquid")
    base = _heated(setup, random)
    kind = random.choice(("beaker", "conical flask", "round-bottom flask"))
    setup.steps.append(f"in a {kind}")
    has_thermometer = kind != "round-bottom flask" and random.random() < 0.75
    if has_thermometer or kind == "round-bottom flask":
        setup.add(fittings.stand((-215, 0), base + 400, (-40, 100)))
    if kind == "beaker":
        setup.add(glass.beaker((0, base), random.uniform(70, 120)))
    elif kind == "conical flask":
        setup.add(glass.conical_flask((0, base), random.uniform(60, 100)))
    else:
        middle = base + glass.FLASK
        setup.add(fittings.clamp((-215, middle + 150), -glass.NECK))
        setup.add(glass.round_flask((0, middle), random.uniform(-30, 20)))
    if has_thermometer:
        setup.steps.append("with a thermometer")
        setup.add(fittings.thermometer((0, base + 40), 320), fittings.clamp((-215, base + 270), -6))
    return setup


def titration(random: Random) -> Setup:
    setup = Setup("titration", moves="liquid")
    side = random.choice((-1, 1))
    plate = (-40, 260) if side < 0 else (-260, 40)
    setup.add(fittings.stand((side * 160, -16), 640, plate))
    setup.lead_through(fittings.burette((0, glass.CONE_TOP + 12), 430))
    if _is_there(setup, random, "clamp"):
        setup.add(fittings.clamp((side * 160, 500), side * 12))
        if random.random() < 0.3:
            setup.add(fittings.clamp((side * 160, 330), side * 12))
            setup.steps.append("with a second clamp")
    setup.lead_through(glass.conical_flask((0, 0), random.uniform(30, 80)))
    if random.random() < 0.4:
        setup.add(glass.beaker((side * -270, -16), random.uniform(40, 110)))
        setup.steps.append("with a beaker beside")
    return setup


def separation(random: Random) -> Setup:
    setup = Setup("separation of two liquids", moves="liquid")
    side = random.choice((-1, 1))
    vessel = random.choice(("beaker", "conical flask"))
    setup.steps.append(f"into a {vessel}")
    foot = 130.0 if vessel == "beaker" else 190.0
    bottom, rod = foot + 105, side * 190.0
    setup.add(
        fittings.stand((rod, 0), bottom + 285, (-80, 80)), fittings.ring((rod, bottom + 40), side * -34)
    )
    setup.lead_through(fittings.separating_funnel((0, foot), bottom, random.uniform(0.35, 0.65)))
    receives = glass.beaker if vessel == "beaker" else glass.conical_flask
    setup.lead_through(receives((0, 0), random.uniform(20, 50)))
    return setup


def electrolysis(random: Random) -> Setup:
    """Electrolyse a solution in a beaker, or water under two tubes that collect the gases."""
    of_water = random.random() < 0.5
    setup = Setup("electrolysis of water" if of_water else "electrolysis of a solution")
    plus_right = random.random() < 0.5
    setup.poles = {"left": "-", "right": "+"} if plus_right else {"left": "+", "right": "-"}
    setup.steps.append(f"anode on the {'right' if plus_right else 'left'}")
    (_over_electrodes if of_water else _in_beaker)(setup, random, plus_right)
    return setup


def _in_beaker(setup: Setup, random: Random, plus_right: bool) -> None:
    setup.add(glass.beaker((0, 0), random.uniform(90, 120), 110, 165))
    high = 265.0
    has_battery = _is_there(setup, random, "battery")
    for x in (-55.0, 55.0):
        setup.add(fittings.electrode((x, 28), 215))
        up: list[Point] = [(x, 215), (x, high)]
        if has_battery:
            up += [(2 * x, high), (2 * x, 320), (-60.0 if x < 0 else 60.0, 320)]
        _wire(setup, plus_right == (x > 0), x, up)
    if has_battery:
        setup.add(fittings.battery((0, 320), plus_right))


def _over_electrodes(setup: Setup, random: Random, plus_right: bool) -> None:
    setup.add(glass.trough((0, 0), 150, 150, 110))
    gas = random.uniform(42, 60)  # of oxygen; of hydrogen there is twice as much
    for x in (-65.0, 65.0):
        is_plus = plus_right == (x > 0)
        volume = gas if is_plus else 2 * gas
        setup.add(glass.filled_tube((x, 62), 190, 190 + glass.TUBE * 0.6 - volume))
        setup.add(fittings.electrode((x, 36), 110))
        _wire(setup, is_plus, x, [(x, 36), (x, -62), (-60.0 if x < 0 else 60.0, -62)])
    setup.add(fittings.battery((0, -62), plus_right))


def _wire(setup: Setup, is_plus: bool, x: float, points: list[Point]) -> None:
    """Draw a wire to an electrode, with its sign beside it."""
    side = "right" if x > 0 else "left"
    at = points[-2] if len(points) > 2 else points[-1]
    sign = Tag("+" if is_plus else "−", at, side=(1 if x > 0 else -1, 0))
    setup.wires.append(Thing(f"{side} wire", "wire", (Shape(Role.LINE, polyline(points)),), (sign,)))


def _burner(setup: Setup, random: Random) -> Part:
    heats = random.choice((fittings.burner, fittings.spirit_lamp))((0, 0), _TRIPOD - 22)
    setup.steps.append(f"over a {heats.kind}")
    return heats


def _heated(setup: Setup, random: Random) -> float:
    """Add a tripod with a gauze over a flame, and return how high what stands on it begins."""
    heats = _burner(setup, random)
    setup.add(fittings.tripod((0, 0), _TRIPOD), fittings.gauze((0, _TRIPOD)), heats)
    return _TRIPOD + _NET


def _is_there(setup: Setup, random: Random, kind: str) -> bool:
    """Say whether a part that is needed is drawn; of one setup one at most is not."""
    lacks = any(step.startswith("without") for step in setup.steps)
    if lacks or random.random() >= _MISSING:
        return True
    setup.steps.append(f"without a {kind}")
    return False
