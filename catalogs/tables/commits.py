"""The commit of one partition: the small JSON file whose existence makes a shard true.

It is written last. What lies beside it without a commit is the leftover of an attempt and is overwritten by
the next. As a row of a checkpoint (`catalogs/tables/commit_log.py`) it has the same fields.
"""

import json
from dataclasses import asdict, dataclass, field
from typing import Any

import pyarrow as pa

from vlcorpus.catalogs.tables.control_files import decoded
from vlcorpus.catalogs.tables.shards import ShardFacts
from vlcorpus.schemas.arrow import arrow_schema


@dataclass
class StageCounts:
    """How rows passed one stage.

    `rows_in = rows_kept + rows_rejected` holds for every stage of every commit.
    """

    stage: str
    rows_in: int = 0
    rows_kept: int = 0  # inputs of which at least one row went on
    rows_rejected: int = 0  # inputs of which none went on
    rows_out: int = 0  # rows that went on: more than `rows_kept` where the stage fans out
    rejects: int = 0  # rejections written: of inputs, and of rows that a fan-out derived from them
    # What a stage that asks a model counts besides:
    requests: int = 0
    cached: int = 0  # requests answered from the cache of answers
    prompt_tokens: int = 0  # tokens read by the model for the other requests
    output_tokens: int = 0
    reasoning_tokens: int = 0  # part of the output tokens, as far as engines say


@dataclass
class Commit:
    partition: int
    run_id: str
    fingerprint: str
    data: ShardFacts | None  # None: every row was rejected, there is no shard
    rejects: ShardFacts | None
    stages: list[StageCounts]
    reasons: dict[str, int] = field(default_factory=dict)  # rejects by reason
    tokens: int = 0  # sum of n_tokens
    started: str = ""  # UTC, ISO 8601
    ended: str = ""
    wall_s: float = 0.0
    cpu_s: float = 0.0
    attempts: int = 1
    host: str = ""
    made_of: str = ""  # digest of the partition's items: catalogs/sources/growth.py

    @property
    def rows(self) -> int:
        return self.data.rows if self.data else 0

    @property
    def n_rejects(self) -> int:
        return self.rejects.rows if self.rejects else 0

    def to_json(self) -> bytes:
        return json.dumps(asdict(self), indent=1, ensure_ascii=False).encode()

    @classmethod
    def from_json(cls, content: bytes) -> "Commit":
        """Raises ValueError for what is no commit."""
        return decoded(content, cls)

    def to_record(self) -> dict[str, Any]:
        """Return the commit as a row of `COMMITS`."""
        reasons = [{"reason": reason, "n": n} for reason, n in self.reasons.items()]
        return {**asdict(self), "reasons": reasons}

    @classmethod
    def from_record(cls, record: dict[str, Any]) -> "Commit":
        reasons = {counted["reason"]: counted["n"] for counted in record["reasons"]}
        values = {**record, "reasons": reasons}
        values["data"] = ShardFacts(**values["data"]) if values["data"] else None
        values["rejects"] = ShardFacts(**values["rejects"]) if values["rejects"] else None
        values["stages"] = [StageCounts(**counts) for counts in values["stages"]]
        return cls(**values)


COMMITS = pa.schema(
    [
        ("partition", pa.int64()),
        ("run_id", pa.string()),
        ("fingerprint", pa.string()),
        ("data", pa.struct(arrow_schema(ShardFacts))),
        ("rejects", pa.struct(arrow_schema(ShardFacts))),
        ("stages", pa.list_(pa.struct(arrow_schema(StageCounts)))),
        ("reasons", pa.list_(pa.struct([("reason", pa.string()), ("n", pa.int64())]))),
        ("tokens", pa.int64()),
        ("started", pa.string()),
        ("ended", pa.string()),
        ("wall_s", pa.float64()),
        ("cpu_s", pa.float64()),
        ("attempts", pa.int64()),
        ("host", pa.string()),
        ("made_of", pa.string()),
    ]
)


def as_commits(table: pa.Table) -> pa.Table:
    """Return columns of commits as today's version writes them: what a former one did not count is 0."""
    columns = {name: COMMITS.field(name).type for name in table.column_names}
    if all(table.schema.field(name).type == kind for name, kind in columns.items()):
        return table
    fitted = {name: _fitted(table[name].combine_chunks(), kind) for name, kind in columns.items()}
    return pa.table(fitted, schema=pa.schema(columns))


def _fitted(values: pa.Array, kind: pa.DataType) -> pa.Array:
    if pa.types.is_struct(kind):
        children = [_child(values, field) for field in kind]
        return pa.StructArray.from_arrays(children, fields=list(kind), mask=values.is_null())
    if pa.types.is_list(kind):
        inner = _fitted(values.values, kind.value_type)
        return pa.ListArray.from_arrays(values.offsets, inner, type=kind)
    return values.cast(kind)


def _child(values: pa.StructArray, field: pa.Field) -> pa.Array:
    if values.type.get_field_index(field.name) >= 0:
        return _fitted(values.field(field.name), field.type)
    return pa.repeat(pa.scalar("" if pa.types.is_string(field.type) else 0, field.type), len(values))
