"""The language of a text: its script first, then a classifier restricted to the languages of the report.

Source: docs/formats.md §5.2; py3langid 0.4 (BSD-3-Clause).
"""

import mmap
import tempfile
from collections import Counter
from copy import copy
from functools import cache
from typing import Any

from vlcorpus.schemas.scripts import SCRIPT_CANDIDATES, SCRIPT_LANGUAGE, script_counts

UNDETERMINED = "und"  # ISO 639-2
MAX_CHARS = 2000  # ours: a page's opening tells its language; 0.4 ms
MIN_LETTERS = 20  # ours: letters below which the classifier guesses
MIN_MARGIN = 4.0  # ours: difference of the two best languages' log scores; names and numbers stay below it
DECOY = "la"  # Latin is none of them, but filler text and names of species are often Latin


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
    """Return the classifier of the scripts' candidates, without the 24 MB of other languages' weights."""
    # Imported here: 0.2 s, and 0.5 s for the model.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    model = LanguageIdentifier.from_model_file(MODEL_FILE)
    model.set_languages(sorted(set().union(*SCRIPT_CANDIDATES.values())))
    moves = _on_disk(model.tk_nextmove)
    return LanguageIdentifier(
        model.nb_ptc, model.nb_pc, model.nb_classes, moves, model.tk_output, tk_row=model.tk_row
    )


def _on_disk(values: Any) -> memoryview:
    """Return an array in a file without a name: of its 39 MB, text of one language looks at half."""
    with tempfile.TemporaryFile() as file:
        values.tofile(file)
        file.flush()
        return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)).cast(values.typecode)
