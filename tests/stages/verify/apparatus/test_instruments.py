import pytest

from tests.stages.verify.apparatus.scenes import (
    AMMETER,
    BALANCE,
    CALIPER,
    CYLINDER,
    MANOMETER,
    MICROMETER,
    PROTRACTOR,
    RULER,
    STONE,
    STOPWATCH,
)
from tests.stages.verify.apparatus.scenes import (
    instruments as scene,
)
from vlcorpus.stages.verify.apparatus import instruments
from vlcorpus.stages.verify.apparatus.instruments import read_instruments, told_as, told_of
from vlcorpus.stages.verify.oracle import Contradiction, Unknown

BURETTE = CYLINDER | {"kind": "burette", "reading": "20", "scale": CYLINDER["scale"] | {"division": "0.1"}}
FOUR = read_instruments(scene(CYLINDER, AMMETER, BURETTE, RULER))
STORY = read_instruments(STONE)


def one(told):
    return read_instruments(scene(told))


def test_instruments_and_what_they_measure():
    assert instruments.instrument(FOUR, "B") == "ammeter"
    assert instruments.which(FOUR, "ruler") == "D"
    assert [instruments.count(FOUR, what) for what in ("burette", "syringe", "instruments")] == [
        "1",
        "0",
        "4",
    ]
    assert instruments.quantity(FOUR, "B") == "current"
    assert instruments.unit(FOUR, "D") == "centimetre"


def test_readings_have_units():
    assert instruments.reading(FOUR, "millilitre", "A") == "23.5"
    assert instruments.reading(one(MICROMETER), "millimetre", "A") == "5.78"
    assert instruments.reading(one(MANOMETER), "centimetre of liquid", "A") == "8"
    assert instruments.reading(one(MANOMETER), "centimetre", "A") == "8"
    assert instruments.division(FOUR, "ampere", "B") == "0.1"
    assert instruments.division(one(MICROMETER), "millimetre", "A") == "0.01"
    assert instruments.division(one(CALIPER), "millimetre", "A") == "0.1"


def test_scales():
    assert (instruments.lowest(FOUR, "B"), instruments.highest(FOUR, "B")) == ("0", "3")
    assert instruments.parts(FOUR, "A") == "20"
    assert [instruments.fits(FOUR, "A", n) for n in ("50", "50.5", "-1")] == ["yes", "no", "no"]
    assert instruments.between(FOUR, "A") == "20, 30"
    assert instruments.between(FOUR, "B") == "1, 2"
    assert instruments.ranges(FOUR, "B") == "2"
    assert instruments.range_(FOUR, "B") == "3"


@pytest.mark.parametrize(
    ("told", "operation", "name", "value"),
    [
        (RULER, told_of("ruler"), "right", "7.1"),
        (PROTRACTOR, told_of("protractor"), "right", "20"),
        (PROTRACTOR, told_of("protractor"), "left", "75"),
        (MANOMETER, told_of("manometer"), "left", "12"),
        (BALANCE, told_of("triple-beam balance"), "units", "4.5"),
    ],
)
def test_one_of_several_numbers(told, operation, name, value):
    assert operation(one(told), "A", name) == value


def test_numbers_that_are_told():
    assert told_as("micrometer", "thimble")(one(MICROMETER), "A") == "28"
    assert told_as("stopwatch", "minutes")(one(STOPWATCH), "A") == "2"
    assert instruments.higher(one(MANOMETER), "A") == "right"


def test_two_instruments():
    assert instruments.greater(FOUR, "A", "C") == "A"
    assert instruments.difference(FOUR, "millilitre", "A", "C") == "3.5"
    assert instruments.finer(FOUR, "A", "C") == "C"
    assert instruments.finer(read_instruments(scene(CALIPER, MICROMETER)), "A", "B") == "B"
    assert instruments.change(STORY, "displacement") == "7.5"


def test_places():
    assert instruments.mark(FOUR, "A", "25") == (2, 5)
    assert instruments.mark(FOUR, "D", "2.5") == (5, 0)
    assert instruments.pivot(FOUR, "B") == (5, 3.5)


@pytest.mark.parametrize(
    "ask",
    [
        lambda: instruments.instrument(FOUR, "E"),
        lambda: instruments.which(STORY, "graduated cylinder"),
        lambda: instruments.which(FOUR, "cup"),
        lambda: instruments.reading(FOUR, "litre", "A"),
        lambda: instruments.division(one(STOPWATCH), "second", "A"),
        lambda: instruments.highest(one(CALIPER), "A"),
        lambda: instruments.fits(FOUR, "A", "much"),
        lambda: instruments.between(FOUR, "C"),  # it stands at a number
        lambda: instruments.between(FOUR, "D"),
        lambda: instruments.ranges(FOUR, "A"),
        lambda: instruments.range_(one(AMMETER | {"scales": AMMETER["scales"][1:], "used": 0}), "A"),
        lambda: told_of("ruler")(FOUR, "A", "left"),
        lambda: told_of("ruler")(FOUR, "D", "middle"),
        lambda: instruments.higher(FOUR, "A"),
        lambda: instruments.higher(one(MANOMETER | {"levels": {"left": "9", "right": "9"}}), "A"),
        lambda: instruments.greater(FOUR, "A", "B"),
        lambda: instruments.greater(FOUR, "A", "A"),
        lambda: instruments.difference(FOUR, "ampere", "A", "C"),
        lambda: instruments.finer(STORY, "A", "B"),
        lambda: instruments.change(STORY, "warming"),
        lambda: instruments.change(FOUR, "displacement"),
        lambda: instruments.mark(FOUR, "A", "25.2"),
        lambda: instruments.mark(FOUR, "B", "1"),
        lambda: instruments.pivot(FOUR, "A"),
    ],
)
def test_what_has_no_value(ask):
    with pytest.raises(Unknown):
        ask()


@pytest.mark.parametrize(
    "truth",
    [
        scene(),
        scene(CYLINDER, story={"kind": "displacement", "before": "A", "after": "A"}),
        scene(CYLINDER, RULER, story={"kind": "displacement", "before": "A", "after": "B"}),
        scene(CYLINDER, CYLINDER, story={"kind": "magic", "before": "A", "after": "B"}),
    ],
)
def test_what_cannot_be(truth):
    with pytest.raises(Contradiction):
        read_instruments(truth)
