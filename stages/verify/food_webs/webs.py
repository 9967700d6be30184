"""The operations of `schemas/stem/food_webs.py` on webs and chains."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from vlcorpus.schemas.scenes.claims import truth_value
from vlcorpus.schemas.stem.food_webs import CONSUMERS, DIETS
from vlcorpus.stages.verify.food_webs.web import Web
from vlcorpus.stages.verify.oracle import Unknown


def eats(web: Web, eater: str, eaten: str) -> str:
    eater, eaten = web.two(eater, eaten)
    return truth_value((eaten, eater) in web.links)


def prey(web: Web, name: str) -> str:
    return str(len(web.prey(name)))


def predators(web: Web, name: str) -> str:
    return str(len(web.predators(name)))


def only_prey(web: Web, name: str) -> str:
    return _only(web.prey(name))


def only_predator(web: Web, name: str) -> str:
    return _only(web.predators(name))


def shared_prey(web: Web, one: str, other: str) -> str:
    one, other = web.two(one, other)
    return _only(web.prey(one) & web.prey(other))


def shared_predator(web: Web, one: str, other: str) -> str:
    one, other = web.two(one, other)
    return _only(web.predators(one) & web.predators(other))


def _only(found: Iterable[str]) -> str:
    names = list(found)
    if len(names) != 1:
        raise Unknown(f"there are {len(names)} of them")
    return names[0]


def compete(web: Web, one: str, other: str) -> str:
    one, other = web.two(one, other)
    if web.is_producer(one) or web.is_producer(other):
        raise Unknown("producers eat nothing")
    return truth_value(bool(web.prey(one) & web.prey(other)))


def producer(web: Web, name: str) -> str:
    return truth_value(web.is_producer(name))


def top_predator(web: Web, name: str) -> str:
    return truth_value(web.is_top(name))


def diet(web: Web, name: str) -> str:
    return web.diet(name)


def level(web: Web, name: str) -> str:
    return str(web.level(name))


def consumer(web: Web, name: str) -> str:
    above = web.level(name) - 2
    if not 0 <= above < len(CONSUMERS):
        raise Unknown(f"{name} is no consumer that has a name by its level")
    return CONSUMERS[above]


def reaches(web: Web, one: str, other: str) -> str:
    one, other = web.two(one, other)
    return truth_value(other in web.reached_from(one))


def chain(web: Web, *names: str) -> str:
    if len(set(names)) < len(names):
        raise Unknown("a species is named twice")
    for name in names:
        web.find(name)
    return truth_value(all(link in web.links for link in pairwise(names)))


def loses_all(web: Web, lost: str, eater: str) -> str:
    lost, eater = web.two(lost, eater)
    if web.is_producer(eater):
        raise Unknown(f"{eater} eats nothing")
    return truth_value(web.prey(eater) == {lost})


def chains(web: Web) -> str:
    return str(sum(map(web.chains_from, web.producers())))


def longest(web: Web) -> str:
    return str(max(map(web.longest_from, web.producers())))


def most_prey(web: Web) -> str:
    return _most({name: len(web.prey(name)) for name in web.species})


def most_predators(web: Web) -> str:
    return _most({name: len(web.predators(name)) for name in web.species})


def _most(numbers: dict[str, int]) -> str:
    most = max(numbers.values())
    return _only(name for name, number in numbers.items() if number == most)


def next_species(web: Web, name: str) -> str:
    _need_chain(web)
    return _only(web.predators(name))


def first(web: Web) -> str:
    _need_chain(web)
    return _only(name for name in web.species if not web.prey(name))


def last(web: Web) -> str:
    _need_chain(web)
    return _only(name for name in web.species if not web.predators(name))


def _need_chain(web: Web) -> None:
    if not web.is_chain:
        raise Unknown("a web has no order")


def count(web: Web, what: str) -> str:
    producers = list(web.producers())
    consumers = [name for name in web.species if name not in producers]
    numbers = {
        "species": len(web.species),
        "arrows": len(web.links),
        "producers": len(producers),
        "consumers": len(consumers),
        "top_predators": sum(map(web.is_top, web.species)),
        **{f"{diet}s": sum(web.diet(name) == diet for name in consumers) for diet in DIETS},
    }
    if what not in numbers:
        raise Unknown(f"nobody counts {what!r}")
    return str(numbers[what])
