"""Captions: some of a scene's claims in sentences, as a short text, a dense one, or a list."""

from __future__ import annotations

from collections import Counter

from vlcorpus.schemas.scenes.captions import as_list, as_paragraph
from vlcorpus.schemas.scenes.claims import NO, NONE, Claim, claims_to_json
from vlcorpus.schemas.scenes.rows import Said
from vlcorpus.stages.generate.voice import Voice

_SHORT = (2, 4)  # sentences of a short caption
_LONG = 5  # at least, of the others
_STYLES = {"short": 0.4, "dense": 0.4, "list": 0.2}  # shares


def describe(voice: Voice, claims: list[Claim], max_sentences: int) -> Said | None:
    """Return a caption, in the order of the claims; None where nothing can be stated.

    No pattern of a sentence is used twice: of an operation there are as many sentences as it has patterns.
    """
    stated = [c for c in claims if c.value not in (NO, NONE) and voice.has("states", c.expression)]
    if not stated:
        return None
    style = voice.random.choices(list(_STYLES), list(_STYLES.values()))[0]
    n = voice.random.randint(*(_SHORT if style == "short" else (_LONG, max_sentences)))
    keys = [voice.book.key(claim.expression) for claim in stated]
    chosen = _chosen(voice, stated, keys, n)
    sentences = _sentences(voice, [stated[index] for index in chosen])
    if style == "list":
        text = as_list(sentences)
    else:
        text = as_paragraph(sentences, [keys[index] for index in chosen], voice.lang, voice.random)
    return Said(
        kind="caption",
        lang=voice.lang,
        style=style,
        text=text,
        claims=claims_to_json(stated[index] for index in chosen),
    )


def _chosen(voice: Voice, stated: list[Claim], keys: list[str], n: int) -> list[int]:
    """Return indices of n claims at most: each operation once before any comes again."""
    taken: Counter[str] = Counter()
    chosen = []
    for index in voice.in_turns([claim.operation for claim in stated]):
        key = keys[index]
        if taken[key] < len(voice.book.templates("states", stated[index].expression, voice.lang)):
            taken[key] += 1
            chosen.append(index)
            if len(chosen) == n:
                break
    return sorted(chosen)


def _sentences(voice: Voice, claims: list[Claim]) -> list[str]:
    patterns: dict[str, list[str]] = {}  # those of each key that are not used yet
    sentences = []
    for claim in claims:
        key = voice.book.key(claim.expression)
        if key not in patterns:
            templates = voice.book.templates("states", claim.expression, voice.lang)
            patterns[key] = voice.random.sample(templates, len(templates))
        sentences.append(voice.book.sentence(patterns[key].pop(), claim, voice.lang))
    return sentences
