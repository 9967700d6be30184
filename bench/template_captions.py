"""Captions that are all different although they are near: how many of them dedup removes, which is wrong.

Fillings of templates, and captions with one changed fact (bench/template_captions.yaml). Those of half of the
templates, and half of the facts, are what thresholds are chosen on. Each half is deduplicated as a corpus of
its own, by the functions of the pipeline.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import yaml

from vlcorpus.stages.dedup.content_words import content_words, without_templates
from vlcorpus.stages.dedup.near_pairs import near_pairs
from vlcorpus.stages.dedup.pairs import Pairs
from vlcorpus.stages.dedup.survivors import decide

DATA = Path(__file__).with_name("template_captions.yaml")
SORTS = ("templates", "facts", "additions")


@dataclass(frozen=True)
class Different:
    text: list[str]
    sort: np.ndarray  # one of SORTS
    chosen_on: np.ndarray  # bool: of the half that thresholds are chosen on


def read_different(path: Path = DATA) -> Different:
    given = yaml.safe_load(path.read_text("utf-8"))
    rows = [
        (entry["text"].replace("{a}", a).replace("{b}", b), "templates", number % 2 == 0)
        for number, entry in enumerate(given["templates"])
        for a in entry["a"]
        for b in entry["b"]
    ]
    for sort in SORTS[1:]:
        for number, entry in enumerate(given[sort]):
            ((old, new),) = entry["swap"].items()
            both = (entry["text"], entry["text"].replace(old, new))
            rows += [(text, sort, number % 2 == 0) for text in both]
    # A text that is changed in two ways stands there once.
    texts = {row[0]: row for row in rows}
    text, sort, chosen_on = zip(*texts.values(), strict=True)
    return Different(list(text), np.array(sort), np.array(chosen_on))


def removed(
    different: Different, vectors: np.ndarray, keys: np.ndarray, threshold: float, *, chosen_on: bool
) -> dict[str, float]:
    """Return the share of the captions of each sort of one half that dedup removes at this threshold."""
    shares = {}
    for sort in SORTS:
        rows = np.flatnonzero((different.sort == sort) & (different.chosen_on == chosen_on))
        pairs = guarded([different.text[row] for row in rows], vectors[rows], keys[rows], threshold)
        decisions = decide([f"{row:04d}" for row in rows], np.ones(len(rows)), pairs)
        shares[sort] = round(sum(not decision.keep for decision in decisions) / len(rows), 4)
    return shares


def guarded(texts: list[str], vectors: np.ndarray, keys: np.ndarray, threshold: float) -> Iterable[Pairs]:
    """Return the near pairs, as the pipeline finds them, in one cluster."""
    one, own = np.zeros(len(texts), np.int64), np.ones(len(texts), bool)
    near = near_pairs(vectors, one, own, threshold, keys)
    return without_templates(near, [content_words(text) for text in texts])
