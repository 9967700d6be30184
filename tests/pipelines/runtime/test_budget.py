"""A run stops where so much is rejected that the configuration must be wrong."""

import pytest

from vlcorpus.catalogs.tables.commits import Commit
from vlcorpus.catalogs.tables.shards import ShardFacts
from vlcorpus.pipelines.runtime.budget import RejectBudget
from vlcorpus.schemas.errors import ErrorBudgetExceeded


def commit_of(*, kept: int, reasons: dict[str, int]) -> Commit:
    n = sum(reasons.values())
    return Commit(0, "run", "f", ShardFacts(kept, 1, "x"), ShardFacts(n, 1, "x"), [], reasons)


@pytest.mark.parametrize(("n_broken", "stops"), [(150, False), (151, True)])
def test_both_sides_of_the_rate(n_broken, stops):
    budget = RejectBudget("samples", max_reject_rate=0.5)
    commit = commit_of(kept=150, reasons={"pdf_broken": n_broken})
    if stops:
        with pytest.raises(ErrorBudgetExceeded, match=r"151 of 301 rows were rejected, more than 50%"):
            budget.book(commit)
    else:
        budget.book(commit)


@pytest.mark.parametrize(("n", "stops"), [(200, False), (201, True)])
def test_a_few_rows_say_nothing(n, stops):
    budget = RejectBudget("samples", max_reject_rate=0.5)
    if stops:
        with pytest.raises(ErrorBudgetExceeded):
            budget.book(commit_of(kept=0, reasons={"pdf_broken": n}))
    else:
        budget.book(commit_of(kept=0, reasons={"pdf_broken": n}))


def test_partitions_are_added_up_and_the_top_reasons_told():
    budget = RejectBudget("samples", max_reject_rate=0.5)
    budget.book(commit_of(kept=100, reasons={"pdf_broken": 90, "page_empty": 10}))
    with pytest.raises(ErrorBudgetExceeded, match=r"180  pdf_broken\n +20  page_empty"):
        budget.book(commit_of(kept=10, reasons={"pdf_broken": 90, "page_empty": 10}))


def test_what_is_left_out_by_choice_stops_no_run():
    budget = RejectBudget("captioned", max_reject_rate=0.5)
    budget.book(commit_of(kept=10, reasons={"caption_duplicate": 900, "image_broken": 9}))
    with pytest.raises(ErrorBudgetExceeded, match="image_broken"):
        budget.book(commit_of(kept=10, reasons={"image_broken": 300}))


def test_dead_links_of_a_ledger_stop_no_run():
    budget = RejectBudget("captioned", max_reject_rate=0.5)
    budget.book(commit_of(kept=10, reasons={"download_failed": 900}))
    with pytest.raises(ErrorBudgetExceeded, match=r"295 of 305 rows(?s:.*)image_broken"):
        budget.book(commit_of(kept=0, reasons={"image_broken": 295}))
