"""More scenes where a corpus of images is thin: what its sparse clusters want, as shares and rates.

The table `visual_requests` of captions has a row for each sparse cluster, with the captions of its exemplars
and the number of images that it still wants. A row asks for the disciplines whose words its captions hold
(words.yaml, and the words of their names), and within these for the families of scenes whose names they hold:
what is missing is shared out evenly among them. What is asked for most gets `max_boost` times its share, what
nobody asks for keeps its own, and the rest lies between, in proportion.

A family has no share: it is what a maker happens to draw. Where families are asked for, so many draws of the
others are thrown away that the ratio comes out. Source: Qwen3-VL report §3.2.1 (targeted augmentation of
sparse regions).
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from vlcorpus.catalogs.tables.output import tables_under
from vlcorpus.schemas.clusters import ClusterRequest
from vlcorpus.schemas.errors import ConfigError

log = logging.getLogger(__name__)

_WORDS = Path(__file__).with_name("words.yaml")
_DIGITS = 6  # of shares and rates: they are part of a table's identity


@dataclass(frozen=True)
class Demand:
    """Images that are missing, by what would show them: a discipline, or `discipline/family`."""

    disciplines: Mapping[str, float]
    families: Mapping[str, float]

    def shares(self, shares: Mapping[str, float], max_boost: float) -> dict[str, float]:
        """Return the shares of disciplines, each times its boost."""
        boosts = _boosts(self.disciplines, shares, max_boost)
        return {name: round(share * boosts[name], _DIGITS) for name, share in shares.items()}

    def rates(self, families: Mapping[str, Iterable[str]], max_boost: float) -> dict[str, float]:
        """Return which part of the draws of each family is kept, of disciplines whose families are wanted."""
        rates: dict[str, float] = {}
        for discipline, names in families.items():
            keys = [f"{discipline}/{name}" for name in names]
            if any(self.families.get(key) for key in keys):
                boosts = _boosts(self.families, keys, max_boost)
                highest = max(boosts.values())
                rates |= {key: round(boost / highest, _DIGITS) for key, boost in boosts.items()}
        return rates


def read_requests(places: Iterable[str]) -> Iterator[ClusterRequest]:
    """Yield the requests of tables, or of outputs that hold one. Raises ConfigError where there is none."""
    for place in places:
        tables = [table for table in tables_under(place) if table.manifest().row_type() is ClusterRequest]
        if not tables:
            raise ConfigError(
                f"{place} holds no requests: name an output of captions, or its table visual_requests"
            )
        for table in tables:
            for partition in table.committed():
                yield from table.rows(partition)


def demand(requests: Iterable[ClusterRequest], families: Mapping[str, Iterable[str]]) -> Demand:
    """Return what the requests ask for, of the disciplines that are named with their families."""
    by_discipline: Counter[str] = Counter()
    by_family: Counter[str] = Counter()
    n_unmet = 0
    for request in requests:
        text = "\n".join(request.captions)
        asked = [name for name in families if _asks_for(text, name)]
        named = [
            f"{name}/{family}" for name in asked for family in families[name] if _holds(text, _plain(family))
        ]
        by_discipline.update(dict.fromkeys(asked, request.missing / max(1, len(asked))))
        by_family.update(dict.fromkeys(named, request.missing / max(1, len(named))))
        n_unmet += not asked
    if n_unmet:
        log.info("%d sparse clusters ask for no discipline that is made", n_unmet)
    return Demand(by_discipline, by_family)


def _boosts(wanted: Mapping[str, float], names: Iterable[str], max_boost: float) -> dict[str, float]:
    missing = {name: wanted.get(name, 0.0) for name in names}
    most = max(missing.values(), default=0.0) or 1.0
    return {name: 1 + (max_boost - 1) * n / most for name, n in missing.items()}


def _asks_for(text: str, discipline: str) -> bool:
    return any(_holds(text, word) for word in (_plain(discipline), *words().get(discipline, ())))


@cache
def words() -> dict[str, list[str]]:
    found: dict[str, list[str]] = yaml.safe_load(_WORDS.read_text(encoding="utf-8"))
    return found


def _holds(text: str, word: str) -> bool:
    return _pattern(word).search(text) is not None


@cache
def _pattern(word: str) -> re.Pattern[str]:
    """Return what finds a word: English ones alone, also in the plural; Chinese ones anywhere."""
    return re.compile(rf"\b{re.escape(word)}s?\b" if word.isascii() else re.escape(word), re.IGNORECASE)


def _plain(name: str) -> str:
    return name.replace("_", " ")
