"""The answer to which a solution comes, and its steps."""

from __future__ import annotations

import re

from vlcorpus.stages.exercises.equivalence import option_in

_BOX = re.compile(r"\\boxed\s*\{")
_HASHES = re.compile(r"^####\s*(.+)$", re.MULTILINE)
# `The answer is 12.`, `故答案为：12．`, `答：12米`, at the end of a line.
_SAID = re.compile(
    r"(?:\b(?:final )?answer\s*(?:is|:)|(?:^|[，。；,;\s])(?:所以|故)?(?:答案(?:是|为)?|答)\s*[:：]?)"
    r"\s*([^，。；]+?)\s*[.。．]?\s*$",
    re.IGNORECASE | re.MULTILINE,
)
# "Write a complete sentence that answers the question. The interest is $90." (OpenStax)
_SENTENCE = re.compile(
    r"\bsentence\b[^.\n]*\.[^\S\n]*(\S[^\n]*)$|\bAnswer the question\.[^\S\n]*(\S[^\n]*)$", re.MULTILINE
)
_AMOUNT = re.compile(r"(?:\\\$)?\d[\d,]*(?:\.\d+)?%?")
_PART = re.compile(r"([\u24d0-\u24e9])")  # ⓐ to ⓩ
_MAX_PART_WORDS = 3  # ours: "no real solution"; what is longer gives reasons
_NUMBERED = re.compile(r"^(?:(?:step\s*)?\d+\s*[.):：、]\s+|[-*•]\s+|解\s*[:：]\s*)", re.IGNORECASE)
_CALCULATION = re.compile(r"<<[^<>]*>>")  # GSM8K's notes for a calculator


def stated_answer(solution: str) -> str | None:
    """Return the answer that a solution marks as such, in a box, behind `####`, or as an option's letter."""
    if boxed := _boxed(solution):
        return boxed[-1]
    if found := _HASHES.findall(solution):
        return str(found[-1]).strip()
    return option_in(solution)


def final_answer(solution: str) -> str | None:
    """Return the answer that a solution marks, else what its last lines call the answer."""
    if (stated := stated_answer(solution)) is not None:
        return stated
    if found := _SAID.findall(solution):
        return str(found[-1]).strip()
    sentences = [one or other for one, other in _SENTENCE.findall(solution)]
    return _amount(sentences[-1].strip()) if sentences else None


def answer_in_parts(question: str, solution: str) -> str | None:
    """Return a solution that answers each part of a question, ⓐ, ⓑ …, in a few words; None for any other."""
    before, *rest = _PART.split(solution)
    marks, answers = rest[::2], [answer.strip() for answer in rest[1::2]]
    wanted = list(dict.fromkeys(_PART.findall(question)))
    if before.strip() or not wanted or marks != wanted:
        return None
    if not all(answer and len(answer.split()) <= _MAX_PART_WORDS for answer in map(_as_words, answers)):
        return None
    return "; ".join(f"{mark} {answer.rstrip(' .;')}" for mark, answer in zip(marks, answers, strict=True))


def _as_words(text: str) -> str:
    """Return a text with a word for each of its formulas."""
    return re.sub(r"(?<!\\)\$[^$]*\$", "F", text)


def _amount(sentence: str) -> str:
    """Return the one number of a sentence; the sentence, where it has several."""
    amounts = _AMOUNT.findall(sentence)
    return amounts[0] if len(amounts) == 1 and sentence == _as_words(sentence) else sentence


def steps_of(solution: str) -> list[str]:
    """Return the steps of a solution in their order: its lines, without numbers and what is said of them."""
    text = _HASHES.sub("", _CALCULATION.sub("", solution))
    lines = (line.strip() for line in re.split(r"\n+|(?<=[。；])", text))
    steps = [_NUMBERED.sub("", line) for line in lines]
    return [step for step in steps if re.search(r"[^\W_]", step)]


def _boxed(text: str) -> list[str]:
    """Return what stands in boxes, whose braces may hold others."""
    found = []
    for begin in _BOX.finditer(text):
        depth, at = 1, begin.end()
        while at < len(text) and depth:
            depth += {"{": 1, "}": -1}.get(text[at], 0) if text[at - 1] != "\\" else 0
            at += 1
        if not depth:
            found.append(text[begin.end() : at - 1].strip())
    return found
