import pytest

from tests.stages.verify.circuits.problems.posed import BRIDGE, MIXED, claim
from vlcorpus.schemas.scenes.problem import Step
from vlcorpus.schemas.stem.circuits_problems import LAWS
from vlcorpus.stages.verify.circuits.problems.judge import JUDGE

EACH_LAW = """
ohm/current: voltage R2 = 6, resistance R2 = 3 -> current R2 = 2
ohm/voltage: current R2 R3 = 3, resistance R2 R3 = 2 -> voltage R2 R3 = 6
ohm/resistance: voltage E = 12, current E = 3 -> resistance E = 4
equal_current: current R1 = 3 -> current R2 R3 = 3
equal_voltage: voltage R2 = 6 -> voltage R2 R3 = 6
ammeter: current A1 = 3 -> current E = 3
ammeter/reading: current R2 R3 = 3 -> current A1 = 3
voltmeter: voltage V1 = 6 -> voltage R2 = 6
voltmeter/reading: voltage R3 = 6 -> voltage V1 = 6
series_resistance: resistance R1 = 2, resistance R2 R3 = 2 -> resistance E = 4
series_resistance/part: resistance E = 4, resistance R2 R3 = 2 -> resistance R1 = 2
parallel_resistance: resistance R2 = 3, resistance R3 = 6 -> resistance R2 R3 = 2
parallel_resistance/part: resistance R2 R3 = 2, resistance R3 = 6 -> resistance R2 = 3
sum_of_voltages: voltage R1 = 6, voltage R2 R3 = 6 -> voltage E = 12
sum_of_voltages/part: voltage E = 12, voltage R1 = 6 -> voltage R2 R3 = 6
sum_of_currents: current R2 = 2, current R3 = 1 -> current R2 R3 = 3
sum_of_currents/part: current R2 R3 = 3, current R3 = 1 -> current R2 = 2
sum_of_powers: power R1 = 18, power R2 R3 = 18 -> power E = 36
sum_of_powers/part: power R2 R3 = 18, power R2 = 12 -> power R3 = 6
voltage_division: voltage E = 12, resistance E = 4, resistance R1 = 2 -> voltage R1 = 6
voltage_division/resistance: voltage E = 12, resistance E = 4, voltage R1 = 6 -> resistance R1 = 2
current_division: current R2 = 2, resistance R2 = 3, resistance R3 = 6 -> current R3 = 1
current_division/resistance: current R2 = 2, resistance R2 = 3, current R3 = 1 -> resistance R3 = 6
power: voltage E = 12, current E = 3 -> power E = 36
power/current: power R2 = 12, voltage R2 = 6 -> current R2 = 2
power/voltage: power R2 = 12, current R2 = 2 -> voltage R2 = 6
power_by_current: current R2 = 2, resistance R2 = 3 -> power R2 = 12
power_by_current/resistance: power R2 = 12, current R2 = 2 -> resistance R2 = 3
power_by_current/current: power R2 = 12, resistance R2 = 3 -> current R2 = 2
power_by_voltage: voltage R3 = 6, resistance R3 = 6 -> power R3 = 6
power_by_voltage/resistance: power R2 = 12, voltage R2 = 6 -> resistance R2 = 3
power_by_voltage/voltage: power R2 = 12, resistance R2 = 3 -> voltage R2 = 6
power_in_series: power R1 = 18, resistance R1 = 2, resistance E = 4 -> power E = 36
power_in_parallel: power R2 = 12, resistance R2 = 3, resistance R3 = 6 -> power R3 = 6
charge: current R2 = 2, time = 10 -> charge R2 = 20
charge/current: charge R2 = 20, time = 10 -> current R2 = 2
charge/time: charge R2 = 20, current R2 = 2 -> time = 10
energy: power R2 = 12, time = 10 -> energy R2 = 120
energy/power: energy R2 = 120, time = 10 -> power R2 = 12
energy/time: energy R2 = 120, power R2 = 12 -> time = 10
energy_by_charge: voltage R2 = 6, charge R2 = 20 -> energy R2 = 120
energy_by_charge/voltage: energy R2 = 120, charge R2 = 20 -> voltage R2 = 6
energy_by_charge/charge: energy R2 = 120, voltage R2 = 6 -> charge R2 = 20
joule: current R2 = 2, resistance R2 = 3, time = 10 -> energy R2 = 120
"""
STEPS = [line.split(": ") for line in EACH_LAW.strip().splitlines()]


def fault(rule, told, truth=MIXED):
    inputs, concluded = told.split(" -> ")
    claims = [claim(text) for text in inputs.split(", ")]
    return JUDGE(truth).fault_of(Step(rule, tuple(range(len(claims))), claim(concluded)), claims)


def test_each_law_is_tried_here():
    assert [rule for rule, _ in STEPS] == list(LAWS)


@pytest.mark.parametrize(("rule", "told"), STEPS)
def test_a_law_concludes_by_what_it_names_alone(rule, told):
    assert fault(rule, told) is None
    inputs, concluded = told.split(" -> ")
    assert fault(rule, f"{inputs} -> {concluded}1")  # another number
    assert fault(rule, f"{inputs}, voltage E = 12, current E = 3 -> {concluded}")
    assert fault(rule, f"{inputs}, {inputs} -> {concluded}")
    for text in inputs.split(", "):
        others = [other for other in inputs.split(", ") if other != text]
        assert fault(rule, f"{', '.join([*others, text + '1'])} -> {concluded}")
        assert fault(rule, f"{', '.join([*others, 'energy E = 360'])} -> {concluded}")


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        # True here, but not always: R1 has by chance the voltage of R2, and the power of both others.
        ("equal_voltage", "voltage R2 = 6 -> voltage R1 = 6"),
        ("voltmeter", "voltage V1 = 6 -> voltage R1 = 6"),
        ("current_division", "current R2 = 2, resistance R2 = 3, resistance R1 = 2 -> current R1 = 3"),
        ("sum_of_voltages", "voltage R1 = 6, voltage R2 = 6 -> voltage E = 12"),  # and R3?
        ("sum_of_powers", "power R1 = 18, power R2 = 12, power R3 = 6 -> power E = 36"),  # not all alike
        ("sum_of_currents", "current R2 = 2, current A1 = 3 -> current R2 R3 = 3"),
        ("equal_current", "current A1 = 3 -> current R1 = 3"),  # the law of it is another
        ("equal_current", "current E = 3 -> current E = 3"),
        ("ohm/current", "voltage V1 = 6, resistance R2 = 3 -> current R2 = 2"),
        ("ohm/current", "voltage R3 = 6, resistance R2 = 3 -> current R2 = 2"),
        ("magic", "voltage R2 = 6 -> voltage R2 R3 = 6"),
    ],
)
def test_what_a_law_does_not_say(rule, told):
    assert fault(rule, told)


def test_there_are_no_groups_in_a_bridge():
    assert "do not lie between two nodes" in fault(
        "series_resistance", "resistance R1 = 1, resistance R2 = 2 -> resistance R1 R2 = 3", BRIDGE
    )


def test_a_step_fits_its_law_by_some_of_what_is_known():
    judge = JUDGE(MIXED)
    known = [claim(text) for text in ("time = 10", "resistance R1 = 2", "resistance R2 R3 = 2")]
    whole = Step("series_resistance", (), claim("resistance E = 4"))
    assert judge.fits(whole, known)
    assert not judge.fits(whole, known[:2])
