"""Why a caption is rejected, by rules: what no image has to be looked at for.

The report says "multi-stage refinement" and no more (§3.2.1); all limits are ours. Bind them with
`bind`.
"""

import re
from collections import Counter
from collections.abc import Mapping
from difflib import SequenceMatcher

from vlcorpus.filters.captions.model_talk import spoken
from vlcorpus.filters.versioned import versioned
from vlcorpus.schemas.captions.caption import CaptionedRow, CaptionRow, Facet, Tier
from vlcorpus.schemas.reasons import Reason
from vlcorpus.schemas.scripts import n_other_letters, script_counts

Limits = tuple[int, int]
# Letters; a Chinese character says as much as three. A sentence has 40 to 200.
LENGTHS = {Tier.SHORT: (12, 260), Tier.MEDIUM: (60, 900), Tier.DENSE: (150, 6000)}
FACETS = {
    Tier.SHORT: (Facet.ATTRIBUTES,),
    Tier.MEDIUM: (Facet.ATTRIBUTES, Facet.LAYOUT),
    Tier.DENSE: tuple(Facet),
}
_CHINESE_LETTERS = 3
_SCRIPTS = {"zh": "han", "en": "latin"}
_MAY_BE_ENGLISH = (None, "und", "en")
MIN_QUOTE_LETTERS = 3  # "red", or one Chinese character; "a" speaks of nothing

_WORD = re.compile(r"[\u3400-\u9fff]|[^\W\d_]+(?:['’][^\W\d_]+)?|\d+(?:[.,]\d+)*")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
# A day: it says more than a year, so that the year of another day contradicts nothing.
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DATE = re.compile(
    rf"(?:\b\d{{1,2}}(?:st|nd|rd|th)?\s+)?\b{_MONTH}\s+(?:\d{{1,2}}(?:st|nd|rd|th)?,?\s+)?\d{{4}}\b"
    r"|\b\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b|\d{4}年\d{1,2}月(?:\d{1,2}日)?"
)
_CODE = re.compile(
    r"[A-Za-z_][\w/-]*(?:[._(:][\w()]*)+|\b[A-Z][A-Za-z]*\b", re.ASCII
)  # main.py, print(, Python
_NAME = re.compile(r"(?<![.!?:\"“] )(?<!\A)\b[A-Z][a-zà-ÿ]{3,}\b")


def caption_duplicate(row: CaptionRow) -> Reason | None:
    """Another image's caption says the same and stays; `text_pairs` in the corpus has the evidence."""
    return Reason.CAPTION_DUPLICATE if row.duplicate and not row.duplicate.keep else None


def caption_empty(row: CaptionedRow) -> Reason | None:
    return None if _WORD.search(row.caption.text) else Reason.CAPTION_EMPTY


def caption_length(row: CaptionedRow, *, lengths: Mapping[Tier, Limits] = LENGTHS) -> Reason | None:
    """Outside the letters of its tier. What was taken from the source may be as short as it is."""
    low, high = lengths[row.caption.tier]
    n = n_letters(row.caption.text)
    return Reason.CAPTION_LENGTH if n > high or (row.generated and n < low) else None


def n_letters(text: str) -> int:
    """Return the length of a text in Latin letters."""
    counts = script_counts(text)
    return sum(n * (_CHINESE_LETTERS if script == "han" else 1) for script, n in counts.items())


@versioned(2)
def caption_repeats(
    row: CaptionedRow, *, n_words: int = 5, max_repeated_fraction: float = 0.2, max_run: int = 4
) -> Reason | None:
    """The same words again and again.

    `max_repeated_fraction` = 0.2 of the phrases of `n_words` = 5 words may be there before: "a man in a red
    jacket" comes twice in good captions. `max_run` = 4 equal words in a row are no language.
    """
    words = [word.casefold() for word in _WORD.findall(spoken(row.caption.text))]
    runs = any(len(set(words[i : i + max_run + 1])) == 1 for i in range(len(words) - max_run))
    phrases = Counter(tuple(words[i : i + n_words]) for i in range(len(words) - n_words + 1))
    n_phrases = sum(phrases.values())
    repeated = n_phrases - len(phrases)
    return Reason.CAPTION_REPEATS if runs or repeated > max_repeated_fraction * max(n_phrases, 5) else None


@versioned(3)
def caption_language(row: CaptionedRow, *, max_other_fraction: float = 0.15) -> Reason | None:
    """In another language than was asked for, as its words tell, or by its letters.

    `max_other_fraction` = 0.15 of the letters may be of another script than the caption's language.
    What stands between quotes is read off the image and does not count. A Chinese character counts as three
    letters, and Chinese may name things in Latin letters (Python, main.py), as long as it is the larger part.
    A text as found is in the language that was told of it.
    """
    text, lang = spoken(row.caption.text), row.caption.lang
    if lang not in _SCRIPTS:
        return None
    if lang == "en" and row.caption.text_lang not in _MAY_BE_ENGLISH:
        return Reason.CAPTION_LANGUAGE
    if not _WORD.search(text):
        text = row.caption.text
    named = 0
    if lang == "zh":
        hint = row.text.casefold()
        named = sum(map(len, _CODE.findall(text)))
        text = _CODE.sub(" ", text)
        text = re.sub(r"[A-Za-z]+", lambda word: " " if word[0].casefold() in hint else word[0], text)
    counts = script_counts(text)
    weights = {script: n * (_CHINESE_LETTERS if script == "han" else 1) for script, n in counts.items()}
    wanted, total = weights.get(_SCRIPTS[lang], 0), sum(weights.values()) + n_other_letters(text)
    foreign = total - wanted > max_other_fraction * total or named > wanted
    return Reason.CAPTION_LANGUAGE if foreign else None


def caption_lacks_facet(
    row: CaptionedRow, *, facets: Mapping[Tier, tuple[Facet, ...]] = FACETS
) -> Reason | None:
    """A facet of its tier for which the model quotes no words that are in its caption.

    Only a model is asked for quotes: what was taken from the source is as it is.
    """
    if not row.generated:
        return None
    text = row.caption.text.casefold()
    quotes = ((quote.facet, quote.text.strip().casefold()) for quote in row.caption.quotes)
    spoken = {facet for facet, words in quotes if n_letters(words) >= MIN_QUOTE_LETTERS and words in text}
    return None if spoken.issuperset(facets[row.caption.tier]) else Reason.CAPTION_LACKS_FACET


@versioned(2)
def caption_contradicts(row: CaptionedRow, *, min_similarity: float = 0.75) -> Reason | None:
    """A number or a name that is nearly, but not quite, one of the text that came with the image.

    Numbers of three digits and more that differ in one digit (1985 for 1986), and names that share
    `min_similarity` = 0.75 of their letters (Jonson for Johnson). What is not in the text may be in the
    image, so it contradicts nothing: words between quotes, a day where the text has a year, and names and
    numbers beside which the caption also has those of the text.
    """
    caption, hint = spoken(row.caption.text), row.text
    if not _DATE.search(hint):
        caption = _DATE.sub(" ", caption)
    known_numbers, known_names = set(_NUMBER.findall(hint)), set(re.findall(r"\b[A-Z][a-zà-ÿ]{3,}\b", hint))
    words = {word.casefold() for word in _WORD.findall(hint)}
    for number in set(_NUMBER.findall(caption)) - known_numbers:
        if any(_differ_by_one(number, known) for known in known_numbers if known not in row.caption.text):
            return Reason.CAPTION_CONTRADICTS
    for name in set(_NAME.findall(caption)) - known_names:
        if name.casefold() not in words and any(
            _misspelt(name, known, min_similarity) for known in known_names if known not in caption
        ):
            return Reason.CAPTION_CONTRADICTS
    return None


def _differ_by_one(a: str, b: str) -> bool:
    return len(a) == len(b) >= 3 and sum(x != y for x, y in zip(a, b, strict=True)) == 1


def _misspelt(name: str, known: str, min_similarity: float) -> bool:
    """Say whether two names are spellings of one; a plural or a possessive is none."""
    a, b = name.casefold(), known.casefold()
    inflected = a.startswith(b) or b.startswith(a)
    return a[0] == b[0] and not inflected and SequenceMatcher(None, a, b).ratio() >= min_similarity
