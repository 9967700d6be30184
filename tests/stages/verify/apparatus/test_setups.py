import pytest

from tests.stages.verify.apparatus.scenes import DISTILLATION, ELECTROLYSIS, FILTRATION, GAS, setup
from vlcorpus.stages.verify.apparatus import setups
from vlcorpus.stages.verify.apparatus.setup import read_setup
from vlcorpus.stages.verify.oracle import Unknown

STILL, GASES, CELL, FILTER = map(read_setup, (DISTILLATION, GAS, ELECTROLYSIS, FILTRATION))
RIGHT = read_setup(DISTILLATION | {"states": {"cooling water": "enters at the lower end"}})
EMPTY = read_setup(setup("filtration"))


def test_parts():
    assert setups.purpose(STILL, "setup") == "distillation"
    assert setups.part(STILL, "B") == "round-bottom flask"
    assert setups.label(STILL, "condenser") == "A"
    assert [setups.count(STILL, what) for what in ("clamp", "funnel", "labels")] == ["2", "0", "4"]
    assert [setups.has(STILL, kind) for kind in ("adapter", "stand")] == ["yes", "no"]


def test_what_parts_do():
    assert setups.use(STILL, "A") == "cools vapour until it is liquid"
    assert setups.doing(STILL, "measures the temperature") == "D"
    assert setups.doing(GASES, "lets liquid into the flask") == "A"


def test_what_moves():
    assert setups.path(STILL, "vapour") == "B, A, C"
    assert setups.first(STILL, "vapour", "C", "A") == "A"
    assert [setups.passes(STILL, "vapour", letter) for letter in "AD"] == ["yes", "no"]


def test_how_it_is_mounted():
    assert setups.state(STILL, "cooling water") == "enters at the upper end"
    assert [setups.right(STILL, a) for a in ("cooling water", "thermometer bulb")] == ["no", "yes"]
    assert setups.mistake(STILL, "setup") == "enters at the upper end"
    assert setups.mistake(RIGHT, "setup") == "nothing"
    assert [setups.correct(one, "setup") for one in (STILL, RIGHT, FILTER)] == ["no", "yes", "no"]
    assert [setups.missing(one, "setup") for one in (STILL, FILTER)] == ["nothing", "glass rod"]


def test_gases():
    assert setups.collection(GASES, "gas") == "downward displacement of air"
    assert [setups.suits(GASES, gas) for gas in ("ammonia", "oxygen")] == ["yes", "no"]
    assert setups.density(GASES, "gas") == "lighter"


def test_electrodes():
    assert [setups.electrode(CELL, side) for side in ("left", "right")] == ["cathode", "anode"]
    assert [setups.gas_over(CELL, side) for side in ("left", "right")] == ["hydrogen", "oxygen"]


def test_places():
    assert setups.end(STILL, "A") == (2, 0.5)
    assert setups.only(STILL, "adapter") == (3, 0.5)


@pytest.mark.parametrize(
    "ask",
    [
        lambda: setups.purpose(STILL, "flask"),
        lambda: setups.label(STILL, "clamp"),
        lambda: setups.label(STILL, "cork"),
        lambda: setups.use(STILL, "B"),
        lambda: setups.doing(STILL, "heats"),
        lambda: setups.doing(STILL, "sleeps"),
        lambda: setups.missing(GASES, "setup"),
        lambda: setups.missing(EMPTY, "setup"),
        lambda: setups.path(GASES, "gas"),
        lambda: setups.first(STILL, "vapour", "A", "D"),
        lambda: setups.first(STILL, "vapour", "A", "A"),
        lambda: setups.passes(STILL, "liquid", "A"),
        lambda: setups.passes(STILL, "vapour", "E"),
        lambda: setups.state(STILL, "thistle funnel"),
        lambda: setups.right(STILL, "colour"),
        lambda: setups.correct(GASES, "setup"),
        lambda: setups.mistake(FILTER, "setup"),
        lambda: setups.collection(STILL, "gas"),
        lambda: setups.suits(GASES, "neon"),
        lambda: setups.density(read_setup(GAS | {"collects": "over water"}), "gas"),
        lambda: setups.electrode(STILL, "left"),
        lambda: setups.electrode(CELL, "middle"),
        lambda: setups.gas_over(read_setup(ELECTROLYSIS | {"purpose": "electrolysis of a solution"}), "left"),
        lambda: setups.only(STILL, "clamp"),
    ],
)
def test_what_has_no_value(ask):
    with pytest.raises(Unknown):
        ask()


def test_two_mistakes_are_not_one():
    states = {"cooling water": "enters at the upper end", "thermometer bulb": "is in the liquid"}
    with pytest.raises(Unknown, match="several"):
        setups.mistake(read_setup(DISTILLATION | {"states": states}), "setup")
