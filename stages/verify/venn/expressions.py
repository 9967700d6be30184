"""Set expressions: which regions of a diagram they stand for."""

from __future__ import annotations

from vlcorpus.stages.verify.oracle import Unknown
from vlcorpus.stages.verify.venn.diagram import Diagram, Region

Regions = frozenset[Region]
OPERATORS = "∪∩\\△"


def regions_of(diagram: Diagram, text: str) -> Regions:
    """Return the regions that an expression holds.

    Raises Unknown for what is no expression, for a set that is not there, and for a complement without a
    universe.
    """
    reader = _Reader(diagram, text.replace(" ", ""))
    found = reader.operation()
    if reader.rest:
        raise Unknown(f"{text!r} is no set expression")
    return found


class _Reader:
    def __init__(self, diagram: Diagram, text: str):
        self._diagram = diagram
        self.rest = text

    def operation(self) -> Regions:
        """Read one operand, or two with an operator between them."""
        left = self._operand()
        if not self.rest or self.rest[0] not in OPERATORS:
            return left
        operator = self._take()
        right = self._operand()
        match operator:
            case "∪":
                return left | right
            case "∩":
                return left & right
            case "△":
                return left ^ right
            case _:
                return left - right

    def _operand(self) -> Regions:
        """Read a letter or what stands in parentheses, with or without the mark of a complement."""
        if self.rest.startswith("("):
            self._take()
            found = self.operation()
            if self._take() != ")":
                raise Unknown("a parenthesis is not closed")
        else:
            found = self._letter(self._take())
        if self.rest.startswith("'"):
            self._take()
            if not self._diagram.universe:
                raise Unknown("without a universe nothing has a complement")
            found = frozenset(self._diagram.points) - found
        return found

    def _letter(self, letter: str) -> Regions:
        if letter and letter == self._diagram.universe:
            return frozenset(self._diagram.points)
        name = self._diagram.set(letter)
        return frozenset(region for region in self._diagram.points if name in region)

    def _take(self) -> str:
        taken, self.rest = self.rest[:1], self.rest[1:]
        return taken
