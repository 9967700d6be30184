from random import Random

import pytest

from vlcorpus.schemas.stem.apparatus import KINDS, NEEDED, PURPOSES, STATES
from vlcorpus.stages.stem.apparatus import liquids
from vlcorpus.stages.stem.apparatus.part import box_of

MAKERS = [
    liquids.distillation,
    liquids.reflux,
    liquids.filtration,
    liquids.evaporation,
    liquids.ignition,
    liquids.heating,
    liquids.titration,
    liquids.separation,
    liquids.electrolysis,
]


def made(make, n=40):
    return [make(Random(f"{make.__name__} {k}")) for k in range(n)]


@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
def test_words_are_those_of_the_contract(make):
    for setup in made(make):
        drawn = {part.kind for part in setup.parts}
        assert setup.purpose in PURPOSES
        assert drawn <= set(KINDS)
        assert all(state in STATES[aspect] for aspect, state in setup.states.items())
        assert len(set(NEEDED.get(setup.purpose, ())) - drawn) <= 1
        assert all(0 <= index < len(setup.parts) for index in setup.flow)


@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
def test_aspects_are_seen_only_where_their_parts_are(make):
    for setup in made(make):
        drawn = {part.kind for part in setup.parts}
        assert "thermometer bulb" not in setup.states or "thermometer" in drawn
        assert "liquid in the filter" not in setup.states or "filter paper" in drawn


def test_the_bulb_of_a_thermometer_is_where_it_is_said():
    for setup in made(liquids.distillation):
        if "thermometer bulb" in setup.states:
            flask = next(part for part in setup.parts if part.kind == "round-bottom flask")
            bulb = next(part for part in setup.parts if part.kind == "thermometer")
            surface = box_of(flask.shapes[1].path)[3]
            is_dipped = min(box[1] for box in bulb.boxes) < surface
            assert is_dipped == (setup.states["thermometer bulb"] == "is in the liquid")


def test_a_funnel_touches_the_beaker_where_that_is_said():
    for setup in made(liquids.filtration):
        funnel = next(part for part in setup.parts if part.kind == "funnel")
        beaker = next(part for part in setup.parts if part.kind == "beaker")
        wall, stem = min(box[0] for box in beaker.boxes) + 9, min(box[0] for box in funnel.boxes[1:])
        assert (abs(stem - wall) < 8) == (
            setup.states["stem of the funnel"] == "touches the wall of the beaker"
        )


def test_above_the_cathode_there_is_twice_as_much_gas():
    for setup in made(liquids.electrolysis):
        if setup.purpose != "electrolysis of water":
            continue
        tubes = sorted((part for part in setup.parts if part.kind == "test tube"), key=lambda part: part.at)
        gas = [part.at[1] - box_of(part.shapes[0].path)[3] for part in tubes]
        more = 0 if gas[0] > gas[1] else 1
        assert list(setup.poles.values())[more] == "-"
        assert max(gas) - 10 == pytest.approx(2 * (min(gas) - 10), rel=0.1)
