"""How varied scenes and answers are."""

import math
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from vlcorpus.schemas.scenes.claims import NO, YES, Claim, claims_from_json
from vlcorpus.schemas.scenes.rows import SaidScene
from vlcorpus.stages.generate.disciplines import find_discipline
from vlcorpus.stages.generate.measured import answer_of
from vlcorpus.stages.generate.phrasebook import Phrasebook, read_phrasebook

MIN_ANSWERS = 200  # to a template, or with yes or no: of fewer, a share says nothing
COMMON = 0.02  # share of an answer that counts as one
FEW = 5  # answers: of so many, one has a fifth of the questions or more


@dataclass
class Variety:
    structures: Counter[str] = field(default_factory=Counter)
    kinds: set[str] = field(default_factory=set)
    answers: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def add(self, row: SaidScene) -> None:
        self.structures[row.structure] += 1
        self.kinds.update(row.steps)
        book = read_phrasebook(find_discipline(row.discipline).phrases)
        for text in row.said:
            if text.kind == "question":
                for claim in claims_from_json(text.claims):
                    self.answers[template(book, claim)][answer_of(claim)] += 1

    def figures(self) -> dict[str, float]:
        """Return how many kinds of constructions and structures there are, and the largest shares.

        Of templates with few answers (`FEW` at most) the largest share is told as a multiple of an even one.
        Of 250 questions with six even answers one has a fifth by chance: `certain_answer_share` is the
        largest share less its sampling error.
        """
        n = self.structures.total()
        boolean = [counts for counts in self.answers.values() if counts.keys() <= {YES, NO}]
        others = [
            counts
            for counts in self.answers.values()
            if counts.total() >= MIN_ANSWERS and counts not in boolean
        ]
        many = [counts for counts in others if not _has_few(counts)]
        few = [_share(counts) * len(_common(counts)) for counts in others if _has_few(counts)]
        yes, whether = sum(counts[YES] for counts in boolean), sum(counts.total() for counts in boolean)
        return {
            "kinds": len(self.kinds),
            "structures_per_1000": round(1000 * len(self.structures) / n),
            "max_structure_share": round(max(self.structures.values()) / n, 5),
            "max_answer_share": round(max(map(_share, many), default=0.0), 3),
            "certain_answer_share": round(max(map(_certain_share, many), default=0.0), 3),
            "max_share_of_few": round(max(few, default=0.0), 3),
            "yes_off_half": round(abs(yes / whether - 0.5), 3) if whether >= MIN_ANSWERS else 0,
        }


def template(book: Phrasebook, claim: Claim) -> str:
    """Return what a question is counted under: its entry of the phrasebook, apart from whether it is so."""
    match claim.expression:
        case ("is", expression, _):
            return f"is {book.key(expression)}"
        case expression:
            return book.key(expression)


def _has_few(counts: Counter[str]) -> bool:
    """Tell whether few answers are common, and make up most of all."""
    common = _common(counts)
    return len(common) <= FEW and sum(common) > counts.total() / 2


def _common(counts: Counter[str]) -> list[int]:
    return [count for count in counts.values() if count >= COMMON * counts.total()]


def _share(counts: Counter[str]) -> float:
    return max(counts.values()) / counts.total()


def _certain_share(counts: Counter[str]) -> float:
    """Return the largest share less two of its standard errors."""
    share = _share(counts)
    return share - 2 * math.sqrt(share * (1 - share) / counts.total())
