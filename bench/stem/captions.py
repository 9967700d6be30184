"""Are captions that say something false rejected, each of them, and none that is true?"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field, replace
from random import Random

from bench.stem.corruptions import corrupted
from vlcorpus.schemas.reasons import Reason
from vlcorpus.schemas.rejection import Rejection
from vlcorpus.schemas.scenes.claims import claims_from_json
from vlcorpus.schemas.scenes.rows import Said, SaidScene
from vlcorpus.stages.generate.disciplines import find_discipline
from vlcorpus.stages.generate.phrasebook import read_phrasebook
from vlcorpus.stages.verify.check_said import CheckSaid
from vlcorpus.stages.verify.oracle import open_oracle


@dataclass
class Captions:
    true: int = 0
    true_rejected: int = 0
    corrupted: Counter[str] = field(default_factory=Counter)  # by what was changed
    kept: Counter[str] = field(default_factory=Counter)  # of them, wrongly
    unreadable: int = 0  # of them: rejected, though not understood
    told: list[str] = field(default_factory=list)  # of what went wrong

    def add(self, row: SaidScene) -> None:
        """Have the captions of a scene checked by their words alone, as they are and corrupted."""
        book = read_phrasebook(find_discipline(row.discipline).phrases, row.lettering)
        oracle = open_oracle(row.discipline, json.loads(row.truth))
        known = claims_from_json(row.claims)
        for said in row.said:
            if said.kind != "caption":
                continue
            self.true += 1
            if rejection := _rejection(row, replace(said, claims="[]")):
                self.true_rejected += 1
                self.told.append(f"true, rejected: {row.source_key}: {rejection.detail}")
            for kind, false in corrupted(said, known, book, oracle, Random(row.number)):
                self.corrupted[kind] += 1
                rejection = _rejection(row, false)
                if rejection is None:
                    self.kept[kind] += 1
                    self.told.append(f"false ({kind}), kept: {row.source_key}: {false.text}")
                elif rejection.reason == Reason.UNREADABLE:
                    self.unreadable += 1

    def figures(self) -> dict[str, object]:
        n = self.corrupted.total()
        return {
            "captions": self.true,
            "true_captions_rejected": self.true_rejected,
            "corrupted_captions": n,
            "corrupted_by": dict(sorted(self.corrupted.items())),
            "corrupted_captions_rejected": (n - self.kept.total()) / n if n else 1.0,
            "corrupted_captions_read": round(1 - self.unreadable / n, 3) if n else 1.0,
        }


def _rejection(row: SaidScene, said: Said) -> Rejection | None:
    (checked,) = CheckSaid()([replace(row, said=[said])])
    return checked if isinstance(checked, Rejection) else None
