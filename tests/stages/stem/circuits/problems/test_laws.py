from fractions import Fraction
from math import isqrt

from tests.stages.stem.circuits.problems.circuits import mixed
from vlcorpus.schemas.stem.circuits_problems import LAWS
from vlcorpus.stages.stem.circuits.problems.laws import Application, applications

# The formulas of the contract, by the values of the inputs in the order in which laws are applied here.
_FORMULAS = {
    "ohm/current": lambda u, r: u / r,
    "ohm/voltage": lambda i, r: i * r,
    "ohm/resistance": lambda u, i: u / i,
    "equal_current": lambda i: i,
    "equal_voltage": lambda u: u,
    "ammeter": lambda i: i,
    "ammeter/reading": lambda i: i,
    "voltmeter": lambda u: u,
    "voltmeter/reading": lambda u: u,
    "series_resistance": lambda *r: sum(r),
    "series_resistance/part": lambda whole, *r: whole - sum(r),
    "parallel_resistance": lambda *r: 1 / sum(1 / one for one in r),
    "parallel_resistance/part": lambda whole, *r: 1 / (1 / whole - sum(1 / one for one in r)),
    "sum_of_voltages": lambda *u: sum(u),
    "sum_of_voltages/part": lambda whole, *u: whole - sum(u),
    "sum_of_currents": lambda *i: sum(i),
    "sum_of_currents/part": lambda whole, *i: whole - sum(i),
    "sum_of_powers": lambda *p: sum(p),
    "sum_of_powers/part": lambda whole, *p: whole - sum(p),
    "voltage_division": lambda u, r, r2: u * r2 / r,
    "voltage_division/resistance": lambda u, r, u2: r * u2 / u,
    "current_division": lambda i, r, r2: i * r / r2,
    "current_division/resistance": lambda i, r, i2: r * i / i2,
    "power": lambda u, i: u * i,
    "power/current": lambda p, u: p / u,
    "power/voltage": lambda p, i: p / i,
    "power_by_current": lambda i, r: i * i * r,
    "power_by_current/resistance": lambda p, i: p / i**2,
    "power_by_current/current": lambda p, r: _root(p / r),
    "power_by_voltage": lambda u, r: u * u / r,
    "power_by_voltage/resistance": lambda p, u: u * u / p,
    "power_by_voltage/voltage": lambda p, r: _root(p * r),
    "power_in_series": lambda p, r, r2: p * r2 / r,
    "power_in_parallel": lambda p, r, r2: p * r / r2,
    "charge": lambda i, t: i * t,
    "charge/current": lambda q, t: q / t,
    "charge/time": lambda q, i: q / i,
    "energy": lambda p, t: p * t,
    "energy/power": lambda w, t: w / t,
    "energy/time": lambda w, p: w / p,
    "energy_by_charge": lambda u, q: u * q,
    "energy_by_charge/voltage": lambda w, q: w / q,
    "energy_by_charge/charge": lambda w, u: w / u,
    "joule": lambda i, r, t: i * i * r * t,
}


def _root(value):
    return Fraction(isqrt(value.numerator), isqrt(value.denominator))


def test_every_law_of_the_contract_is_applied_and_no_other():
    assert {one.law for one in applications(mixed())} == set(LAWS) == set(_FORMULAS)


def test_what_is_concluded_is_what_the_formula_gives():
    circuit = mixed()
    values = circuit.quantities
    for one in applications(circuit):
        assert _FORMULAS[one.law](*(values[given] for given in one.inputs)) == values[one.conclusion], one


def test_an_ammeter_tells_the_current_of_all_in_its_row():
    told = {one.conclusion for one in applications(mixed()) if one.law == "ammeter"}
    assert told == {("current", "E"), ("current", "R1"), ("current", "R2", "R3")}


def test_voltages_are_divided_in_series_only():
    found = applications(mixed())
    divided = ("voltage", "R1"), ("resistance", "R1"), ("resistance", "R2", "R3")
    assert Application("voltage_division", divided, ("voltage", "R2", "R3")) in found
    assert not any(one.law == "voltage_division" and one.conclusion == ("voltage", "R2") for one in found)
