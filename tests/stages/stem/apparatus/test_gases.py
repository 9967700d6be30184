from random import Random

from vlcorpus.schemas.stem.apparatus import KINDS, PURPOSES, STATES, SUITS
from vlcorpus.stages.stem.apparatus import fittings, glass
from vlcorpus.stages.stem.apparatus.gases import making_gas, mounted
from vlcorpus.stages.stem.apparatus.part import Setup, box_of

SETUPS = [making_gas(Random(f"gas {n}")) for n in range(60)]


def test_a_gas_goes_from_a_vessel_through_tubes_to_what_collects_it():
    for setup in SETUPS:
        kinds = [setup.parts[index].kind for index in setup.flow]
        assert kinds[0] in ("conical flask", "round-bottom flask", "test tube")
        assert kinds[-1] in ("gas jar", "gas syringe")
        assert kinds[1::2] == ["delivery tube"] * (len(kinds) // 2)
        assert len(set(setup.flow)) == len(setup.flow)


def test_tubes_end_in_the_parts_that_they_lead_to():
    for setup in SETUPS:
        for tube, into in zip(setup.flow[1::2], setup.flow[2::2], strict=True):
            points = list(setup.parts[tube].shapes[0].path.points())
            left, low, right, top = box_of(setup.parts[into].shapes[0].path)
            ends = setup.parts[into].boxes
            near = [
                (x, y)
                for x, y in points
                if any(a - 9 <= x <= c + 9 and b - 9 <= y <= d + 9 for a, b, c, d in ends)
            ]
            assert near, (left, low, right, top)


def test_words_are_those_of_the_contract():
    assert {setup.collects for setup in SETUPS} == set(SUITS)
    for setup in SETUPS:
        assert setup.purpose in PURPOSES
        assert {part.kind for part in setup.parts} <= set(KINDS)
        assert all(state in STATES[aspect] for aspect, state in setup.states.items())


def test_a_thistle_funnel_ends_in_the_liquid_where_that_is_said():
    for setup in SETUPS:
        if "thistle funnel" in setup.states:
            funnel = next(part for part in setup.parts if part.kind == "thistle funnel")
            pool = box_of(setup.parts[setup.flow[0]].shapes[1].path)[1]
            is_below = min(box[1] for box in funnel.boxes) < pool
            assert is_below == (setup.states["thistle funnel"] == "ends below the liquid")


def test_most_is_mounted_rightly():
    random, setup = Random("mounted"), Setup("making a gas")
    share = sum(mounted(setup, random, "thistle funnel") for _ in range(400)) / 400
    assert 0.65 < share < 0.85


def test_a_jar_that_stands_upright_is_for_the_upward_way():
    for setup in SETUPS:
        for part in setup.parts:
            if part.kind == "gas jar":
                _, low, _, _ = part.boxes[0]
                assert (low == 0) == (setup.collects == "upward displacement of air")
    assert glass.JAR_TOP > fittings.BORE
