"""Circuits that tests reckon with: R1 in series with R2 and R3, which are in parallel, at 12 V for 10 s."""

from fractions import Fraction

from vlcorpus.stages.stem.circuits.network import Parallel, Part, Series
from vlcorpus.stages.stem.circuits.problems.circuit import Circuit, whole_of

R1, R2, R3 = Part("R1", "resistor", 2), Part("R2", "resistor", 3), Part("R3", "resistor", 6)
NETWORK = Series((R1, Parallel((R2, R3))))


def mixed() -> Circuit:
    whole = whole_of(NETWORK)
    pair = whole.parts[1]
    ohms = {"R1": Fraction(2), "R2": Fraction(3), "R3": Fraction(6)}
    return Circuit(whole, Fraction(12), ohms, Fraction(10), {"A1": pair, "V1": pair.parts[0]})
