"""Scripts, the languages of the report that are written in them, and the letters of a text in each.

Languages: Chinese, English and the others that Alibaba's table of the Qwen3-VL series names, as far as
py3langid knows them (Cebuano it does not). Source: docs/formats.md §5.2.
"""

import re

# Scripts that only one of the languages uses
SCRIPT_LANGUAGE = {
    "hangul": "ko",
    "kana": "ja",
    "thai": "th",
    "greek": "el",
    "hebrew": "he",
    "devanagari": "hi",
}
# Scripts that several of them share: a classifier decides among these only
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
_NAMED = re.compile(f"[{''.join(_RANGES.values())}]")


def script_of(language: str) -> str | None:
    """Return the script in which a language of the report is written, None for any other language."""
    for script, only in SCRIPT_LANGUAGE.items():
        if language == only:
            return script
    return next((script for script, several in SCRIPT_CANDIDATES.items() if language in several), None)


def n_other_letters(text: str) -> int:
    """Return how many letters of `text` are of no script that is named here: Bengali, Armenian, Khmer …"""
    return 0 if text.isascii() else sum(char.isalpha() and not _NAMED.match(char) for char in text)


def script_counts(text: str) -> dict[str, int]:
    """Return the number of letters of each script in `text`, without those that do not occur."""
    if text.isascii():
        n_letters = sum(map(str.isalpha, text))
        return {"latin": n_letters} if n_letters else {}
    counts = {script: len(pattern.findall(text)) for script, pattern in _SCRIPTS.items()}
    return {script: n for script, n in counts.items() if n}
