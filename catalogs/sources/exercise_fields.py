"""Which fields of a record are the question, the options, the answer, the solution and the pictures.

The names are those that published sets of exercises use (GSM8K, AQuA, TAL-SCQ, GaoKao-Bench, ScienceQA, ARC,
MATH, NuminaMath, Geometry3K, MM-Math and their like), without regard to case; of several the first is taken.
"""

from __future__ import annotations

import re
from typing import Any

from vlcorpus.catalogs.sources.pair_text import named
from vlcorpus.schemas.errors import Reject
from vlcorpus.schemas.exercises.options import LETTERS, split_options
from vlcorpus.schemas.reasons import Reason

NAMES: dict[str, tuple[str, ...]] = {
    "question": (
        *("question", "problem", "problem_text", "question_text", "query", "instruction", "prompt", "input"),
        *("stem", "content", "question_body", "题目", "题干", "问题"),
    ),
    "options": ("options", "choices", "answer_option_list", "option", "选项"),
    "answer": (
        *("answer", "correct", "answer_value", "golden", "gold", "answerkey", "answer_key", "final_answer"),
        *("correct_answer", "correct_option", "ground_truth", "gt", "label", "target", "答案"),
    ),
    "solution": (
        *("solution", "rationale", "answer_analysis", "analysis", "explanation", "detailed_solution"),
        *("reasoning", "answer_detail", "steps", "解析", "解答"),
    ),
    "images": (
        *("images", "image", "image_path", "image_paths", "figure", "figures", "picture", "img", "diagram"),
        *("image_file", "img_path", "图片"),
    ),
}
# A text between which and the question there is nothing but a line: what the question speaks of.
CONTEXT_NAMES = ("context", "passage", "body", "hint")
_NUMBERED_IMAGE = re.compile(r"image_?(\d+)", re.IGNORECASE)  # MMMU's columns: image_1, image_2 …
_LETTER = re.compile(r"[(（]?([A-Z])[)）.．:：、]?")
_LETTERED = re.compile(r"\s*[(（]?([A-Z])\s*[)）.．:：、]\s*(.*)", re.DOTALL)


def exercise_columns(names: tuple[str, ...], chosen: dict[str, str | None]) -> dict[str, str]:
    """Return which column is for what, by what the user chose and else by their names."""
    found: dict[str, str] = {}
    for use, wanted in NAMES.items():
        left = [name for name in names if name not in found.values()]
        column = chosen.get(use) or named(left, wanted)
        if column is not None:
            found[use] = column
    return found


def is_numbered_image(name: str) -> bool:
    return _NUMBERED_IMAGE.fullmatch(name) is not None


def texts_of(value: Any) -> list[str]:
    """Return the texts of a value, which may be a list of them, at any depth."""
    if value is None:
        return []
    if isinstance(value, list | tuple):
        return [text for one in value for text in texts_of(one)]
    return [value if isinstance(value, str) else _number(value)]


def options_of(value: Any) -> list[str]:
    """Return the texts of options in the order of their letters, without these.

    They may be a list of texts (`A)21` or `21`), of objects with a letter and a text, an object by letters,
    the two lists of `datasets` (`label`, `text`), or one text in which letters begin each.
    """
    match value:
        case None | "" | []:
            return []
        case {"label": list(letters), "text": list(texts)}:
            return [text for _, text in sorted(zip(map(str, letters), map(str, texts), strict=True))]
        case dict() if all(_LETTER.fullmatch(str(name).strip()) for name in value):
            return [_number(value[name]) for name in sorted(value) if value[name] is not None]
        case dict():
            return [_of_object(value)]
        case list() | tuple():
            return [_without_letter(text, n) for n, text in enumerate(_flat(value))]
    return split_options(str(value))[1]


def answer_of(value: Any, options: list[str]) -> str:
    """Return the answer as a text; of options their letters, `A, C` for several.

    Raises Reject answer_ambiguous for a number that is an option's text and another option's index.
    """
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


def _by_index(index: int, options: list[str]) -> str:
    as_text = [n for n, option in enumerate(options) if option.strip(" $") == str(index)]
    if as_text and as_text != [index]:
        raise Reject(Reason.ANSWER_AMBIGUOUS, f"answer {index} is an option and the index of another")
    return LETTERS[index] if 0 <= index < len(options) else str(index)


def _letters(text: str, n_options: int) -> str:
    """Return the letters that a text is made of: `B`, `(C)`, `ACD`, `A, C`; empty where it is no such."""
    bare = re.sub(r"[\s,，、;；()（）.．]", "", text)
    return bare if bare and set(bare) <= set(LETTERS[:n_options]) and len(set(bare)) == len(bare) else ""


def _flat(values: Any) -> list[str]:
    flat: list[str] = []
    for value in values:
        if isinstance(value, list | tuple):
            flat += _flat(value)
        else:
            flat.append(_of_object(value) if isinstance(value, dict) else _number(value))
    return flat


def _of_object(value: dict[str, Any]) -> str:
    """Return the text of an object that is one option: the longest of its texts, for the others are codes."""
    return max((text for text in value.values() if isinstance(text, str)), key=len, default="")


def _without_letter(text: str, index: int) -> str:
    found = _LETTERED.fullmatch(text)
    return (found[2] if found and found[1] == LETTERS[index] else text).strip()


def _number(value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)
