"""Circuits of problems, and claims about them."""

from tests.stages.verify.circuits.circuits import truth
from vlcorpus.schemas.scenes.claims import Claim
from vlcorpus.schemas.scenes.problem import Given, Problem, Step


def claim(text):
    """Return the claim `voltage R2 R3 = 4`."""
    expression, value = text.split(" = ")
    return Claim(tuple(expression.split()), value)


# 12 V at R1 = 2 ohms, then R2 = 3 beside R3 = 6; an ammeter before these two, a voltmeter at both, an open
# switch before R4.
MIXED = truth(
    R1=("resistor", (1, 2), "2"),
    A1=("ammeter", (2, 3)),
    R2=("resistor", (3, 0), "3"),
    R3=("lamp", (0, 3), "6"),
    V1=("voltmeter", (3, 0)),
    S1=("switch", (3, 4), "open"),
    R4=("resistor", (4, 0), "5"),
) | {"time": "10"}
# A bridge: R5 is neither in series nor in parallel with anything.
BRIDGE = truth(
    R1=("resistor", (1, 2), "1"),
    R2=("resistor", (2, 0), "2"),
    R3=("resistor", (1, 3), "3"),
    R4=("resistor", (3, 0), "4"),
    R5=("resistor", (2, 3), "5"),
)


def problem(givens, steps):
    """Return a problem of `resistance R1 = 2, …` and `ohm/current 0 1: current R1 = 3; …`."""
    parsed = [(*head.split(), claim(text)) for head, text in (s.split(": ") for s in steps.split("; "))]
    made = tuple(Step(rule, tuple(map(int, inputs)), what) for rule, *inputs, what in parsed)
    return Problem(
        tuple(Given(claim(text), is_drawn=True, is_told=False) for text in givens.split(", ")),
        made[-1].claim.expression,
        made[-1].claim.value,
        made,
        "image",
        text_solvable=False,
        depth=len(made),
    )
