"""A problem in words: what is given and asked, and the solution, one sentence for each step.

The words of a rule are in a file of its discipline's rules: `en` and `zh` of the entry of its name, a
sentence or several to choose from. What they have in place of a step's names and values is the discipline's
own, its `Wording` of stages/generate/posing.py.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from random import Random

import yaml

from vlcorpus.schemas.scenes.claims import Claim, claims_to_json
from vlcorpus.schemas.scenes.problem import Given, Problem
from vlcorpus.schemas.scenes.rows import Said
from vlcorpus.stages.generate.phrasebook import Phrasebook, read_phrasebook
from vlcorpus.stages.generate.posing import Posing

_WHERE = "中"  # ends what says of which figure the rest is: "在菱形$ABCD$中"
_COMMA, _AND, _STOP = {"en": ", ", "zh": "，"}, {"en": " and ", "zh": "，"}, {"en": ".", "zh": "。"}
_LEADS = {
    "en": ("In the figure, ", "As shown in the figure, ", "In the diagram, "),
    "zh": ("如图，", "如图所示，"),
}
_SHOWS = {"en": ("The figure shows that ", "From the figure, "), "zh": ("由图可知，", "从图中可得，")}
_SPACE = {"en": " ", "zh": ""}
_SO = {
    "en": ("So the answer is ", "The answer is ", "Therefore, the answer is "),
    "zh": ("所以答案为", "答案为"),
}


def tell_problem(posing: Posing, problem: Problem, lang: str, random: Random) -> Said:
    book, wording = read_phrasebook(posing.phrases), posing.wording
    told = [given.claim for given in problem.givens if given.is_told]
    claims = (*wording.told_of(problem), *_in_order(told))
    clauses = [_phrase(posing, book, "states", problem, claim, lang, random) for claim in claims]
    clauses.sort(key=lambda clause: not clause.endswith(_WHERE))
    question = _ask(posing, book, problem, lang, random)
    if clauses:
        stop = _COMMA[lang] if clauses[-1].endswith(_WHERE) else _STOP[lang] + _SPACE[lang]
        question = random.choice(_LEADS[lang]) + listed(clauses, lang) + stop + question
    return Said(
        kind="problem",
        lang=lang,
        style=problem.variant,
        text=question,
        claims=claims_to_json(
            [given.claim for given in problem.givens] + [Claim(problem.asked, problem.answer)]
        ),
        answer=_solution(posing, book, problem, lang, random),
    )


def listed(clauses: Sequence[str], lang: str) -> str:
    """Return the clauses as one: `a, b and c`."""
    if len(clauses) < 2:
        return "".join(clauses)
    return _COMMA[lang].join(clauses[:-1]) + _AND[lang] + clauses[-1]


@lru_cache
def read_words(folder: Path) -> dict[str, dict[str, Sequence[str]]]:
    """Return the sentences of each rule by its name, by language."""
    found: dict[str, dict[str, Sequence[str]]] = {}
    for path in sorted(folder.glob("*.yaml")):
        for name, entry in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            found[name] = {
                lang: (entry[lang],) if isinstance(entry[lang], str) else tuple(entry[lang]) for lang in _STOP
            }
    return found


def _in_order(claims: list[Claim]) -> list[Claim]:
    """Return relations before values, as one tells what a figure is before how large it is."""
    return sorted(claims, key=lambda claim: claim.value not in ("yes",))


def _solution(posing: Posing, book: Phrasebook, problem: Problem, lang: str, random: Random) -> str:
    sentences = []
    shown = [given.claim for given in problem.givens if _is_only_drawn(given)]
    if shown := [*posing.wording.seen_of(problem), *shown]:
        clauses = [_phrase(posing, book, "states", problem, claim, lang, random) for claim in shown]
        sentences.append(random.choice(_SHOWS[lang]) + listed(clauses, lang) + _STOP[lang])
    words = read_words(posing.rules)
    for step in problem.steps:
        variants = words[step.rule][lang]
        template = random.choice(variants) if len(variants) > 1 else variants[0]
        sentences.append(posing.wording.step(template, problem, step, lang))
    answer = posing.wording.value(str(problem.asked[0]), problem.answer)
    sentences.append(random.choice(_SO[lang]) + rf"$\boxed{{{answer}}}$" + _STOP[lang])
    return "\n".join(sentences)


def _is_only_drawn(given: Given) -> bool:
    return given.is_drawn and not given.is_told


def _ask(posing: Posing, book: Phrasebook, problem: Problem, lang: str, random: Random) -> str:
    asked = Claim(problem.asked, problem.answer)
    if problem.unknown is None:
        return _phrase(posing, book, "asks", problem, asked, lang, random)
    question = _phrase(posing, book, "marked", problem, asked, lang, random)
    return question.replace("{unknown}", problem.unknown)


def _phrase(
    posing: Posing, book: Phrasebook, how: str, problem: Problem, claim: Claim, lang: str, random: Random
) -> str:
    """Return the claim in the words of the phrasebook, with what the discipline has for their slots."""
    template = random.choice(book.templates(how, claim.expression, lang))
    words = posing.wording.slots(problem, claim, lang)
    return re.sub(r"\{(\w+)\}", lambda slot: words.get(slot[1], slot[0]), template)
