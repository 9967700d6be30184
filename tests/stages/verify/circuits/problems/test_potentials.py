from fractions import Fraction

import numpy as np
import pytest

from vlcorpus.stages.verify.circuits.problems.potentials import potentials

BRIDGE = {
    "R1": ("plus", "a"),
    "R2": ("a", "minus"),
    "R3": ("plus", "b"),
    "R4": ("b", "minus"),
    "R5": ("a", "b"),
}


def conductances(*ohms):
    return {name: 1 / value for name, value in zip(BRIDGE, ohms, strict=True)}


def test_currents_at_a_node_are_0_in_total():
    given = conductances(*map(Fraction, (1, 2, 3, 4, 5)))
    at = potentials(BRIDGE, given, {"minus": Fraction(0), "plus": Fraction(12)})
    for node in "ab":
        flows = [
            (at[start] - at[end]) * given[name] * (1 if start == node else -1)
            for name, (start, end) in BRIDGE.items()
            if node in (start, end)
        ]
        assert sum(flows) == 0


def test_many_circuits_at_once():
    many = conductances(
        np.array([1.0, 2.0]), np.array([2.0, 4.0]), np.ones(2), np.array([2.0, 9.0]), np.ones(2)
    )
    at = potentials(BRIDGE, many, {"minus": np.zeros(2), "plus": np.array([3.0, 12.0])})
    assert at["a"][0] == pytest.approx(3 * 2 / (1 + 2))  # balanced: R1 : R2 is R3 : R4
