from random import Random

from vlcorpus.stages.stem.apparatus import dials, lying, straight
from vlcorpus.stages.stem.apparatus.reading_facts import claims


def told(named, story=None):
    return {claim.expression: claim for claim in claims(named, story, Random(0))}


def test_readings_are_told_in_their_unit():
    one = straight.cylinder(Random(0))
    found = told({"A": one})
    assert found["reading", "millilitre", "A"].value == one.truth()["reading"]
    assert found["division", "millilitre", "A"].value == one.truth()["scale"]["division"]


def test_only_what_has_one_unit_is_compared():
    named = {
        "A": straight.cylinder(Random(0)),
        "B": straight.burette(Random(1)),
        "C": straight.thermometer(Random(2)),
    }
    compared = {expression[1:] for expression in told(named) if expression[0] == "finer"}
    assert compared <= {("A", "B")}
    assert ("difference", "millilitre", "A", "B") in told(named)


def test_the_range_that_is_not_connected_gives_what_one_reads_who_does_not_look():
    meters = (dials.meter(Random(seed), "ammeter") for seed in range(20))
    one = next(meter for meter in meters if len(meter.told["scales"]) == 2)
    claim = told({"A": one})["reading", "ampere", "A"]
    assert claim.prior is not None
    assert claim.prior != claim.value


def test_a_reading_at_a_number_is_between_no_two():
    for seed in range(30):
        one = straight.thermometer(Random(seed))
        is_at_one = one.reading in one.scale.written
        assert (("between", "A") in told({"A": one})) != is_at_one


def test_a_change_is_how_far_two_readings_are_apart():
    before = straight.burette(Random(0), share=(0.1, 0.3))
    after = straight.burette(Random(1), before, (0.6, 0.9))
    found = told({"A": before, "B": after}, "titration")
    assert float(found["change", "titration"].value) == float(after.reading - before.reading)


def test_what_has_no_scale_has_no_ends_of_one():
    found = told({"A": lying.vernier_caliper(Random(0)), "B": dials.stopwatch(Random(0))})
    assert not {"highest", "lowest", "parts", "fits", "between"} & {expression[0] for expression in found}
    assert found["division", "millimetre", "A"].value == "0.1"
