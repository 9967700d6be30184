"""Which solutions are worth learning from: in one language, that of the exercise, and without going round.

Source: Qwen3-VL report §3.2.8, which drops reasoning that mixes languages or repeats itself. The rules are
ours; what is nothing but formulas has no language.
"""

import re
from collections import Counter

from vlcorpus.schemas.exercises.exercise import Exercise
from vlcorpus.schemas.reasons import Reason
from vlcorpus.schemas.scripts import script_counts, script_of

_FORMULA = re.compile(r"(?<!\\)\$(?:[^$\\]|\\.)*\$|\\[A-Za-z]+")
_NAME = re.compile(r"(?<![A-Za-z])[A-Z]{1,5}(?![A-Za-z])|(?<![A-Za-z])[a-z](?![A-Za-z])")  # points, variables
_WORD = re.compile(r"(?<!\\)\$(?:[^$\\]|\\.)*\$|\w+|[^\s\w]")  # a formula is one word
_HAN_LETTERS = 3  # a Chinese character says as much as three letters


def solution_mixes_languages(
    row: Exercise, *, max_other_fraction: float = 0.2, min_letters: int = 12
) -> Reason | None:
    """`max_other_fraction` = 0.2 of the letters may be of another script: units, names of theorems.

    `min_letters` = 12 letters of another script are a sentence; fewer are a word. Both ours.
    """
    script = script_of(row.lang)
    if script is None or not row.steps:
        return None
    text = _NAME.sub(" ", _FORMULA.sub(" ", "\n".join(row.steps)))
    weights = {found: n * (_HAN_LETTERS if found == "han" else 1) for found, n in script_counts(text).items()}
    other = sum(n for found, n in weights.items() if found != script)
    mixes = other >= min_letters and other > max_other_fraction * sum(weights.values())
    return Reason.SOLUTION_MIXES_LANGUAGES if mixes else None


def solution_repeats(
    row: Exercise, *, n_words: int = 12, max_repeated_fraction: float = 0.3
) -> Reason | None:
    """`max_repeated_fraction` = 0.3 of the phrases of `n_words` = 12 words may be there before, ours.

    A solution does the same to several cases in the same words; of one that goes round most comes twice.
    """
    words = _WORD.findall("\n".join(row.steps).casefold())
    phrases = Counter(tuple(words[i : i + n_words]) for i in range(len(words) - n_words + 1))
    n_phrases = sum(phrases.values())
    repeated = n_phrases - len(phrases)
    is_loop = repeated > max_repeated_fraction * max(n_phrases, 2 * n_words)
    return Reason.SOLUTION_REPEATS if is_loop else None
