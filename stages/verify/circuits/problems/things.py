"""What claims of a problem are of: a load, a group, the whole, a meter; and in what ends these lie."""

from __future__ import annotations

from dataclasses import dataclass

from vlcorpus.schemas.scenes.claims import Claim
from vlcorpus.stages.verify.circuits.problems.wiring import Ends, Wiring, joined
from vlcorpus.stages.verify.oracle import Unknown

Name = tuple[str, ...]  # as in a claim: ("R1",), ("R1", "R2"), ("E",)


@dataclass(frozen=True, slots=True)
class Part:
    """Loads that carry current between two nodes: one, a group, or the whole, which the battery feeds."""

    loads: frozenset[str]
    ends: Ends
    is_whole: bool = False


@dataclass(frozen=True, slots=True)
class Ammeter:
    points: frozenset[str]  # of the drawing: what flows out of them comes through the ammeter


@dataclass(frozen=True, slots=True)
class Voltmeter:
    ends: Ends


Thing = Part | Ammeter | Voltmeter


class Things:
    """Finds what is named, of one circuit."""

    def __init__(self, wiring: Wiring) -> None:
        self._wiring = wiring
        self._found: dict[Name, Thing] = {}

    def find(self, name: Name) -> Thing:
        """Raises Unknown for what is nothing that claims may be of."""
        if name not in self._found:
            self._found[name] = self._read(name)
        return self._found[name]

    def part(self, name: Name) -> Part:
        """Raises Unknown for a meter, too."""
        found = self.find(name)
        if not isinstance(found, Part):
            raise Unknown(f"{name} is a meter")
        return found

    def of_loads(self, loads: frozenset[str]) -> Part:
        """Return the part that some loads are. Raises Unknown where they are none."""
        if loads == self._wiring.loads.keys():
            return self.part((self._wiring.circuit.battery,))
        return self.part(tuple(sorted(loads)))

    def _read(self, name: Name) -> Thing:
        loads = self._wiring.loads
        if len(name) > 1:
            return self._group(name)
        (one,) = name or ("",)
        if one in loads:
            return Part(frozenset(name), loads[one])
        match self._wiring.circuit.find(one).kind:
            case "battery":
                return Part(frozenset(loads), self._wiring.poles, is_whole=True)
            case "ammeter":
                return Ammeter(self._wiring.beside_ammeter(one))
            case "voltmeter":
                return Voltmeter(self._wiring.voltmeter(one))
        raise Unknown(f"no current flows through {one}")

    def _group(self, name: Name) -> Part:
        loads = self._wiring.loads
        if list(name) != sorted(set(name)) or not loads.keys() > set(name):
            raise Unknown(f"{name} are not some of the loads that carry current, in order")
        inside = {node for load in name for node in loads[load]}
        outside = {node for load in loads.keys() - set(name) for node in loads[load]} | {*self._wiring.poles}
        ends = sorted(inside & outside)
        pieces = set(joined(inside, [loads[load] for load in name]).values())
        if len(ends) != 2 or len(pieces) != 1:
            raise Unknown(f"{name} do not lie between two nodes")
        return Part(frozenset(name), (ends[0], ends[1]))


def name_of(claim: Claim) -> Name:
    """Return the names of what a claim is of: none for the time. Raises Unknown for what is no name."""
    _, *arguments = claim.expression if isinstance(claim.expression, tuple) else ("", claim.expression)
    names = tuple(name for name in arguments if isinstance(name, str))
    if len(names) < len(arguments):
        raise Unknown(f"{claim} is of what has no name")
    return names
