"""The language of a text: its script first, then a classifier restricted to the languages of the report.

Languages: Chinese, English and the others that Alibaba's table of the Qwen3-VL series names, as far as
py3langid knows them (Cebuano it does not). Source: docs/formats.md §5.2; py3langid 0.4 (BSD-3-Clause).
"""

import re
from collections import Counter
from copy import copy
from functools import cache
from typing import Any

UNDETERMINED = "und"  # ISO 639-2
MAX_CHARS = 2000  # ours: a page's opening tells its language; 0.4 ms
MIN_LETTERS = 20  # ours: letters below which the classifier guesses
MIN_MARGIN = 4.0  # ours: difference of the two best languages' log scores; names and numbers stay below it

# Scripts that only one of the languages uses
SCRIPT_LANGUAGE = {
    "hangul": "ko",
    "kana": "ja",
    "thai": "th",
    "greek": "el",
    "hebrew": "he",
    "devanagari": "hi",
}
DECOY = "la"  # Latin is none of them, but filler text and names of species are often Latin
# Scripts that several of them share: the classifier decides among these only
SCRIPT_CANDIDATES = {
    "han": ("zh", "ja"),
    "arabic": ("ar", "fa", "ur"),
    "cyrillic": ("ru", "kk", "sr"),
    "latin": tuple("la en cs da de es fi fr id it nl no pl pt ro sv sw tr uz vi".split()),  # noqa: SIM905
}
_RANGES = {
    "latin": r"A-Za-z\u00aa-\u02af\u1e00-\u1eff",
    "han": r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff",
    "kana": r"\u3041-\u30ff\u31f0-\u31ff",
    "hangul": r"\u1100-\u11ff\uac00-\ud7af",
    "thai": r"\u0e01-\u0e5b",
    "greek": r"\u0370-\u03ff\u1f00-\u1fff",
    "hebrew": r"\u05d0-\u05ea",
    "devanagari": r"\u0900-\u097f",
    "arabic": r"\u0621-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc",
    "cyrillic": r"\u0400-\u052f",
}
_SCRIPTS = {script: re.compile(f"[{chars}]") for script, chars in _RANGES.items()}


def script_of(language: str) -> str | None:
    """Return the script in which a language of the report is written, None for any other language."""
    for script, only in SCRIPT_LANGUAGE.items():
        if language == only:
            return script
    return next((script for script, several in SCRIPT_CANDIDATES.items() if language in several), None)


def script_counts(text: str) -> dict[str, int]:
    """Return the number of letters of each script in `text`, without those that do not occur."""
    if text.isascii():
        n_letters = sum(map(str.isalpha, text))
        return {"latin": n_letters} if n_letters else {}
    counts = {script: len(pattern.findall(text)) for script, pattern in _SCRIPTS.items()}
    return {script: n for script, n in counts.items() if n}


def detect_language(text: str) -> str:
    """Return the ISO 639-1 code of the language that most of the text is in, or `und`."""
    text = text[:MAX_CHARS]
    counts = script_counts(text)
    if not counts:
        return UNDETERMINED
    # A Chinese or Japanese character says as much as three letters; a page of Japanese is half Han.
    weights = Counter({s: n * 3 if s in ("han", "kana") else n for s, n in counts.items()})
    if counts.get("kana", 0) * 10 > counts.get("han", 0) and "kana" in counts:
        weights["kana"] += weights.pop("han", 0)
    script, weight = weights.most_common(1)[0]
    if weight < MIN_LETTERS:
        return UNDETERMINED
    return SCRIPT_LANGUAGE.get(script) or _classify(text, script)


def _classify(text: str, script: str) -> str:
    (best, score), (_, second), *_ = _classifier(SCRIPT_CANDIDATES[script]).rank(text)
    return best if score - second >= MIN_MARGIN and best != DECOY else UNDETERMINED


@cache
def _classifier(languages: tuple[str, ...]) -> Any:
    classifier = copy(_model())
    classifier.set_languages(list(languages))
    return classifier


@cache
def _model() -> Any:
    # Imported here: 0.2 s, and 0.5 s for the model.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE)
