"""The truth of a setup of glassware, opened: its parts, what moves through them, how it is mounted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from vlcorpus.schemas.stem.apparatus import KINDS, NEEDED, PURPOSES, STATES, SUITS
from vlcorpus.stages.verify.oracle import Contradiction, Unknown

SIDES = ("left", "right")
FLOWS = ("gas", "vapour", "liquid")


@dataclass(frozen=True, slots=True)
class Part:
    kind: str
    at: tuple[Fraction, Fraction]


@dataclass(frozen=True, slots=True)
class Flow:
    what: str
    through: tuple[int, ...]  # indices of parts, in the order in which they are passed


@dataclass(frozen=True)
class Setup:
    purpose: str
    parts: tuple[Part, ...]
    labels: Mapping[str, int]
    flow: Flow | None
    states: Mapping[str, str]
    poles: Mapping[str, str] | None
    collects: str | None

    def labelled(self, letter: str) -> Part:
        """Return the part that a letter labels. Raises Unknown for a letter that is not there."""
        return self.parts[self.index(letter)]

    def index(self, letter: str) -> int:
        if letter not in self.labels:
            raise Unknown(f"nothing is labelled {letter!r}")
        return self.labels[letter]

    def of_kind(self, kind: str) -> list[Part]:
        """Return all parts of a kind. Raises Unknown for what is no kind of part."""
        if kind not in KINDS:
            raise Unknown(f"{kind!r} is no kind of part")
        return [part for part in self.parts if part.kind == kind]

    def flow_of(self, what: str) -> Flow:
        """Return how something moves through the setup. Raises Unknown where it does not."""
        if self.flow is None or self.flow.what != what:
            raise Unknown(f"no {what!r} moves through the setup")
        return self.flow

    @property
    def missing(self) -> list[str]:
        """The kinds of parts that it takes for the purpose, and that are not drawn."""
        drawn = {part.kind for part in self.parts}
        return [kind for kind in NEEDED.get(self.purpose, ()) if kind not in drawn]

    @property
    def wrong_states(self) -> list[str]:
        return [state for aspect, state in self.states.items() if not STATES[aspect][state]]


def read_setup(truth: Mapping[str, Any]) -> Setup:
    """Raises Contradiction for a setup that cannot be."""
    flow = truth["flow"]
    setup = Setup(
        purpose=truth["purpose"],
        parts=tuple(Part(told["kind"], _point(told["at"])) for told in truth["parts"]),
        labels=truth["labels"],
        flow=None if flow is None else Flow(flow["what"], tuple(flow["through"])),
        states=truth["states"],
        poles=truth["poles"],
        collects=truth["collects"],
    )
    if faults := _faults(setup):
        raise Contradiction(f"no setup: {'; '.join(faults)}")
    return setup


def _faults(setup: Setup) -> list[str]:
    """Return what cannot be, in words."""
    passed = setup.flow.through if setup.flow else ()
    faults = {
        f"nobody sets up {setup.purpose!r}": setup.purpose not in PURPOSES,
        "something is no part": any(part.kind not in KINDS for part in setup.parts),
        "a label is no letter": any(len(letter) != 1 or not letter.isupper() for letter in setup.labels),
        "a part has two labels": len(set(setup.labels.values())) < len(setup.labels),
        "there is no such part": not {*setup.labels.values(), *passed} <= set(range(len(setup.parts))),
        "what moves comes to a part twice": len(set(passed)) < len(passed),
        "something else moves": setup.flow is not None and setup.flow.what not in FLOWS,
        "a state is none of STATES": any(
            state not in STATES.get(aspect, {}) for aspect, state in setup.states.items()
        ),
        "poles are + and -": setup.poles is not None
        and (set(setup.poles) != set(SIDES) or set(setup.poles.values()) != {"+", "-"}),
        "gas is collected otherwise": setup.collects is not None and setup.collects not in SUITS,
    }
    return [fault for fault, is_so in faults.items() if is_so]


def _point(told: tuple[str, str]) -> tuple[Fraction, Fraction]:
    x, y = told
    return Fraction(x), Fraction(y)
