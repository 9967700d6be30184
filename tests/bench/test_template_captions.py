"""The captions that only look alike are many and all different, and none of them is removed."""

import json
from pathlib import Path

import numpy as np

from bench.template_captions import guarded, read_different, removed
from vlcorpus.stages.dedup.attribute_signature import attribute_signature
from vlcorpus.stages.dedup.lexical_vectors import lexical_vectors
from vlcorpus.stages.dedup.near_pairs import near_pairs
from vlcorpus.stages.dedup.survivors import decide

THRESHOLD = 0.94


def vectors_and_keys(texts: list[str]) -> tuple[np.ndarray, np.ndarray]:
    keys = np.array([attribute_signature(text) for text in texts], np.uint64)
    return lexical_vectors(texts).astype(np.float16), keys


def test_none_is_removed_although_vectors_are_near():
    different = read_different()
    vectors, keys = vectors_and_keys(different.text)
    assert len(set(different.text)) == len(different.text) > 600
    for half in (True, False):
        assert max(removed(different, vectors, keys, THRESHOLD, chosen_on=half).values()) < 0.01
    near = near_pairs(vectors, np.zeros(len(vectors)), np.ones(len(vectors), bool), THRESHOLD)
    assert sum(len(batch.i) for batch in near) > 1000


def test_street_captions_that_differ_in_the_city_and_in_what_is_sold_all_stay():
    path = Path(__file__).parents[3] / "shared/data/cases/captions/template_captions.json"
    cities = ("Lisbon", "Naples", "Porto", "Seville", "Athens", "Palermo", "Marseille", "Valencia")
    sold = ("fruit", "fish", "flowers", "cheese", "spices")
    texts = [
        f"A photograph shows a market street in {city} with trams, tourists and stalls that sell {goods}. "
        "Laundry hangs from the balconies above the shops on both sides of the narrow street."
        for city in cities
        for goods in sold
    ]
    texts = json.loads(path.read_text()) if path.exists() else texts
    vectors, keys = vectors_and_keys(texts)
    ids = [f"{number:03d}" for number in range(len(texts))]
    decisions = decide(ids, np.zeros(len(ids)), guarded(texts, vectors, keys, THRESHOLD))
    assert all(decision.keep for decision in decisions)
