"""What a problem tells of how its circuit is connected, which its image shows."""

from __future__ import annotations

from collections.abc import Callable

from vlcorpus.schemas.scenes.claims import Expression
from vlcorpus.stages.verify.circuits.problems.alike import Alike
from vlcorpus.stages.verify.circuits.problems.wiring import Wiring
from vlcorpus.stages.verify.oracle import Contradiction, Unknown

_SAME = {"series": "current", "parallel": "voltage"}


def connected(wiring: Wiring, alike: Alike, told: Expression) -> bool:
    """Say whether all loads that carry current are connected as told."""
    return _loads_connected_so(alike, told) == wiring.loads.keys()


def _loads_connected_so(alike: Alike, told: Expression) -> frozenset[str]:
    """Return the loads of a part that is connected as told. Raises Unknown where none is."""
    if isinstance(told, str):
        return alike.things.part((told,)).loads
    how, *parts = told
    loads = [_loads_connected_so(alike, part) for part in parts]
    together = frozenset().union(*loads)
    if how not in _SAME or len(loads) < 2 or len(together) != sum(map(len, loads)):
        raise Unknown(f"{told} is no connection of several parts")
    alike.things.of_loads(together)
    if not alike.have_same(_SAME[how], list(map(alike.things.of_loads, loads))):
        raise Unknown(f"the parts of {told} are not in {how}")
    return together


def cut_off(wiring: Wiring, alike: Alike, load: str, switch: str) -> bool:
    return _carries_current_if_switched(wiring, load, switch, "open")


def bridged(wiring: Wiring, alike: Alike, load: str, switch: str) -> bool:
    return _carries_current_if_switched(wiring, load, switch, "closed")


def _carries_current_if_switched(wiring: Wiring, load: str, switch: str, state: str) -> bool:
    """Say whether a load is idle because a switch is in this state: in the other one, it is not."""
    if wiring.circuit.find(switch, "switch").state != state or load not in wiring.idle:
        return False
    try:
        return load in Wiring(wiring.circuit.switched(switch)).loads
    except Contradiction:  # the battery would be short-circuited
        return False


TELLINGS: dict[str, Callable[..., bool]] = {"connected": connected, "cut_off": cut_off, "bridged": bridged}
