"""What a verification says: checks, each with a verdict, counts, the first offenders and what to do."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

FIRST = 5  # offenders that a check names


class Verdict(StrEnum):
    PASS = "pass"  # noqa: S105 a verdict
    WARN = "warn"
    FAIL = "fail"
    SKIPPED = "skipped"  # could not be checked: `why` says it


@dataclass
class Check:
    """One promise of a corpus, and how it was kept."""

    name: str
    promise: str
    remedy: str
    of: str = "rows"  # what is counted
    warns: bool = False  # breaking it is worth a word, not a failure
    checked: int = 0
    broken: int = 0
    offenders: list[str] = field(default_factory=list)
    why: str = ""  # it was skipped

    def blame(self, where: str, what: str) -> None:
        """Count one offender, and remember the first few."""
        self.broken += 1
        if len(self.offenders) < FIRST:
            self.offenders.append(f"{where}: {what}")

    @property
    def verdict(self) -> Verdict:
        if self.broken:
            return Verdict.WARN if self.warns else Verdict.FAIL
        return Verdict.SKIPPED if self.why else Verdict.PASS


@dataclass
class Report:
    """The checks of one verification, in the order they were made."""

    checks: list[Check]

    @property
    def ok(self) -> bool:
        return not any(check.verdict == Verdict.FAIL for check in self.checks)

    def __getitem__(self, name: str) -> Check:
        return next(check for check in self.checks if check.name == name)

    def lines(self) -> Iterator[str]:
        """Yield the report as text: one line per check, then what is wrong with it and what to do."""
        width = max(len(check.name) for check in self.checks)
        for check in self.checks:
            yield f"{check.verdict.upper():<7}  {check.name:<{width}}  {_outcome(check)}"
            yield from (f"         ✗ {offender}" for offender in check.offenders)
            if check.broken > len(check.offenders):
                yield f"         … and {check.broken - len(check.offenders):,} more"
            if check.broken:
                yield f"         → {check.remedy}"
        yield _summary(self.checks)

    def text(self) -> str:
        return "\n".join(self.lines())

    def to_record(self) -> dict:
        """Return the report as plain values for JSON."""
        return {
            "ok": self.ok,
            "checks": [
                {
                    "name": check.name,
                    "verdict": str(check.verdict),
                    "checked": check.checked,
                    "broken": check.broken,
                    "offenders": check.offenders,
                    "why": check.why,
                }
                for check in self.checks
            ],
        }


def _outcome(check: Check) -> str:
    if check.verdict == Verdict.SKIPPED:
        return f"{check.promise}: not checked, {check.why}"
    broken = f"{check.broken:,} of " if check.broken else ""
    return f"{check.promise} ({broken}{check.checked:,} {check.of})"


def _summary(checks: list[Check]) -> str:
    verdicts = [check.verdict for check in checks]
    counts = ", ".join(f"{verdicts.count(v)} {v}" for v in Verdict if v in verdicts)
    return f"{'OK' if Verdict.FAIL not in verdicts else 'BROKEN'}: {counts}"
