"""Graphs of motion of which a person knows what holds."""

from vlcorpus.stages.verify.kinematics.oracle import ORACLE
from vlcorpus.stages.verify.oracle import Oracle


def pieces(*told):
    """Return the pieces of `(0, 4, "2 0 1/2"), …`."""
    return [{"from": str(a), "to": str(b), "coefficients": c.split()} for a, b, c in told]


def truth(quantity, start=None, colors=None, **bodies):
    return {
        "quantity": quantity,
        "units": {"time": "s", "length": "m"},
        "axes": {},
        "bodies": {
            name: {"color": (colors or {}).get(name), "pieces": pieces(*told)}
            for name, told in bodies.items()
        },
        "start": start or {},
    }


def graph(quantity, start=None, colors=None, **bodies) -> Oracle:
    return ORACLE(truth(quantity, start, colors, **bodies))


# Forward for 2 s, at rest for 3 s, back for 4 s.
WALK = graph("position", A=[(0, 2, "1 3"), (2, 5, "7 0"), (5, 9, "7 -2")])
# Slows down from 4 m/s, turns after 2 s.
THROW = graph("velocity", {"A": {"position": "5"}}, A=[(0, 5, "4 -2")])
PUSH = graph("acceleration", {"A": {"velocity": "1"}}, A=[(0, 2, "3"), (2, 6, "-1")])
