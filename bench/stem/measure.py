"""Measure the families of disciplines, and the rates that make their answers even; write measured.yaml.

Scenes are made as a run makes them. Of each template the most frequent answers get rates below 1, so low
that none has more than `MAX_SHARE` of the questions, or, of a template with few answers, more than another.
An answer that could be had so only by throwing away more than 19 questions of 20 counts as none; a template
with a single answer is not asked. A discipline of another version is measured anew: a test wants it
(tests/stages/stem/test_disciplines.py).

    python -m bench.stem.measure [clocks …] [--rows 4000]
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from random import Random

import yaml

from vlcorpus.schemas.numbered import NumberedRow
from vlcorpus.schemas.scenes.claims import Claim, claims_from_json
from vlcorpus.schemas.scenes.rows import SceneRow
from vlcorpus.schemas.stem.disciplines import DISCIPLINES
from vlcorpus.stages.generate.ask import chances, offers
from vlcorpus.stages.generate.discipline import Discipline
from vlcorpus.stages.generate.disciplines import find_discipline
from vlcorpus.stages.generate.make_scenes import MakeScenes
from vlcorpus.stages.generate.phrasebook import read_phrasebook
from vlcorpus.stages.generate.voice import Voice

SEED = 777
MAX_SHARE = 0.12  # of 20 % that are promised: of some hundred questions chance makes one share larger
MIN_KEPT = 0.05
MIN_OFFERS = 20  # scenes that offer a template: of fewer nothing is known
ROUNDS = 300
NEVER = 0.0

Offered = Mapping[frozenset[str], float]  # how often a template is drawn where it has just these answers


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("disciplines", nargs="*", help="none: all")
    parser.add_argument("--rows", type=int, default=4000)
    arguments = parser.parse_args()
    for name in arguments.disciplines or DISCIPLINES:
        discipline = find_discipline(name)
        rows = list(scenes_of(name, arguments.rows))
        offered = offered_by(discipline, rows)
        rates = {template: rates_of(offered[template]) for template in sorted(offered)}
        content = {
            "version": discipline.version,
            "families": sorted({row.family for row in rows}),
            "rates": {template: dict(sorted(found.items())) for template, found in rates.items() if found},
        }
        head = f"# Written by `python -m bench.stem.measure {name}`: stages/generate/measured.py.\n"
        text = head + yaml.safe_dump(content, allow_unicode=True, sort_keys=False)
        discipline.measured.write_text(text, encoding="utf-8")
        print(f"{discipline.measured}: {len(content['rates'])} of {len(rates)} templates are thinned")


def scenes_of(name: str, n: int) -> Iterator[SceneRow]:
    numbers = (NumberedRow.origin("stem", str(k), None, domain="stem", seed=SEED, number=k) for k in range(n))
    for row in MakeScenes(disciplines={find_discipline(name).identity: 1.0}, styles={})(numbers):
        if isinstance(row, SceneRow):
            yield row


def offered_by(discipline: Discipline, rows: Iterable[SceneRow]) -> dict[str, Offered]:
    """Return how often each template is drawn, and with which answers to choose from.

    Those that only few scenes offer are left out.
    """
    voice = Voice(read_phrasebook(discipline.phrases), "en", Random(SEED))
    found: dict[str, dict[frozenset[str], float]] = defaultdict(lambda: defaultdict(float))
    n_scenes: Counter[str] = Counter()
    for row in rows:
        for of_operation in by_operation(claims_from_json(row.claims)):
            choices = offers(voice, of_operation)
            for (template, offer), chance in zip(choices, chances(choices) if choices else [], strict=True):
                found[template][frozenset(offer)] += chance
                n_scenes[template] += 1
    return {template: offered for template, offered in found.items() if n_scenes[template] >= MIN_OFFERS}


def by_operation(claims: Iterable[Claim]) -> Iterable[list[Claim]]:
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        found[claim.operation].append(claim)
    return found.values()


def rates_of(offered: Offered) -> dict[str, float]:
    """Return the rates of the answers of a template; those of rate 1 are left out."""
    often = shares({}, offered)
    answers = sorted(often, key=lambda answer: -often[answer])
    for n in range(len(answers), 1, -1):
        rates = thinned(offered, max(MAX_SHARE, 1 / n), set(answers[:n]))
        if sum(shares(rates, offered).values()) >= MIN_KEPT:
            return {answer: round(rate, 4) for answer, rate in rates.items() if rate < 0.9999}
    return dict.fromkeys(answers, NEVER)


def thinned(offered: Offered, max_share: float, common: set[str]) -> dict[str, float]:
    """Return rates with which no answer has a larger share; those that are not common keep theirs."""
    rates: dict[str, float] = {}
    for _ in range(ROUNDS):
        asked = shares(rates, offered)
        limit = max_share * sum(asked.values())
        too_often = {answer for answer in common if asked[answer] > 1.002 * limit}
        if not too_often:
            break
        for answer in too_often:
            rates[answer] = rates.get(answer, 1.0) * limit / asked[answer]
    return rates


def shares(rates: Mapping[str, float], offered: Offered) -> dict[str, float]:
    """Return which part of the offers ends in a question with each answer, as `Measured.draw` draws."""
    found: dict[str, float] = defaultdict(float)
    total = sum(offered.values())
    for answers, count in offered.items():
        weights = {answer: rates.get(answer, 1.0) for answer in answers}
        whole = max(1.0, sum(weights.values()))
        for answer, weight in weights.items():
            found[answer] += count / total * weight / whole
    return found


if __name__ == "__main__":
    main()
