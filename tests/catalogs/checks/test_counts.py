"""Commits whose counts do not add up."""

from dataclasses import replace
from functools import partial

import pytest

from tests.catalogs.checks.corpora import broken, corpus, rewrite_commit
from vlcorpus.catalogs.checks.report import Verdict
from vlcorpus.catalogs.tables.commits import Commit


def set_counts(commit: Commit, **values) -> None:
    commit.stages[-1] = replace(commit.stages[-1], **values)


@pytest.mark.parametrize(
    ("change", "check"),
    [
        (partial(set_counts, rows_in=4), "stages-conserve"),
        (partial(set_counts, rows_out=1), "commits-add-up"),
        (partial(set_counts, rejects=2), "commits-add-up"),
        (lambda commit: commit.reasons.update(other=1), "commits-add-up"),
        (lambda commit: commit.stages.append(replace(commit.stages[0], rows_in=3)), "stages-connect"),
        (lambda commit: setattr(commit, "fingerprint", "0" * 64), "fingerprints"),
        (lambda commit: setattr(commit, "tokens", 1), "tokens-add-up"),
    ],
)
def test_commits_that_do_not_add_up_are_found(tmp_path, change, check):
    table = corpus(tmp_path)
    rewrite_commit(table, change)
    assert broken(tmp_path)[check] == Verdict.FAIL
