"""How loads are connected, in words: `R1 is connected in series with the parallel combination of R2 and R3`.

A connection is the name of a load, or `("series", C, C, …)`, or `("parallel", C, C, …)`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vlcorpus.schemas.scenes.claims import Expression
from vlcorpus.stages.stem.circuits.layout import BATTERY

_HOW = {
    "en": {"series": "in series", "parallel": "in parallel"},
    "zh": {"series": "串联", "parallel": "并联"},
}
_KINDS = {
    "en": {"L": "lamp ", "A": "ammeter ", "V": "voltmeter "},
    "zh": {"L": "灯泡", "A": "电流表", "V": "电压表"},
}
_WHOLE = {"en": "the whole circuit", "zh": "整个电路"}


def named(name: str, lang: str) -> str:
    """Return what one calls a load, a meter, or the whole."""
    return _WHOLE[lang] if name == BATTERY else _KINDS[lang].get(name[0], "") + name


def group(connection: Expression, names: Sequence[str], lang: str) -> str:
    """Return what one calls the group of some loads."""
    for part in _all(connection):
        if tuple(sorted(_loads(part))) == tuple(names):
            return _called(part, lang)
    raise ValueError(f"{names} are no group of {connection}")


def connected(connection: Expression, lang: str) -> str:
    """Return a clause that says how loads are connected."""
    if isinstance(connection, str):
        raise ValueError(f"{connection} alone is not connected")
    how, *parts = connection
    parts.sort(key=lambda part: len(list(_loads(part))))
    if lang == "zh":
        return _connected_in_chinese(str(how), parts)
    first, *others = [_called(part, lang) for part in parts]
    if len(others) == 1:
        return f"{first} is connected {_HOW[lang][str(how)]} with {others[0]}"
    return f"{_listed([first, *others])} are connected {_HOW[lang][str(how)]}"


def _connected_in_chinese(how: str, parts: list[Expression]) -> str:
    """Return it from the inmost on: `R2与R3并联后，再与R4串联，最后与R1并联`."""
    simple = [named(part, "zh") for part in parts if isinstance(part, str)]
    inner = [connected(part, "zh") for part in parts if not isinstance(part, str)]
    joined = _HOW["zh"][how]
    if not inner:
        return f"{'与'.join(simple) if len(simple) == 2 else '、'.join(simple)}{joined}"
    if len(inner) == 1:
        then = "，最后与" if "，" in inner[0] else "后，再与"
        return f"{inner[0]}{then}{'、'.join(simple)}{joined}"
    return f"{'，'.join(inner)}，{'这几部分' if len(inner) > 2 or simple else '这两部分'}再{joined}"


def _called(connection: Expression, lang: str) -> str:
    if isinstance(connection, str):
        return named(connection, lang)
    how, *parts = connection
    if lang == "zh":
        names = "、".join(named(load, lang) for load in sorted(_loads(connection)))
        is_simple = all(isinstance(part, str) for part in parts)
        return f"{names}{_HOW[lang][str(how)]}部分" if is_simple else f"{names}组成的部分"
    parts.sort(key=lambda part: len(list(_loads(part))))
    of = _listed([_called(part, lang) for part in parts])
    return f"the {how} combination of {of}"


def _listed(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _all(connection: Expression) -> Iterator[Expression]:
    yield connection
    if not isinstance(connection, str):
        for part in connection[1:]:
            yield from _all(part)


def _loads(connection: Expression) -> Iterator[str]:
    return (part for part in _all(connection) if isinstance(part, str))
