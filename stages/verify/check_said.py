"""Hold everything that is said of a scene to a reader and an oracle that share no code with what made it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.reasons import Reason
from vlcorpus.schemas.scenes.claims import (
    Claim,
    Expression,
    claims_from_json,
    from_json,
    truth_value,
    written,
)
from vlcorpus.schemas.scenes.rows import Place, Said, SaidScene
from vlcorpus.stages.stage import RowStage
from vlcorpus.stages.verify.grammar import Unreadable, has_grammar
from vlcorpus.stages.verify.oracle import Contradiction, Oracle, Unknown, open_oracle
from vlcorpus.stages.verify.radicals import read_number
from vlcorpus.stages.verify.reader import Reading, read_said
from vlcorpus.stages.verify.shown import misshown

_NOTHING = "nothing"  # that an expression has no value, and why


@dataclass(frozen=True)
class CheckSaid(RowStage[SaidScene, SaidScene]):
    """A scene goes on where each of its texts can be read and holds.

    Reasons: claim_wrong, scene_contradicts, unreadable. What a text claims is told by who wrote it, and by
    the reader, who sees nothing but the text. One wrong claim means that a maker or a judge is wrong: then
    nothing of the scene can be trusted. Scenes that pose a problem are checked by CheckProblems.
    """

    version: ClassVar[str] = "4"

    def each(self, row: SaidScene) -> SaidScene:
        if row.problem is not None:
            return row
        try:
            oracle = open_oracle(row.discipline, json.loads(row.truth))
        except Contradiction as contradiction:
            raise Reject(Reason.SCENE_CONTRADICTS, f"{row.discipline}: {contradiction}") from contradiction
        for said in row.said:
            try:
                for fault in _faults(row, said, oracle):
                    raise Reject(Reason.CLAIM_WRONG, f"{fault}: {said.text}")
            except Unreadable as unreadable:
                raise Reject(Reason.UNREADABLE, f"{row.discipline}: {unreadable}") from unreadable
        return row


def _faults(row: SaidScene, said: Said, oracle: Oracle) -> Iterator[str]:
    """Yield what is otherwise than the text says. Raises Unreadable."""
    read = read_said(row.discipline, said) if has_grammar(row.discipline) else Reading()
    claims = [*claims_from_json(said.claims), *read.claims]
    for expression, value in dict.fromkeys((claim.expression, claim.value) for claim in claims):
        told = _told(oracle, expression)
        if told != value:
            yield f"{Claim(expression, value)}, the oracle says {told}"
    yield from faults_of_options(oracle, read)
    if place := said.place:
        told_place = from_json(place.expression)
        for where in dict.fromkeys((told_place, read.place or told_place)):
            if fault := _misplaced(place, where, oracle):
                yield fault
    if has_grammar(row.discipline):
        yield from misshown(row, said, read)


def _told(oracle: Oracle, expression: Expression) -> str:
    """Return the value of an expression: `("is", expression, value)` asks whether that is its."""
    match expression:
        case ("is", asked, wanted):
            value = _value(oracle, asked)
            return value if value.startswith(_NOTHING) else truth_value(value == wanted)
        case _:
            return _value(oracle, expression)


def _value(oracle: Oracle, expression: Expression) -> str:
    try:
        return oracle.value(expression)
    except Unknown as unknown:
        return f"{_NOTHING}: {unknown}"


def faults_of_options(oracle: Oracle, read: Reading) -> Iterator[str]:
    """Yield the options that are offered as wrong, and are not wrong to everybody."""
    for claim in read.wrong:
        try:
            is_wrong = oracle.is_wrong(claim.expression, claim.value)
        except Unknown:
            is_wrong = False
        if not is_wrong:
            yield f"{claim} is offered as wrong"


def _misplaced(place: Place, expression: Expression, oracle: Oracle) -> str | None:
    """Say where a place is, if not where it is told to be."""
    try:
        x, y = oracle.where(expression)
    except Unknown as unknown:
        return f"{written(expression)} is no place: {unknown}"
    told_x, told_y = map(_coordinate, place.exact)
    if max(abs(x - told_x), abs(y - told_y)) > oracle.tolerance:
        return f"{written(expression)} is at ({x:g}, {y:g}), not at ({told_x:g}, {told_y:g})"
    return None


def _coordinate(text: str) -> float:
    """Return an exact number, or a decimal where a scene's coordinates are such."""
    try:
        return float(text)
    except ValueError:
        return float(read_number(text))
