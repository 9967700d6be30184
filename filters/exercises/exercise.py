"""Which exercises are whole: something is asked, nothing of it is gone, and there is an answer.

Source: Qwen3-VL report §3.2.8, which drops corrupted images, irrelevant content, incomplete and wrong
answers. The rules are ours.
"""

import re

from vlcorpus.filters.versioned import versioned
from vlcorpus.schemas.exercises.exercise import AnswerKind, Exercise
from vlcorpus.schemas.exercises.markup import IMAGE
from vlcorpus.schemas.exercises.options import LETTERS
from vlcorpus.schemas.reasons import Reason

_FIGURE = re.compile(
    r"\b(?:(?:shown|given|seen|drawn|depicted|pictured|illustrated|displayed) (?:in|on|by) (?:the|this|each) "
    r"(?:figure|diagram|picture|image|graph|drawing|chart|map|illustration|photo)"
    r"|(?:figure|diagram|picture|image|graph|chart|drawing) (?:above|below|shows|is shown)"
    r"|(?:figure|diagram|picture|image|graph|chart|drawing) on the (?:left|right)"
    r"|(?:as|is|are) shown (?:above|below|here)|as shown\b|(?:see|in) the (?:figure|diagram|picture))"
    r"|如(?:下|右|左|上)?图|(?:下|右|左|上)图|图中|图示|图所示|\[asy\]",
    re.IGNORECASE,
)
# What is no exercise: the site around it speaks.
_SITE = re.compile(
    r"https?://|www\.|扫码|二维码|公众号|下载(?:app|文档|试卷)|登录后|点击(?:查看|下载)|版权所有|解压密码"
    r"|\b(?:subscribe|sign up|log in|download the app|all rights reserved|click here|cookie policy)\b",
    re.IGNORECASE,
)
_ENDS_OPEN = re.compile(r"(?:[,，、:]|\b(?:the|a|an|of|and|or|is the|to|with))$")
# What asks for one of the options: a question's words, or the blank that the option fills.
_ASKS = re.compile(
    r"[?？]|____|\((?:\s|\\quad)*\)|\b(?:which|what|how|whether|who|whose|when|where|why|find|choose|select|true|false|correct)\b"
    r"|[哪几何谁]|多少|什么|下列|以下|下面|正确|错误|[是为有等于]\s*[:：．.。]?\s*$|\.{3}$|…$",
    re.IGNORECASE,
)
_NO_ANSWER = re.compile(
    r"(?:略|无|暂无|见解析|<\s?image>|answers? (?:will|may) vary|n/?a|nan|none|null|-+|\?+"
    r"|see (?:the )?(?:solution|explanation))?[.。\s]*",
    re.IGNORECASE,
)


def question_irrelevant(row: Exercise, *, min_chars: int = 8) -> Reason | None:
    """`min_chars` = 8, ours: letters, digits and signs of a formula; `Solve $x+1=2$` has twelve."""
    n_chars = sum(not char.isspace() for char in row.statement.replace(IMAGE, ""))
    is_short = n_chars < (min_chars if row.lang != "zh" else min_chars // 2) and not row.figures
    return Reason.QUESTION_IRRELEVANT if is_short or _SITE.search(row.statement) else None


@versioned(2)
def question_incomplete(row: Exercise) -> Reason | None:
    text = row.statement.replace(IMAGE, "")
    is_cut = (
        len(re.findall(r"(?<!\\)\$", text)) % 2
        or text.count(r"\begin{") != text.count(r"\end{")
        or (row.options and not _ASKS.search(text))
        or (_ENDS_OPEN.search(text.rstrip()) and not row.options)
        or "\ufffd" in text
    )
    lacks_option = row.options and (len(row.options) < 2 or not all(row.options))
    repeats_option = len(set(row.options)) < len(row.options)
    is_without = not row.options and not row.figures and _is_letter_of_nothing(row)
    return Reason.QUESTION_INCOMPLETE if is_cut or lacks_option or repeats_option or is_without else None


def _is_letter_of_nothing(row: Exercise) -> bool:
    """Say whether the answer is a letter of which the statement does not speak: its options are gone."""
    is_letter = re.fullmatch(f"[{LETTERS[:8]}]", row.answer) is not None
    return is_letter and not re.search(rf"(?<![A-Za-z]){row.answer}(?![A-Za-z])", row.statement)


def figure_missing(row: Exercise) -> Reason | None:
    n_named = row.statement.count(IMAGE)
    lacks = n_named > len(row.figures) or (not row.figures and _FIGURE.search(row.statement))
    return Reason.FIGURE_MISSING if lacks else None


def answer_missing(row: Exercise) -> Reason | None:
    is_none = _NO_ANSWER.fullmatch(row.answer) or IMAGE in row.answer
    return Reason.ANSWER_MISSING if is_none else None


def answer_not_an_option(row: Exercise) -> Reason | None:
    if not row.options:
        return None
    known = set(LETTERS[: len(row.options)])
    is_one = row.answer_kind == AnswerKind.OPTION and set(row.answer.split(", ")) <= known
    return None if is_one else Reason.ANSWER_NOT_AN_OPTION


def answer_ambiguous(row: Exercise, *, max_chars: int = 120) -> Reason | None:
    """`max_chars` = 120, ours: a longer answer in words is an essay, and nobody can compare it."""
    is_long = row.answer_kind == AnswerKind.WORDS and len(row.answer) > max_chars
    return Reason.ANSWER_AMBIGUOUS if is_long else None
