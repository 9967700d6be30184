"""Texts of exercises in one notation: formulas in LaTeX between `$`, plain signs, blanks as `____`."""

from __future__ import annotations

import re
import unicodedata

_DISPLAY = re.compile(r"(?<!\\)\$\$(.+?)(?<!\\)\$\$", re.DOTALL)  # many sets write every formula so
_PARENTHESES = re.compile(r"\\\((.+?)\\\)", re.DOTALL)
_BRACKETS = re.compile(r"\\\[(.+?)\\\]", re.DOTALL)
_FORMULA = re.compile(r"(?<!\\)\$((?:[^$\\]|\\.)*)\$", re.DOTALL)
_DOLLAR = re.compile(r"(?<!\\)\$(?=\d)")
_SUM = re.compile(
    r"\d[\d,]*(?:\.\d+)?(?=[\s.,;?!)])(?:[^$\\]*\s)?(?:[a-z]{2,}\s+(?:\d+\s+)?[a-z]{2,}|(?<=[.?!]\s)[a-z]{2,},?\s*$)",
    re.IGNORECASE,
)
_WIDE = re.compile(r"[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff0b\uff0d\uff1d\uff05]+")  # ０Ａａ＋－＝％
_BLANK = re.compile(
    r"\\uline\{[~\s]*\}?|(?:\\?_\s?){2,}|\\underline\{(?:\\q?quad|\\hspace\{[^}]*\}|[~\s])*\}"
)
# A blank that a set has lost: the sentence ends where it stood.
_UNIT_ALONE = r"\$\s*(?:\\(?:text|mathrm)\{)?(?:[cdkm]m|kg)(?:\^\{?[23]\}?)?\}?\s*\$"
_LOST_BLANK = re.compile(
    r"(?:(?<= is)|(?<= are)|(?<= be)|(?<= by)|(?<= of)|(?<= to)|(?<=[是为])|(?<==\$))"
    rf"\s*(?=(?:{_UNIT_ALONE})?[.。．]\s*$)"
)
_EMPTY_PARENTHESES = re.compile(r"\\left\(\s*\\right\)|[(（](?:\\quad|\\qquad|[\s~\u3000])*[)）]")
_SAME = (
    (re.compile(r"\\[dt]frac(?![A-Za-z])"), r"\\frac"),
    (re.compile(r"\\(?:vartriangle|bigtriangleup)(?![A-Za-z])"), r"\\triangle"),
    (re.compile(r"\\leqslant(?![A-Za-z])"), r"\\leq"),
    (re.compile(r"\\geqslant(?![A-Za-z])"), r"\\geq"),
    (re.compile(r"\{\{([^{}]*)\}\}"), r"{\1}"),
    (re.compile(r"\\textgreater(?:\{\}|(?![A-Za-z]))"), ">"),
    (re.compile(r"\\textless(?:\{\}|(?![A-Za-z]))"), "<"),
    (re.compile(r"\\textasciitilde(?:\{\}|(?![A-Za-z]))"), " "),
    (re.compile("\u2212"), "-"),
    (re.compile(r"(?:\\textbackslash(?:\{\})?\s*)+(?=\\[#%&_$])"), ""),
    (re.compile(r"(?:\\textbackslash(?:\{\})?\s*)+"), r"\\quad "),  # of `\ `, a space
    (re.compile(r"\\_(?=\{)"), "_"),
    (re.compile(r"\\overset\{[–—-]\}\{([^{}]*)\}"), r"\\overline{\1}"),  # MathML's bar over a digit
)
# What TeX writes for plain words, outside of formulas.
_TEX_WORDS = re.compile(r"\\(?:textbf|textit|emph|text)\{([^{}]*)\}")
_ESCAPED = re.compile(r"\\([#%&])|\\textasciitilde")
_DOTS = re.compile(r"\\(?:ldots|cdots|dots)(?![A-Za-z])")
_APOSTROPHE = re.compile(r"\\textquotesingle(?:\{\})?(?:\s+(?=(?:s|t|re|ve|ll|d|m)\b))?")
_BLANK_OF_TILDES = re.compile(r"(?<=[(（])\s*\$(?:\\textasciitilde(?:\{\})?|[~\s])+\$\s*(?=[)）])")
# A formula that stands alone, and without its `$`: TeX, and no word beside it.
_TEX = re.compile(r"\\[A-Za-z]|\^")
_TEX_TEXTS = re.compile(r"\\(?:text|mathrm|operatorname|begin|end)\s*\{[^{}]*\}|\\[A-Za-z]+")
_NO_FORMULA = re.compile(r"[A-Za-z]{2,}|[^\W\d_A-Za-z]|\$")
_FONTS = re.compile(r"\\(?:text(?:bf|it)|emph|boxed|[(\[])")
_QUOTES = (("``", "“"), ("''", "”"))
_SPACES = re.compile(r"[ \t\u3000]+")


def in_one_notation(text: str) -> str:
    """Return the text as every exercise has it."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
    for found in (_DISPLAY, _PARENTHESES, _BRACKETS):
        text = found.sub(lambda m: f"${m[1].strip()}$", text)
    text = _WIDE.sub(lambda m: unicodedata.normalize("NFKC", m[0]), text)
    text = _with_money(_BLANK.sub("____", _BLANK_OF_TILDES.sub(" ", text)))
    parts = _FORMULA.split(text)
    parts[::2] = map(_words, parts[::2])
    parts[1::2] = [f"${latex}$" if (latex := _formula(part)) else " " for part in parts[1::2]]
    text = "\n".join(_SPACES.sub(" ", line).strip() for line in "".join(parts).split("\n"))
    return _LOST_BLANK.sub(" ____", text).strip()


def with_dollars(text: str) -> str:
    """Return a formula in TeX between `$`, where it stands alone and has none; any other text as it is."""
    if not _TEX.search(text) or _FONTS.search(text) or _NO_FORMULA.search(_TEX_TEXTS.sub(" ", text)):
        return text
    return f"${text.strip()}$"


def _with_money(text: str) -> str:
    """Return the text with `\\$` for the dollars of sums: between two of them stand words, and no formula."""
    at = 0
    while found := _FORMULA.search(text, at):
        if _SUM.match(found[1]):
            text = f"{text[: found.start()]}\\{text[found.start() :]}"
            at = found.start() + 2
        else:
            at = found.end()
    return text[:at] + _DOLLAR.sub(r"\\$", text[at:])  # one that is left over has no second


def _words(text: str) -> str:
    text = _APOSTROPHE.sub("'", _DOTS.sub("…", _TEX_WORDS.sub(r"\1", text)))
    text = _ESCAPED.sub(lambda m: m[1] or " ", text).replace("~", " ").replace("\\/", "")
    for straight, curly in _QUOTES:
        text = text.replace(straight, curly)
    return _EMPTY_PARENTHESES.sub("( )", text)


def _formula(latex: str) -> str:
    latex = _EMPTY_PARENTHESES.sub("(\\\\quad)", latex)
    for found, same in _SAME:
        latex = found.sub(same, latex)
    return latex.strip()
