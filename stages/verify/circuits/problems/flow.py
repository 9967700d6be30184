"""Currents, voltages and powers of a circuit with these values, or of many such circuits at once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from vlcorpus.stages.verify.circuits.problems.potentials import Number, potentials
from vlcorpus.stages.verify.circuits.problems.things import Ammeter, Part, Thing, Voltmeter
from vlcorpus.stages.verify.circuits.problems.wiring import Ends, Wiring
from vlcorpus.stages.verify.oracle import Unknown


class Flow:
    """`values` are, by name, the volts of the battery and the ohms of each load that carries current."""

    def __init__(self, wiring: Wiring, values: Mapping[str, Number], seconds: Number | None) -> None:
        self._wiring = wiring
        self._values = values
        self._seconds = seconds
        minus, plus = wiring.poles
        volts = values[wiring.circuit.battery]
        conductances = {load: 1 / values[load] for load in wiring.loads}
        self._at = potentials(wiring.loads, conductances, {minus: 0 * volts, plus: volts})

    def value(self, operation: str, thing: Thing | None) -> Number:
        """Return what an operation of the contract says of a thing. Raises Unknown where it says nothing.

        The time is of no thing.
        """
        match operation, thing:
            case "time", None:
                return self._time()
            case "voltage", Part(ends=ends) | Voltmeter(ends=ends):
                return self._voltage(ends)
            case "current", Ammeter(points=points):
                return self._through_ammeter(points)
            case "current", Part():
                return self._current(thing)
            case "resistance", Part():
                return self._voltage(thing.ends) / self._current(thing)
            case "power", Part():
                return self._power(thing)
            case "charge", Part():
                return self._current(thing) * self._time()
            case "energy", Part():
                return self._power(thing) * self._time()
        raise Unknown(f"nothing says what the {operation} of {thing} is")

    def _time(self) -> Number:
        if self._seconds is None:
            raise Unknown("the problem speaks of no time")
        return self._seconds

    def _voltage(self, ends: Ends) -> Number:
        return abs(self._potential(ends[0]) - self._potential(ends[1]))

    def _potential(self, node: str) -> Number:
        if node not in self._at:
            raise Unknown("nothing connects a voltmeter with the battery")
        return self._at[node]

    def _current(self, part: Part) -> Number:
        """Return what flows in at one end: through those of its loads that end there."""
        return abs(
            sum(
                self._along[load] if self._wiring.loads[load][0] == part.ends[0] else -self._along[load]
                for load in part.loads
                if part.ends[0] in self._wiring.loads[load]
            )
        )

    def _power(self, part: Part) -> Number:
        return sum(self._along[load] ** 2 * self._values[load] for load in part.loads)

    def _through_ammeter(self, points: frozenset[str]) -> Number:
        """Return what flows out of these points, less what the battery feeds into them."""
        whole = self._current(Part(frozenset(self._along), self._wiring.poles))
        components = self._wiring.circuit.components
        minus, plus = components[self._wiring.circuit.battery].ends
        flows = [(components[load].ends, current) for load, current in self._along.items()]
        flows.append(((minus, plus), whole))  # within the battery, to its positive pole
        return abs(sum(((a in points) - (b in points)) * current for (a, b), current in flows))

    @cached_property
    def _along(self) -> dict[str, Number]:
        """Return the current through each load, from its first end to its second."""
        return {
            load: (self._at[a] - self._at[b]) / self._values[load]
            for load, (a, b) in self._wiring.loads.items()
        }
