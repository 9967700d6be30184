"""Licences of samples as a report tells them: SPDX expressions, and what rows say in other words.

Rows keep the words they came with. A corpus of web pages has thousands of them, so a report names the most
frequent and counts the others.
"""

from collections.abc import Iterable

from vlcorpus.schemas.licence import is_spdx

NONE = "(none)"
NAMED = 5  # licences in other words that a report names
_LONGEST = 80  # letters of a name


def with_spdx(counts: Iterable[tuple[str, int, int]]) -> list[tuple[str, int, int | None, str]]:
    """Return licence, samples, sources, and whether it is an SPDX expression (`yes`, `no`, empty for none).

    Behind the most frequent ones in other words, the rest of these is one row at the end.
    """
    told: list[tuple[str, int, int | None, str]] = []
    rest: list[int] = []
    n_named = 0
    for licence, n_samples, n_sources in counts:
        if licence == NONE or is_spdx(licence):
            told.append((licence, n_samples, n_sources, "" if licence == NONE else "yes"))
        elif n_named < NAMED:
            n_named += 1
            told.append((_in_short(licence), n_samples, n_sources, "no"))
        else:
            rest.append(n_samples)
    return [*told, (f"({len(rest):,} others)", sum(rest), None, "no")] if rest else told


def in_other_words(rows: Iterable[tuple[str, int, int | None, str]]) -> str | None:
    """Return a sentence on the samples whose licence is no SPDX expression, None where there is no such."""
    others = [(licence, n) for licence, n, _, spdx in rows if spdx == "no"]
    if not others:
        return None
    named = ", ".join(f"{licence}: {n:,}" for licence, n in others)
    n_samples = sum(n for _, n in others)
    return (
        f"{n_samples:,} samples carry a licence that is no SPDX expression, as the input said it ({named}). "
        "Choose by the column `license` what a mixture may hold."
    )


def hub_licence(licences: list[str]) -> str:
    """Return the Hub's name of a licence: `other` for several, an expression, or one of somebody's own."""
    (only, *more) = licences or [""]
    is_listed = only and not more and " " not in only and not only.startswith("LicenseRef-")
    return only.lower() if is_listed else "other"


def _in_short(licence: str) -> str:
    line = " ".join(licence.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
