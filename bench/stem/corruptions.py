"""Captions with one thing changed that makes them false: a name, a value, a number, a negation.

Name, value and number are changed in one of the claims, which is said again by the pattern of its sentence;
what is changed is false where the oracle says so. A negation is put into the sentence itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from random import Random

from vlcorpus.schemas.scenes.captions import as_list, split_caption
from vlcorpus.schemas.scenes.claims import Claim, claims_from_json
from vlcorpus.schemas.scenes.rows import Said
from vlcorpus.stages.generate.phrasebook import Phrasebook
from vlcorpus.stages.verify.oracle import Oracle, Unknown

NEGATIONS = {
    "en": (
        (" is ", " is not "),
        (" are ", " are not "),
        (" has ", " does not have "),
        (" lies ", " does not lie "),
    ),
    "zh": (("是", "不是"), ("有", "没有"), ("相等", "不相等"), ("在", "不在")),
}
_WHOLE = re.compile(r"\d+")


def corrupted(
    said: Said, known: list[Claim], book: Phrasebook, oracle: Oracle, random: Random
) -> Iterator[tuple[str, Said]]:
    """Yield what was changed, and the caption with it: at most one of each kind.

    `known` are all claims of the scene: names and values are taken from others of the same operation.
    """
    sentences, claims = split_caption(said.text, said.lang), claims_from_json(said.claims)
    for kind, change in (("name", _names), ("value", _values), ("number", _numbers)):
        changes = [(k, false) for k, claim in enumerate(claims) for false in change(claim, known)]
        random.shuffle(changes)
        for k, false in changes:
            sentence = _said_again(sentences[k], claims[k], false, book, said.lang)
            if sentence and not _holds(false, oracle):
                yield kind, _with(said, sentences, k, sentence)
                break
    for k in random.sample(range(len(sentences)), len(sentences)):
        negated = _negated(sentences[k], said.lang)
        if negated and not _is_true(negated, known, book, said.lang):
            yield "negation", _with(said, sentences, k, negated)
            break


def _names(claim: Claim, known: list[Claim]) -> Iterator[Claim]:
    """Yield the claim with one argument that another claim of its operation has in this place."""
    for other in known:
        if other.operation == claim.operation and len(other.expression) == len(claim.expression):
            for n in range(1, len(claim.expression)):
                if other.expression[n] != claim.expression[n]:
                    changed = (*claim.expression[:n], other.expression[n], *claim.expression[n + 1 :])
                    yield replace(claim, expression=changed)


def _values(claim: Claim, known: list[Claim]) -> Iterator[Claim]:
    others = {other.value for other in known if other.operation == claim.operation}
    for value in sorted((others | set(claim.rivals)) - {claim.value}):
        yield replace(claim, value=value)


def _numbers(claim: Claim, known: list[Claim]) -> Iterator[Claim]:
    for number in _WHOLE.finditer(claim.value):
        for changed in (int(number[0]) + 1, int(number[0]) - 1):
            if changed >= 0:
                yield replace(
                    claim, value=claim.value[: number.start()] + str(changed) + claim.value[number.end() :]
                )


def _said_again(sentence: str, claim: Claim, false: Claim, book: Phrasebook, lang: str) -> str | None:
    """Return the sentence of the false claim by the same pattern; None where it would be the same."""
    for template in book.templates("states", claim.expression, lang):
        if book.sentence(template, claim, lang) == sentence:
            again = book.sentence(template, false, lang)
            return again if again != sentence else None
    return None


def _negated(sentence: str, lang: str) -> str | None:
    for word, negated in NEGATIONS[lang]:
        if sentence.count(word) == 1:
            return sentence.replace(word, negated)
    return None


def _is_true(sentence: str, known: list[Claim], book: Phrasebook, lang: str) -> bool:
    """Whether a known claim is said like this: of 8, "4 are affected" and "4 are not affected" are true."""
    return any(
        book.sentence(template, claim, lang) == sentence
        for claim in known
        for template in book.templates("states", claim.expression, lang)
    )


def _holds(claim: Claim, oracle: Oracle) -> bool:
    try:
        return oracle.value(claim.expression) == claim.value
    except Unknown:
        return False


def _with(said: Said, sentences: list[str], k: int, sentence: str) -> Said:
    """Return the caption as a list with another sentence, which alone says what it claims."""
    changed = [*sentences[:k], sentence, *sentences[k + 1 :]]
    return replace(said, text=as_list(changed), claims="[]", style="list")
