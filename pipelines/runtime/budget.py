"""Stop a run in which so much is rejected that the configuration must be wrong, not the data."""

from collections import Counter
from dataclasses import dataclass, field

from vlcorpus.catalogs.tables.commits import Commit
from vlcorpus.schemas.errors import ErrorBudgetExceeded
from vlcorpus.schemas.reasons import CHOICES, LOST_BEFORE


@dataclass
class RejectBudget:
    """`max_reject_rate` of what was decided (rows and rejects) after the first `grace` decisions."""

    table: str
    max_reject_rate: float
    grace: int = 200
    rows: int = 0
    rejects: int = 0
    reasons: Counter = field(default_factory=Counter)

    def book(self, commit: Commit) -> None:
        """Count a commit, which stands. Raises as `count` does."""
        self.count(commit.rows, commit.reasons)

    def count(self, rows: int, reasons: dict[str, int]) -> None:
        """Raise ErrorBudgetExceeded, with the top reasons, when the budget is spent.

        What was left out by choice (`CHOICES`: a duplicate, a full cluster) is no sign of a mistake, and
        neither is what the input itself lacks (`LOST_BEFORE`: a dead link of a ledger).
        """
        errors = {reason: n for reason, n in reasons.items() if reason not in CHOICES | LOST_BEFORE}
        self.rows += rows
        self.rejects += sum(errors.values())
        self.reasons.update(errors)
        decided = self.rows + self.rejects
        if decided > self.grace and self.rejects > self.max_reject_rate * decided:
            top = "\n".join(f"  {n:>8}  {reason}" for reason, n in self.reasons.most_common(5))
            raise ErrorBudgetExceeded(
                f"{self.table}: {self.rejects} of {decided} rows were rejected, more than "
                f"{self.max_reject_rate:.0%} (max_reject_rate). Top reasons:\n{top}\n"
                "Look at them with `vlcorpus browse`, mend the configuration, or --set max_reject_rate=…"
            )
