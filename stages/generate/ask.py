r"""Questions about claims, to be answered with a word, with the letter of an option, or in `\boxed{}`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from random import Random

from vlcorpus.schemas.scenes.claims import NO, YES, Claim, claims_to_json
from vlcorpus.schemas.scenes.numbers import is_numeric, latex
from vlcorpus.schemas.scenes.rows import Said
from vlcorpus.stages.generate.measured import Measured, Offer, answer_of
from vlcorpus.stages.generate.phrasebook import capital
from vlcorpus.stages.generate.voice import Voice

LETTERS = "ABCD"
ASKS_WHETHER = "?"  # in a template, before the value that is asked for
_N_WRONG = len(LETTERS) - 1
_INTEGER = re.compile(r"-?\d+")
_LETTERED = re.compile(r"[A-Z]{1,4}")  # names of points and the like, as formulas have them


def ask(voice: Voice, claims: list[Claim], measured: Measured, max_questions: int) -> Iterator[Said]:
    """Yield questions, no two of one operation; those first that one who does not look gets wrong."""
    by_operation: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_operation[claim.operation].append(claim)
    operations = list(by_operation.values())
    voice.random.shuffle(operations)
    operations.sort(key=lambda of_operation: all(claim.prior is None for claim in of_operation))
    asked = 0
    for of_operation in operations:
        if asked == max_questions:
            return
        choices = offers(voice, of_operation)
        if choices:
            template, offer = voice.random.choices(choices, chances(choices))[0]
            if drawn := measured.draw(template, offer, voice.random):
                asked += 1
                yield _said(voice, drawn)


def offers(voice: Voice, claims: Iterable[Claim]) -> list[tuple[str, Offer]]:
    """Return what can be asked of claims of one operation: templates, each with its answers.

    Where some surprise, only these are asked about; but yes is as good a question as an unexpected no.
    """
    surprising = [claim for claim in claims if claim.prior is not None and claim.value not in (YES, NO)]
    found: dict[str, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in surprising or claims:
        key = voice.book.key(claim.expression)
        if voice.patterns("asks", key):
            found[key][answer_of(claim)].append(claim)
        if voice.patterns("asks_whether", key):
            wrong = claim.rivals if claim.prior is None else (claim.prior,)
            for value in (claim.value, *wrong):
                whether = _whether(claim, value)
                found[f"{key}{ASKS_WHETHER}{value}"][whether.value].append(whether)
    return list(found.items())


def chances(choices: list[tuple[str, Offer]]) -> list[float]:
    """Return the chance of each template of an operation, in sum 1.

    What is and whether it is so are asked equally often, and of the latter those that are answered with yes
    and with no: there are more wrong values to ask for than right ones.
    """
    straight = [0.0 if ASKS_WHETHER in template else 1.0 for template, _ in choices]
    yes, no = (
        [float(ASKS_WHETHER in template and answer in offer) for template, offer in choices]
        for answer in (YES, NO)
    )
    parts = [(straight, 2.0), (yes, 1.0), (no, 1.0)]
    weights = [
        sum(weight * part[index] / sum(part) for part, weight in parts if any(part))
        for index in range(len(choices))
    ]
    return [weight / sum(weights) for weight in weights]


def _whether(claim: Claim, value: str) -> Claim:
    """Return the claim that the claim's expression has the value, or has not."""
    prior = None if claim.prior is None else (YES if value == claim.prior else NO)
    return Claim(
        ("is", claim.expression, value), YES if value == claim.value else NO, claim.things, prior=prior
    )


def _said(voice: Voice, claim: Claim) -> Said:
    match claim.expression:
        case ("is", expression, str(value)):
            text = voice.say("asks_whether", Claim(expression, value))
        case _:
            text = voice.say("asks", claim)
    style = voice.random.choice(_styles(claim))
    answer = capital(voice.word(claim.expression, claim.value))
    if style == "boxed":
        answer = rf"\boxed{{{latex(claim.value)}}}"
    elif style == "choice":
        options = [claim.value, *distractors(claim, voice.random)]
        voice.random.shuffle(options)
        words = [voice.word(claim.expression, option) for option in options]
        text += "".join(f"\n{letter}. {word}" for letter, word in zip(LETTERS, words, strict=True))
        answer = LETTERS[options.index(claim.value)]
    return Said(
        kind="question",
        lang=voice.lang,
        style=style,
        text=text,
        claims=claims_to_json([claim]),
        answer=answer,
    )


def _styles(claim: Claim) -> list[str]:
    styles = ["phrase"]
    if is_numeric(claim.value) or _LETTERED.fullmatch(claim.value):
        styles.append("boxed")
    if len({*claim.rivals, claim.prior} - {None}) >= _N_WRONG and claim.operation != "is":
        styles.append("choice")
    return styles


def distractors(claim: Claim, random: Random) -> list[str]:
    """Return wrong options: what one who does not look would answer is one of them.

    Of integers the right one is as often the least as any other, as far as there are rivals below and above.
    """
    first = [] if claim.prior is None else [claim.prior]
    rivals = [rival for rival in claim.rivals if rival != claim.prior]
    n = _N_WRONG - len(first)
    if not all(map(_INTEGER.fullmatch, (claim.value, *rivals))):
        return first + random.sample(rivals, n)
    below = [rival for rival in rivals if int(rival) < int(claim.value)]
    above = [rival for rival in rivals if int(rival) > int(claim.value)]
    n_below = random.randint(max(0, n - len(above)), min(n, len(below)))
    return first + random.sample(below, n_below) + random.sample(above, n - n_below)
