from fractions import Fraction

from tests.stages.stem.mechanics.parts import drawn, parts, value
from vlcorpus.stages.stem.mechanics.incline import incline

PARTS = parts(incline)


def test_forces_and_motion_obey_newton():
    met = set()
    for part in PARTS:
        name, hanging = part.truth["block"], part.truth.get("hanging")
        along, normal = (Fraction(value(part, what, name)) for what in ("along_slope", "normal_force"))
        assert along**2 + normal**2 == (10 * part.masses[name]) ** 2
        assert along / normal == Fraction(int(part.truth["height"]), int(part.truth["base"]))
        acceleration, moves = Fraction(value(part, "acceleration", "incline")), value(part, "moves", name)
        met.add(moves)
        way = {"up the slope": 1, "down the slope": -1, "at rest": 0}[moves]
        tension = Fraction(value(part, "rope_tension", "incline") or 0)
        assert way * acceleration * part.masses[name] == tension - along
        if hanging:
            assert way * acceleration * part.masses[hanging] == 10 * part.masses[hanging] - tension
    assert met == {"up the slope", "down the slope", "at rest"}


def test_the_block_stands_on_the_slope_and_the_rope_runs_along_it():
    for part in PARTS:
        foot, top = part.at["slope_foot"], part.at["slope_top"]
        corners = list(drawn(part)[f"block {part.truth['block']}"].shapes[0].path.points())
        way = (float(top[0] - foot[0]), float(top[1] - foot[1]))
        off = [abs(way[0] * y - way[1] * x) for x, y in corners]
        assert sorted(off)[1] < 1e-9
        if "hanging" in part.truth:
            start, end = drawn(part)["rope incline"].shapes[0].path.points()
            assert abs(way[0] * (end[1] - start[1]) - way[1] * (end[0] - start[0])) < 1e-9
