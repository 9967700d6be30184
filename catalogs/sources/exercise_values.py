"""The values of an exercise's fields, in the layouts of published sets: its texts, options and answer.

What may mean several things is a reject: a wrong option is worse than none.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Any

from vlcorpus.catalogs.sources.pair_text import named
from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.exercises.options import LETTERS, split_options
from vlcorpus.schemas.reasons import Reason

# What an object that stands for a text calls it, and the letter of one that is an option.
_TEXT_NAMES = ("text", "content", "value", "option", "choice", "answer", "answer_text")
_LETTER_NAMES = ("label", "aoval", "letter", "key", "id")
_LETTER = re.compile(r"[(（]?([A-Z])[)）.．:：、]?")
_LETTERED = re.compile(r"\s*[(（]?([A-Z])\s*[)）.．:：、]\s*(.*)", re.DOTALL)


def texts_of(value: Any) -> list[str]:
    """Return the texts of a value, which may be a list of them, at any depth.

    Raises Reject text_not_a_string for an object of which nobody says what in it is the text.
    """
    return [_text(one) for one in _flat(value) if one is not None]


def options_of(value: Any) -> list[str]:
    """Return the texts of options in the order of their letters, without these.

    They may be a list of texts (`A)21` or `21`), of objects with a letter and a text, an object by letters,
    the two lists of `datasets` (`label`, `text`), a list as Python writes it, or one text of lines, or in
    which letters begin each. Raises Reject: question_incomplete, text_not_a_string.
    """
    match value:
        case None | "" | []:
            return []
        case {"label": list(letters), "text": list(texts)}:
            return _by_letters(letters, texts)
        case dict() if all(_LETTER.fullmatch(str(name).strip()) for name in value):
            return _by_letters(list(value), list(value.values()))
        case list() | tuple():
            return _of_list(list(_flat(value)))
        case str():
            return _of_text(value.strip())
    raise Reject(Reason.TEXT_NOT_A_STRING, f"{type(value).__name__} stands for the options")


def answer_of(value: Any, options: list[str]) -> str:
    """Return the answer as a text; of options their letters, `A, C` for several. A number counts from 0.

    Raises Reject: answer_ambiguous for a number that is an option's text and another option's index;
    text_not_a_string.
    """
    if options and isinstance(value, dict) and (name := named(value, _LETTER_NAMES)):
        value = _letter(value[name]) or value
    texts = [text.strip() for text in texts_of(value) if text.strip()]
    if not options:
        return "\n".join(texts)
    if isinstance(value, int) and not isinstance(value, bool):
        return _by_index(value, options)
    letters = [_letters(text, len(options)) for text in texts]
    if texts and all(letters):
        return ", ".join(sorted({letter for found in letters for letter in found}))
    if len(texts) == 1 and options.count(texts[0]) == 1:
        return LETTERS[options.index(texts[0])]
    return "\n".join(texts)


def _by_letters(letters: list[Any], values: list[Any]) -> list[str]:
    """Return texts in the order of their letters; a table has nulls for the last ones, where it has fewer."""
    if len(letters) != len(values):
        detail = f"{len(letters)} letters stand for {len(values)} options"
        raise Reject(Reason.QUESTION_INCOMPLETE, detail)
    found = dict(zip(map(_letter, letters), values, strict=True))
    names = sorted(found)
    if "".join(names) != LETTERS[: len(letters)]:
        raise Reject(
            Reason.QUESTION_INCOMPLETE, f"its options are called {', '.join(map(str, letters))}"[:200]
        )
    while names and found[names[-1]] is None:
        names.pop()
    return [_text(found[name]) for name in names]


def _of_list(values: list[Any]) -> list[str]:
    """Return the texts of a list; of objects that all have letters, in the order of these."""
    if values and all(isinstance(value, dict) for value in values):
        names = [named(value, _LETTER_NAMES) for value in values]
        letters = [value[name] if name else None for value, name in zip(values, names, strict=True)]
        if all(_letter(letter) for letter in letters):
            return _by_letters(letters, values)
    return [_without_letter(_text(value), n) for n, value in enumerate(values)]


def _of_text(text: str) -> list[str]:
    if text.startswith("["):
        try:
            written = ast.literal_eval(text)
        except (ValueError, SyntaxError, RecursionError, MemoryError):
            written = None  # a text that begins so, and no list
        if isinstance(written, list) and all(isinstance(one, str | int | float) for one in written):
            return _of_list(written)
    if options := split_options(text)[1]:
        return options
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) < 2:
        raise Reject(Reason.QUESTION_INCOMPLETE, f"its options are one text: {text[:100]!a}")
    return lines


def _letter(name: Any) -> str:
    found = _LETTER.fullmatch(str(name).strip())
    return found[1] if found else ""


def _by_index(index: int, options: list[str]) -> str:
    as_text = [n for n, option in enumerate(options) if option.strip(" $") == str(index)]
    if as_text and as_text != [index]:
        raise Reject(Reason.ANSWER_AMBIGUOUS, f"answer {index} is an option and the index of another")
    return LETTERS[index] if 0 <= index < len(options) else str(index)


def _letters(text: str, n_options: int) -> str:
    """Return the letters that a text is made of: `B`, `(C)`, `ACD`, `A, C`; empty where it is no such."""
    bare = re.sub(r"[\s,，、;；()（）.．]", "", text)
    return bare if bare and set(bare) <= set(LETTERS[:n_options]) and len(set(bare)) == len(bare) else ""


def _flat(value: Any) -> Iterator[Any]:
    if isinstance(value, list | tuple):
        for one in value:
            yield from _flat(one)
    else:
        yield value


def _text(value: Any) -> str:
    """Return the text of a value; of an object that of its field which is called so."""
    if isinstance(value, dict):
        name = named(value, _TEXT_NAMES)
        value = value[name] if name else value
    if isinstance(value, dict | list | bytes):
        fields = f" of {', '.join(map(str, value))[:100]}" if isinstance(value, dict) else ""
        raise Reject(Reason.TEXT_NOT_A_STRING, f"{type(value).__name__}{fields} stands for a text")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None or value != value else str(value)  # NaN is what pandas writes for nothing


def _without_letter(text: str, index: int) -> str:
    found = _LETTERED.fullmatch(text)
    return (found[2] if found and found[1] == LETTERS[index] else text).strip()
