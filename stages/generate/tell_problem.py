r"""A problem in words: what is given and asked, and the solution, one sentence for each step.

The words of a rule are in a file of its discipline's rules, `en` and `zh` of the entry of its name. Between
dollars they are LaTeX, in which capitals are the rule's points, small letters its values, `v` the value that
follows: "$AB$ is a diameter, so $AB = 2 \cdot r = v$."
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from random import Random

import yaml

from vlcorpus.schemas.scenes.claims import Claim, claims_to_json
from vlcorpus.schemas.scenes.numbers import latex
from vlcorpus.schemas.scenes.problem import IN_IMAGE, Given, Problem, Step
from vlcorpus.schemas.scenes.rows import Said
from vlcorpus.stages.generate.phrasebook import Phrasebook, read_phrasebook
from vlcorpus.stages.generate.posing import Posing

_MATH = re.compile(r"\$([^$]*)\$")
_TWICE = re.compile(r"= ([^=$]+) = \1([,$;]|\^\\circ\$)")
_TOKEN = re.compile(r"\\[A-Za-z]+|[A-Z]+|[a-z](?:\^2)?")
_WHERE = "中"  # ends what says of which figure the rest is: "在菱形$ABCD$中"
_POLYGON = "polygon"
_LISTS = {"in_order", "on_circle"}
_DEGREES = {"angle", "arc"}
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
_KINDS = {
    "en": {3: "triangle", 4: "quadrilateral", 5: "pentagon", 6: "hexagon"},
    "zh": {3: "三角形", 4: "四边形", 5: "五边形", 6: "六边形"},
}


def tell_problem(posing: Posing, problem: Problem, lang: str, random: Random) -> Said:
    book = read_phrasebook(posing.phrases)
    told = [given.claim for given in problem.givens if given.is_told]
    lies = _lies(problem)
    if not told and {claim.operation for claim in lies} <= {_POLYGON}:
        lies = []  # that it is a triangle need not be told alone
    clauses = [_state(book, claim, lang, random) for claim in (*lies, *_in_order(told))]
    clauses.sort(key=lambda clause: not clause.endswith(_WHERE))
    question = _ask(book, problem, lang, random)
    if clauses:
        stop = _COMMA[lang] if clauses[-1].endswith(_WHERE) else _STOP[lang] + _SPACE[lang]
        question = random.choice(_LEADS[lang]) + _listed(clauses, lang) + stop + question
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


def value_in_latex(operation: str, value: str) -> str:
    r"""Return a value as LaTeX, with its unit where it has one: `40^\circ`, `\frac{5\pi}{2}`."""
    if "pi" in value:
        above, _, below = value.replace("*", "").replace("pi", r"\pi").partition("/")
        return rf"\frac{{{above}}}{{{below}}}" if below else above
    return latex(value) + (r"^\circ" if operation in _DEGREES else "")


def _lies(problem: Problem) -> list[Claim]:
    """Return what is said of how points lie: all where givens are told, else what the figure is of."""
    if problem.variant == IN_IMAGE:
        return [claim for claim in problem.tellings if claim.operation not in _LISTS]
    return list(problem.tellings)


def _in_order(claims: list[Claim]) -> list[Claim]:
    """Return relations before values, as one tells what a figure is before how large it is."""
    return sorted(claims, key=lambda claim: claim.value not in ("yes",))


def _solution(posing: Posing, book: Phrasebook, problem: Problem, lang: str, random: Random) -> str:
    sentences = []
    if shown := [given.claim for given in problem.givens if _is_only_drawn(given)]:
        clauses = [_state(book, claim, lang, random) for claim in shown]
        sentences.append(random.choice(_SHOWS[lang]) + _listed(clauses, lang) + _STOP[lang])
    words, polygons = read_words(posing.rules), _polygons(problem)
    sentences += [step_in_words(words[step.rule][lang], step, polygons) for step in problem.steps]
    answer = value_in_latex(str(problem.asked[0]), problem.answer)
    sentences.append(random.choice(_SO[lang]) + rf"$\boxed{{{answer}}}$" + _STOP[lang])
    return "\n".join(sentences)


def _is_only_drawn(given: Given) -> bool:
    return given.is_drawn and not given.is_told


def _polygons(problem: Problem) -> dict[str, str]:
    """Return the names that the text gives polygons of four corners and more, by their letters in order."""
    claims = [given.claim for given in problem.givens] + list(problem.tellings)
    names = [str(name) for claim in claims if claim.operation not in _LISTS for name in claim.expression[1:]]
    return {"".join(sorted(name)): name for name in names if len(name) > 3}


def step_in_words(template: str, step: Step, polygons: Mapping[str, str]) -> str:
    """Return the words of a rule with the points and values of one step, and polygons by their names."""
    value = value_in_latex(step.claim.operation, step.claim.value).removesuffix(r"^\circ")

    def filled(token: re.Match[str]) -> str:
        text = token[0]
        if text.startswith("\\"):
            return text
        if text.isupper():
            name = "".join(step.points.get(letter, letter) for letter in text)
            return polygons.get("".join(sorted(name)), name)
        if text[0] == "v":
            return value + text[1:]
        if text[0] not in step.numbers:
            return text
        number = step.numbers[text[0]]
        is_term = number.isdecimal() or (len(text) == 1 and not re.search(r"[+-]", number))
        return latex(number) + text[1:] if is_term else f"({latex(number)}){text[1:]}"

    text = _MATH.sub(lambda math: f"${_TOKEN.sub(filled, math[1])}$", template)
    return _TWICE.sub(r"= \1\2", text)


@lru_cache
def read_words(folder: Path) -> dict[str, dict[str, str]]:
    """Return the words of each rule by its name, by language."""
    found: dict[str, dict[str, str]] = {}
    for path in sorted(folder.glob("*.yaml")):
        for name, entry in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            found[name] = {lang: entry[lang] for lang in _STOP}
    return found


def _ask(book: Phrasebook, problem: Problem, lang: str, random: Random) -> str:
    asked = Claim(problem.asked, problem.answer)
    if problem.unknown is None:
        return _phrase(book, "asks", asked, lang, random)
    return _phrase(book, "marked", asked, lang, random).replace("{unknown}", problem.unknown)


def _state(book: Phrasebook, claim: Claim, lang: str, random: Random) -> str:
    return _phrase(book, "states", claim, lang, random)


def _phrase(book: Phrasebook, how: str, claim: Claim, lang: str, random: Random) -> str:
    """Return the claim in the words of the phrasebook.

    Of the first argument, `{kind}` is what a polygon is called, `{points}` lists the letters, `{lie}` is the
    verb for as many, `{last}` is the last of them, `{base}` and `{top}` are the first two and the two
    before the first: opposite sides.
    """
    template = random.choice(book.templates(how, claim.expression, lang))
    arguments = [str(argument) for argument in claim.expression[1:]]
    words = {"value": value_in_latex(claim.operation, claim.value)}
    words["kind"] = _KINDS[lang].get(len(arguments[0]), "")
    words["points"] = _listed([f"${letter}$" for letter in arguments[0]], lang)
    words["lie"] = "lies" if len(arguments[0]) == 1 else "lie"
    words["last"] = arguments[0][-1]
    words["base"], words["top"] = arguments[0][:2], arguments[0][:1:-1]
    words |= {str(n): argument for n, argument in enumerate(arguments)}
    return re.sub(r"\{(\w+)\}", lambda slot: words.get(slot[1], slot[0]), template)


def _listed(clauses: list[str], lang: str) -> str:
    if len(clauses) < 2:
        return "".join(clauses)
    return _COMMA[lang].join(clauses[:-1]) + _AND[lang] + clauses[-1]
