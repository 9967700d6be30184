"""How sentences become a caption, and how a caption is split into them again.

A caption is a paragraph, or a list with a line for each sentence, `- …`. In a paragraph two sentences may be
one, with a semicolon between them, and a sentence may begin with one of `CONNECTIVES`; behind either, English
goes on with a small letter where the sentence begins with one of `OPENERS`. No sentence of a phrasebook has
a semicolon, or a mark that ends a sentence, anywhere but at its end.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

CONNECTIVES = {
    "en": ("Also, ", "In addition, ", "Furthermore, ", "Moreover, "),
    "zh": ("另外，", "此外，", "同时，"),
}
# First words that are no names: they are written with a small letter within a sentence.
OPENERS = frozenset(
    re.findall(
        r"\w+",
        """All Among An Angle Angles At Between Both Circle Each Every From In It Line Lines No Of On One Out
        Point Polygon Segment Segments The There These This Three To Triangle Two When Within""",
    )
)
_GAP = {"en": " ", "zh": ""}  # between two sentences
_JOINT = {"en": "; ", "zh": "；"}  # between two that became one
_END = {"en": ".", "zh": "。"}
_SENTENCE = {"en": re.compile(r"(.+?)(?:\.(?= |$)|;(?= ))\s?"), "zh": re.compile(r"(.+?)[。；]")}
_ITEM = "- "
_JOINED = 0.6  # share of pairs of one kind that become one sentence
_CONNECTED = 0.15  # share of other sentences that begin with a connective


def as_list(sentences: Sequence[str]) -> str:
    return "\n".join(_ITEM + sentence for sentence in sentences)


def as_paragraph(sentences: Sequence[str], kinds: Sequence[str], lang: str, random: Random) -> str:
    """Return the sentences as running text. Two neighbours of one of `kinds` may be joined."""
    text = sentences[0]
    connectives = random.sample(CONNECTIVES[lang], len(CONNECTIVES[lang]))
    may_change = True  # no two links follow each other: then even long captions read as written by hand
    for number in range(1, len(sentences)):
        sentence, follows = sentences[number], _following(sentences[number], lang)
        link = random.random()
        if follows is None or not may_change:
            text += _GAP[lang] + sentence
            may_change = True
        elif kinds[number] == kinds[number - 1] and link < _JOINED:
            text = text.removesuffix(_END[lang]) + _JOINT[lang] + follows
            may_change = False
        elif link < _CONNECTED and connectives:
            text += _GAP[lang] + connectives.pop() + follows
            may_change = False
        else:
            text += _GAP[lang] + sentence
    return text


def split_caption(caption: str, lang: str) -> list[str]:
    """Return the sentences of a caption as phrasebooks write them.

    Raises ValueError where words follow the last end.
    """
    found = []
    for line in caption.split("\n"):
        text = line.removeprefix(_ITEM)
        if rest := _SENTENCE[lang].sub("", text):
            raise ValueError(f"{rest!r} has no end")
        found += [_alone(sentence, lang) for sentence in _SENTENCE[lang].findall(text)]
    return found


def _following(sentence: str, lang: str) -> str | None:
    """Return the sentence as it goes on behind a comma; None where its first word may be a name."""
    if lang == "zh":
        return sentence
    first = re.split(r"[ ,]", sentence, maxsplit=1)[0]
    if first in OPENERS:
        return sentence[0].lower() + sentence[1:]
    return None if first[1:].islower() else sentence


def _alone(sentence: str, lang: str) -> str:
    for connective in CONNECTIVES[lang]:
        sentence = sentence.removeprefix(connective)
    if lang == "en" and re.split(r"[ ,]", sentence, maxsplit=1)[0].capitalize() in OPENERS:
        sentence = sentence[0].upper() + sentence[1:]
    return sentence + _END[lang]
