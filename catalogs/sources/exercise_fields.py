"""Which fields of a record are the question, the options, the answer, the solution and the pictures.

The names are those that published sets of exercises use (GSM8K, AQuA, TAL-SCQ, GaoKao-Bench, ScienceQA, ARC,
MATH, NuminaMath, Geometry3K, MM-Math and their like), without regard to case; of several the first is taken.
"""

from __future__ import annotations

import re

from vlcorpus.catalogs.sources.pair_text import named

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
