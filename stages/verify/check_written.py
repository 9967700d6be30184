"""Hold a caption that a model wrote to the reader and the oracle, sentence by sentence."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import ClassVar

from vlcorpus.schemas.scenes.written import WrittenScene
from vlcorpus.stages.stage import RowStage
from vlcorpus.stages.verify.grammar import Unreadable, has_grammar, read_grammar
from vlcorpus.stages.verify.oracle import check, open_oracle


@dataclass(frozen=True)
class CheckWritten(RowStage[WrittenScene, WrittenScene]):
    """A scene goes on without the sentences that are false.

    What the reader does not understand is left to the model that verifies; `only_read` drops it.
    """

    version: ClassVar[str] = "1"
    only_read: bool = False

    def each(self, row: WrittenScene) -> WrittenScene:
        if not row.sentences or not has_grammar(row.discipline):
            return replace(row, sentences=[]) if self.only_read else row
        oracle = open_oracle(row.discipline, json.loads(row.truth))
        grammar = read_grammar(row.discipline, row.written_lang)
        kept, n_read, n_false = [], 0, 0
        for sentence in row.sentences:
            try:
                is_true = check(grammar.claim(sentence.rstrip(".。；;").strip()), oracle)
            except Unreadable:
                if not self.only_read:
                    kept.append(sentence)
                continue
            n_read, n_false = n_read + is_true, n_false + (not is_true)
            if is_true:
                kept.append(sentence)
        return replace(row, sentences=kept, n_read=n_read, n_false=n_false)
