"""What says whether a problem is right: a judge sees the truth of its scene, and nothing of what posed it.

A judge of discipline `waves` is `JUDGE` of stages/verify/waves/problems/judge.py, made of a scene's truth.
"""

from collections.abc import Sequence
from typing import Protocol

from vlcorpus.schemas.scenes.claims import Claim
from vlcorpus.schemas.scenes.problem import Step


class Judge(Protocol):
    """One scene, opened. Its class raises `Contradiction`, its methods `Unknown` for no claim of it."""

    def holds(self, claim: Claim) -> bool:
        """Say whether a claim, or what is told of how the scene looks, is true."""
        ...

    def fault_of(self, step: Step, inputs: Sequence[Claim]) -> str | None:
        """Say what is wrong with a step from its inputs, if anything is."""
        ...

    def fits(self, step: Step, known: Sequence[Claim]) -> bool:
        """Say whether a step's claim follows by its rule from some of these claims."""
        ...

    def follows(self, claim: Claim, inputs: Sequence[Claim]) -> bool:
        """Say whether a claim holds wherever the inputs do: in other scenes that look alike."""
        ...

    def is_needless(self, given: Claim, claim: Claim, others: Sequence[Claim]) -> bool:
        """Say whether a claim follows from the others as well, without the given."""
        ...
