"""Why a caption is rejected, by rules: what no image has to be looked at for.

The report says "multi-stage refinement" and no more (§3.2.1); all limits are ours. Bind them with
`bind`.
"""

import re
from collections import Counter
from collections.abc import Mapping
from difflib import SequenceMatcher

from vlcorpus.schemas.captions.caption import CaptionedRow, CaptionRow, Facet, Tier
from vlcorpus.schemas.reasons import Reason
from vlcorpus.schemas.scripts import script_counts

Limits = tuple[int, int]
# Letters; a Chinese character says as much as three. A sentence has 40 to 200.
LENGTHS = {Tier.SHORT: (12, 260), Tier.MEDIUM: (60, 900), Tier.DENSE: (150, 6000)}
FACETS = {
    Tier.SHORT: (Facet.ATTRIBUTES,),
    Tier.MEDIUM: (Facet.ATTRIBUTES, Facet.LAYOUT),
    Tier.DENSE: tuple(Facet),
}
_CHINESE_LETTERS = 3
MIN_QUOTE_LETTERS = 3  # "red", or one Chinese character; "a" speaks of nothing

_REFUSAL = re.compile(
    r"\b(?:I(?:'m| am) (?:sorry|unable|not able)|I (?:can(?:no|')t|could not|won't) (?:\w+ )?"
    r"(?:assist|help|see|view|describe|identify|process|provide)|as an AI\b|as a language model)"
    r"|抱歉|对不起|无法(?:查看|识别|描述|提供)|作为(?:一个)?(?:AI|人工智能|语言模型)",
    re.I,
)
_PROMPT = re.compile(
    r"\b(?:alt[- ]text|the (?:provided|given|accompanying|original) (?:text|caption|hint)|</?text>"
    r"|(?:text|caption) (?:that )?(?:came|comes) with)|附(?:带|有)的文字|原文|提供的文字|网页上的文字",
    re.I,
)
_WORD = re.compile(r"[\u3400-\u9fff]|[^\W\d_]+(?:['’][^\W\d_]+)?|\d+(?:[.,]\d+)*")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_NAME = re.compile(r"(?<![.!?:\"“] )(?<!\A)\b[A-Z][a-zà-ÿ]{3,}\b")


def caption_duplicate(row: CaptionRow) -> Reason | None:
    """Another image's caption says the same and stays; `text_pairs` in the corpus has the evidence."""
    return Reason.CAPTION_DUPLICATE if row.duplicate and not row.duplicate.keep else None


def caption_empty(row: CaptionedRow) -> Reason | None:
    return None if _WORD.search(row.caption.text) else Reason.CAPTION_EMPTY


def caption_refuses(row: CaptionedRow) -> Reason | None:
    return Reason.CAPTION_REFUSES if _REFUSAL.search(row.caption.text) else None


def caption_tells_prompt(row: CaptionedRow) -> Reason | None:
    return Reason.CAPTION_TELLS_PROMPT if _PROMPT.search(row.caption.text) else None


def caption_length(row: CaptionedRow, *, lengths: Mapping[Tier, Limits] = LENGTHS) -> Reason | None:
    """Outside the letters of its tier. What was taken from the source may be as short as it is."""
    low, high = lengths[row.caption.tier]
    n = n_letters(row.caption.text)
    return Reason.CAPTION_LENGTH if n > high or (row.generated and n < low) else None


def n_letters(text: str) -> int:
    """Return the length of a text in Latin letters."""
    counts = script_counts(text)
    return sum(n * (_CHINESE_LETTERS if script == "han" else 1) for script, n in counts.items())


def caption_repeats(
    row: CaptionedRow, *, n_words: int = 5, max_repeated_fraction: float = 0.2, max_run: int = 4
) -> Reason | None:
    """The same words again and again.

    `max_repeated_fraction` = 0.2 of the phrases of `n_words` = 5 words may be there before: "a man in a red
    jacket" comes twice in good captions. `max_run` = 4 equal words in a row are no language.
    """
    words = [word.casefold() for word in _WORD.findall(row.caption.text)]
    runs = any(len(set(words[i : i + max_run + 1])) == 1 for i in range(len(words) - max_run))
    phrases = Counter(tuple(words[i : i + n_words]) for i in range(len(words) - n_words + 1))
    n_phrases = sum(phrases.values())
    repeated = n_phrases - len(phrases)
    return Reason.CAPTION_REPEATS if runs or repeated > max_repeated_fraction * max(n_phrases, 5) else None


def caption_language(row: CaptionedRow, *, max_other_fraction: float = 0.15) -> Reason | None:
    """`max_other_fraction` = 0.15 of the letters may be of another script: names and signs that are read.

    Chinese may hold more Latin than that where the text that came with the image has it too.
    """
    counts = script_counts(row.caption.text)
    total = sum(counts.values())
    wanted = counts.get("han" if row.caption.lang == "zh" else "latin", 0)
    if row.caption.lang == "zh":
        hint = row.text.casefold()
        names = {word for word in re.findall(r"[A-Za-z]+", row.caption.text) if word.casefold() in hint}
        wanted += sum(len(name) * row.caption.text.count(name) for name in names)
    return Reason.CAPTION_LANGUAGE if total - wanted > max_other_fraction * total else None


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


def caption_contradicts(row: CaptionedRow, *, min_similarity: float = 0.75) -> Reason | None:
    """A number or a name that is nearly, but not quite, one of the text that came with the image.

    Numbers of three digits and more that differ in one digit (1985 for 1986), and names that share
    `min_similarity` = 0.75 of their letters (Jonson for Johnson). What is not in the text may be in the
    image, so it contradicts nothing; numbers and names that the text itself has both of are left alone.
    """
    caption, hint = row.caption.text, row.text
    known_numbers, known_names = set(_NUMBER.findall(hint)), set(re.findall(r"\b[A-Z][a-zà-ÿ]{3,}\b", hint))
    words = {word.casefold() for word in _WORD.findall(hint)}
    for number in set(_NUMBER.findall(caption)) - known_numbers:
        if any(_differ_by_one(number, known) for known in known_numbers):
            return Reason.CAPTION_CONTRADICTS
    for name in set(_NAME.findall(caption)) - known_names:
        if name.casefold() not in words and any(
            _misspelt(name, known, min_similarity) for known in known_names
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
