"""Hold everything that is said of a scene to an oracle that shares no code with what made it."""

from __future__ import annotations

import json
from dataclasses import dataclass

from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.reasons import Reason
from vlcorpus.schemas.scenes.claims import Claim, Expression, claims_from_json, truth_value
from vlcorpus.schemas.scenes.rows import SaidScene
from vlcorpus.stages.stage import RowStage
from vlcorpus.stages.verify.oracle import Contradiction, Oracle, Unknown, open_oracle

_NOTHING = "nothing"  # that an expression has no value, and why


@dataclass(frozen=True)
class CheckSaid(RowStage[SaidScene, SaidScene]):
    """A scene goes on where each claim of each of its texts holds. Reasons: claim_wrong, scene_contradicts.

    One wrong claim means that the maker or the oracle is wrong: then nothing of the scene can be trusted.
    """

    def each(self, row: SaidScene) -> SaidScene:
        try:
            oracle = open_oracle(row.discipline, json.loads(row.truth))
        except Contradiction as contradiction:
            raise Reject(Reason.SCENE_CONTRADICTS, f"{row.discipline}: {contradiction}") from contradiction
        for said in row.said:
            for claim in claims_from_json(said.claims):
                told = _told(oracle, claim)
                if told != claim.value:
                    raise Reject(Reason.CLAIM_WRONG, f"{claim}, the oracle says {told}: {said.text}")
        return row


def _told(oracle: Oracle, claim: Claim) -> str:
    """Return the value of the claim's expression: `("is", expression, value)` asks whether that is its."""
    match claim.expression:
        case ("is", expression, wanted):
            value = _value(oracle, expression)
            return value if value.startswith(_NOTHING) else truth_value(value == wanted)
        case expression:
            return _value(oracle, expression)


def _value(oracle: Oracle, expression: Expression) -> str:
    try:
        return oracle.value(expression)
    except Unknown as unknown:
        return f"{_NOTHING}: {unknown}"
