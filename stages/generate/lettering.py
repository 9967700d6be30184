"""In which language one speaks of a scene, and in which the words in its picture are written.

Disciplines make pictures with English words, and their phrasebooks say what these are in Chinese
(`inscriptions`): of the scenes that are spoken of in Chinese a share is lettered so. Whoever is asked in
English sees English words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from vlcorpus.schemas.numbered import NumberedRow
from vlcorpus.schemas.scenes.scene import Scene
from vlcorpus.stages.generate.phrasebook import LETTERING, Phrasebook


def language_of(row: NumberedRow, languages: Mapping[str, float]) -> str:
    """Return the language of a row's texts, drawn by shares."""
    return row.stream("language").choices(list(languages), list(languages.values()))[0]


def lettering_of(row: NumberedRow, languages: Mapping[str, float], book: Phrasebook, share: float) -> str:
    """Return the language of the words in a row's picture: that of its texts for a share of the rows."""
    lang = language_of(row, languages)
    is_translated = lang in book.inscriptions and row.stream("lettering").random() < share
    return lang if is_translated else LETTERING


def lettered(scene: Scene, book: Phrasebook) -> Scene:
    """Return the scene with the words in its picture in the language of the phrasebook's `lettering`.

    Truth and claims call everything as before.
    """
    things = (
        replace(thing, tags=tuple(replace(tag, text=book.inscription(tag.text)) for tag in thing.tags))
        for thing in scene.things
    )
    return replace(scene, things=tuple(things))
