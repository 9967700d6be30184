"""Captions: some of a scene's claims in sentences, as a short text, a dense one, or a list."""

from __future__ import annotations

from collections import Counter

from vlcorpus.schemas.scenes.captions import as_list, as_paragraph
from vlcorpus.schemas.scenes.claims import NO, NONE, Claim, claims_to_json
from vlcorpus.schemas.scenes.rows import Said
from vlcorpus.stages.generate.voice import Voice

_SHORT = (2, 4)  # sentences of a short caption
_LONG = 5  # at least, of the others
Keyed = tuple[Claim, str]  # with its entry of the phrasebook
_STYLES = {"short": 0.4, "dense": 0.4, "list": 0.2}  # shares


def describe(voice: Voice, claims: list[Claim], max_sentences: int) -> Said | None:
    """Return a caption, in the order of the claims; None where nothing can be stated.

    No pattern of a sentence is used twice: of an operation there are as many sentences as it has patterns.
    """
    keyed = [(c, voice.book.key(c.expression)) for c in claims if c.value not in (NO, NONE)]
    stated = [(claim, key) for claim, key in keyed if voice.patterns("states", key)]
    if not stated:
        return None
    style = voice.random.choices(list(_STYLES), list(_STYLES.values()))[0]
    n = voice.random.randint(*(_SHORT if style == "short" else (_LONG, max_sentences)))
    chosen = _chosen(voice, stated, n)
    sentences = _sentences(voice, chosen)
    if style == "list":
        text = as_list(sentences)
    else:
        text = as_paragraph(sentences, [key for _, key in chosen], voice.lang, voice.random)
    return Said(
        kind="caption",
        lang=voice.lang,
        style=style,
        text=text,
        claims=claims_to_json(claim for claim, _ in chosen),
    )


def _chosen(voice: Voice, stated: list[Keyed], n: int) -> list[Keyed]:
    """Return n claims at most: each operation once before any comes again."""
    taken: Counter[str] = Counter()
    chosen = []
    for index in voice.in_turns([claim.operation for claim, _ in stated]):
        key = stated[index][1]
        if taken[key] < len(voice.patterns("states", key)):
            taken[key] += 1
            chosen.append(index)
            if len(chosen) == n:
                break
    return [stated[index] for index in sorted(chosen)]


def _sentences(voice: Voice, chosen: list[Keyed]) -> list[str]:
    unused: dict[str, list[str]] = {}  # patterns of each key
    sentences = []
    for claim, key in chosen:
        if key not in unused:
            patterns = voice.patterns("states", key)
            unused[key] = voice.random.sample(patterns, len(patterns))
        sentences.append(voice.book.sentence(unused[key].pop(), claim, voice.lang))
    return sentences
