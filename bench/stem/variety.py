"""How varied scenes and answers are."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from vlcorpus.schemas.scenes.claims import NO, YES, Claim, claims_from_json
from vlcorpus.schemas.scenes.rows import SaidScene

MIN_ANSWERS = 50  # of one operation: of fewer, a share says nothing


@dataclass
class Variety:
    structures: Counter[str] = field(default_factory=Counter)
    kinds: set[str] = field(default_factory=set)
    answers: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def add(self, row: SaidScene) -> None:
        self.structures[row.structure] += 1
        self.kinds.update(row.steps)
        for text in row.said:
            if text.kind == "question":
                for claim in claims_from_json(text.claims):
                    self.answers[asked(claim)][claim.value] += 1

    def figures(self) -> dict[str, float]:
        """Return how many kinds of constructions and structures there are, and the largest shares."""
        n = self.structures.total()
        shares = {
            name: max(counts.values()) / counts.total()
            for name, counts in self.answers.items()
            if counts.total() >= MIN_ANSWERS
        }
        boolean = {name for name in shares if self.answers[name].keys() <= {YES, NO}}
        return {
            "kinds": len(self.kinds),
            "structures_per_1000": round(1000 * len(self.structures) / n),
            "max_structure_share": round(max(self.structures.values()) / n, 5),
            "max_answer_share": round(max((shares[name] for name in shares.keys() - boolean), default=0), 3),
            "max_yes_or_no_share": round(max((shares[name] for name in boolean), default=0), 3),
        }


def asked(claim: Claim) -> str:
    """Return what a question is counted under: its operation, apart from those whether it has a value."""
    match claim.expression:
        case ("is", (str(operation), *_), _):
            return f"is {operation}"
        case _:
            return claim.operation
