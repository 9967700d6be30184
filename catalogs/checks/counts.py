"""Was any row lost on the way? The commits must add up: per stage, between stages, and with their files."""

from vlcorpus.catalogs.checks.files import TableFacts
from vlcorpus.catalogs.checks.report import Check
from vlcorpus.catalogs.tables.commit_log import CommitLog, part
from vlcorpus.catalogs.tables.commits import Commit

_REMEDY = (
    "a stage or the runtime lost rows: report it with the pipeline and the partition, do not use the table"
)


def check_counts(tables: list[TableFacts]) -> list[Check]:
    """Return the conservation checks of all commits."""
    stages = Check(
        "stages-conserve", "rows in = rows kept + rows rejected, in every stage", _REMEDY, of="stages"
    )
    joints = Check("stages-connect", "what leaves a stage enters the next", _REMEDY, of="stages")
    totals = Check(
        "commits-add-up", "the last stage and the rejects make up the files", _REMEDY, of="commits"
    )
    origin = Check(
        "fingerprints",
        "every partition was made by what the table says",
        "make the table again with --fresh: its partitions come from different configurations",
        of="commits",
    )
    for facts in tables:
        for commit in facts.commits:
            where = f"{facts.table.uri} {part(commit.partition)}"
            _check_stages(commit, where, stages, joints)
            totals.checked += 1
            for problem in _differences(commit):
                totals.blame(where, problem)
        _check_origin(facts, origin)
    return [stages, joints, totals, origin]


def _check_origin(facts: TableFacts, origin: Check) -> None:
    """Look at all commits that lie there: those of others are none of the table's."""
    for line in CommitLog(facts.table.files).read(("partition", "fingerprint")).to_pylist():
        origin.checked += 1
        if line["fingerprint"] != facts.manifest.fingerprint:
            where = f"{facts.table.uri} {part(line['partition'])}"
            origin.blame(where, f"fingerprint {line['fingerprint'][:12]}…, not the table's")


def _check_stages(commit: Commit, where: str, stages: Check, joints: Check) -> None:
    previous = None
    for counts in commit.stages:
        stages.checked += 1
        joints.checked += 1
        if counts.rows_in != counts.rows_kept + counts.rows_rejected:
            stages.blame(
                where,
                f"{counts.stage}: {counts.rows_in} in, {counts.rows_kept} kept, "
                f"{counts.rows_rejected} rejected",
            )
        if previous and previous.rows_out != counts.rows_in:
            joints.blame(
                where, f"{previous.stage} gave {previous.rows_out} rows, {counts.stage} got {counts.rows_in}"
            )
        previous = counts


def _differences(commit: Commit) -> list[str]:
    rows_out = commit.stages[-1].rows_out if commit.stages else 0
    rejects = sum(counts.rejects for counts in commit.stages)
    reasons = sum(commit.reasons.values())
    pairs = [
        (rows_out, commit.rows, "rows out of the last stage, {} rows in the file"),
        (rejects, commit.n_rejects, "rejects of all stages, {} in the file"),
        (reasons, commit.n_rejects, "rejects by reason, {} in the file"),
    ]
    return [f"{counted} " + text.format(held) for counted, held, text in pairs if counted != held]
