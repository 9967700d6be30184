"""Electrons in boxes, one for each orbital, and the rules by which they fill them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from vlcorpus.schemas.stem.periodic_table import FILLING

UP, DOWN = "u", "d"
EXCEPTIONS = (24, 29)  # electrons of chromium and copper, which have but one in 4s


@dataclass(frozen=True)
class Boxes:
    subshells: Mapping[str, tuple[str, ...]]  # the boxes of each, with their arrows, in the order drawn

    @property
    def boxes(self) -> list[str]:
        return [box for boxes in self.subshells.values() for box in boxes]

    @property
    def electrons(self) -> int:
        return sum(map(len, self.boxes))

    @property
    def has_arrows_alone(self) -> bool:
        return all(set(box) <= {UP, DOWN} and len(box) <= 2 for box in self.boxes)

    def electrons_in(self, subshell: str) -> int:
        return sum(map(len, self.subshells[subshell]))

    @property
    def obeyed(self) -> dict[str, bool]:
        """Return of each rule whether it is obeyed."""
        return {"Pauli": self._obeys_pauli, "Hund": self._obeys_hund, "aufbau": self._obeys_aufbau}

    @property
    def _obeys_pauli(self) -> bool:
        return not any(len(box) > len(set(box)) for box in self.boxes)

    @property
    def _obeys_hund(self) -> bool:
        """No electron joins another while there is an empty box; those alone point in one direction."""
        return not any(
            ("" in boxes and any(len(box) == 2 for box in boxes)) or {UP, DOWN} <= set(boxes)
            for boxes in self.subshells.values()
        )

    @property
    def _obeys_aufbau(self) -> bool:
        """Below the last subshell that holds electrons all are full."""
        held = [name for name in self.subshells if self.electrons_in(name)]
        last = max((FILLING.index(name) for name in held), default=0)
        return all(
            name in self.subshells and all(len(box) == 2 for box in self.subshells[name])
            for name in FILLING[:last]
        )
