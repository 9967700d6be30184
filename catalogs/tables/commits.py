"""The commit of one partition: the small JSON file whose existence makes a shard true.

It is written last. What lies beside it without a commit is the leftover of an attempt and is overwritten by
the next.
"""

import json
from dataclasses import asdict, dataclass, field

from vlcorpus.catalogs.tables.shards import ShardFacts


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
    # Of a stage that asks a model:
    requests: int = 0
    cached: int = 0  # of them, answered from the cache of answers
    prompt_tokens: int = 0  # of those that were not
    output_tokens: int = 0


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
        values = json.loads(content)
        values["data"] = ShardFacts(**values["data"]) if values["data"] else None
        values["rejects"] = ShardFacts(**values["rejects"]) if values["rejects"] else None
        values["stages"] = [StageCounts(**counts) for counts in values["stages"]]
        return cls(**values)
