r"""Plain text inside Markdown: a backslash stands before what would be read as markup, and nowhere else.

Escaping everything would teach a model to write `\_` and `\$` all over. So a lone `*`, `$` or backtick stays,
an underscore inside a word stays, and the marks of a line's start are escaped at a line's start only. Scripts
are `<sup>` and `<sub>`, for which CommonMark has no signs; beside a formula every other `$` is escaped.
Source: CommonMark 0.31 §2.4, §4, §6; GitHub's `~~` and `|`; `$…$` of docs/formats.md §5.4.
"""

import re

from vlcorpus.schemas.inline import MARKS, Inline, blank_formulas, marked, parts_of

_PUNCTUATION = r"!-/:-@\[-`{-~"  # ASCII punctuation, which a backslash can escape (CommonMark §2.4)
_ALWAYS = re.compile(
    rf"\\(?=[{_PUNCTUATION}{MARKS}\n]|\Z)"  # an escape, or a hard line break
    r"|<(?=[a-zA-Z/!?][^<>]*>|!--)"  # a tag, an autolink, a comment
    r"|&(?=#?\w{1,32};)"  # a character reference
    r"|(?<=\])\("  # the target of a link
    r"|~(?=~)|(?<=~)~"  # strike-through
)
# What is read back: an escape, a script, a formula
_MARKUP = re.compile(
    rf"\\([{_PUNCTUATION}])|<(su[bp])>((?:\\[{_PUNCTUATION}]|(?!</\2>).)*)</\2>|\$([^$\n]+)\$"
)
_LINE_START = re.compile(
    r"(?m)^(?:(\d{1,9})(?=[.)](?:\s|$))"  # 1. 1)
    r"|(?=[-+*](?:\s|$)"  # bullets
    r"|#{1,6}(?:\s|$)|>|<[a-zA-Z/!?]|\||=+$"  # heading, quotation, HTML, table, underlined heading
    r"|(?:-[^\S\n]*){2,}$|(?:\*[^\S\n]*){3,}$|(?:_[^\S\n]*){3,}$"  # rules
    r"|\[[^\]\n]*\]:))"  # link definition
)
_CLOSING_HASHES = re.compile(r"(?<![^\s])#+\Z")
# Where emphasis, code and maths can open and where they can close: one without the other is plain text.
_PAIRS = (
    ("`", re.compile("`"), re.compile("`")),
    ("$", re.compile(r"\$"), re.compile(r"\$")),
    ("*", re.compile(r"\*+(?=[^\s*])"), re.compile(r"(?<=[^\s*])\*")),
    ("_", re.compile(r"(?<!\w)_+(?=[^\s_])"), re.compile(r"(?<=[^\s_])_+(?!\w)")),
)
_BULLET = re.compile(r"[-*+•●○◦▪▫■□‣⁃∙·–—➢➤►▶✓✔❖◆◇](?:\s+|\Z)")
_NUMBER = re.compile(r"(\d{1,9}[.)])(?:\s+|\Z)")
_WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"  # Chinese and Japanese, which put no space between words
_WIDE_BREAK = re.compile(rf"(?<=[{_WIDE}])\n(?=[{_WIDE}])")


def escape_inline(text: str, *, closing_hashes: bool = False) -> str:
    """Return `text` so that Markdown shows it as it is, wherever in a line it stands.

    `closing_hashes` is for headings, whose last `#` would be dropped.
    """
    return _write_parts(_escaped(text, closing_hashes=closing_hashes))


def escape_lines(text: str) -> str:
    """Return `escape_inline(text)` with every line safe at its start too."""
    escaped = _escaped(text, closing_hashes=False)
    return _write_parts(_LINE_START.sub(lambda m: f"{m.group(1) or ''}\\", escaped))


def unescape(text: str) -> str:
    """Return the text, with its marks, of which Markdown was written. Raises ValueError for bad marks."""
    return _MARKUP.sub(_read_back, text)


def _read_back(markup: re.Match[str]) -> str:
    char, script, inside, formula = markup.groups()
    if script:
        return marked(Inline(script), unescape(inside))
    return marked(Inline.FORMULA, formula) if formula else char


def _escaped(text: str, *, closing_hashes: bool) -> str:
    """Return the text with backslashes, and still with its marks. What a formula holds is left as it is."""
    read = blank_formulas(text)
    escape = {m.start() for m in _ALWAYS.finditer(read)}
    for mark, opening, closing in _PAIRS:
        if mark in read:
            first = opening.search(read)
            if (first and closing.search(read, first.end())) or (mark == "$" and read != text):
                escape.update(m.start() for m in re.finditer(re.escape(mark), read))
    if closing_hashes and (last := _CLOSING_HASHES.search(read)):
        escape.add(last.start())
    return _with_backslashes(text, escape)


def _write_parts(text: str) -> str:
    return "".join(
        part if kind is None else f"${part}$" if kind is Inline.FORMULA else f"<{kind}>{part}</{kind}>"
        for kind, part in parts_of(text)
    )


def split_item(line: str) -> tuple[str, str]:
    """Return the mark of a list line as Markdown has it (`-`, `3.`, `3)`) and the text behind it."""
    if number := _NUMBER.match(line):
        return number.group(1), line[number.end() :]
    bullet = _BULLET.match(line)
    return "-", line[bullet.end() :] if bullet else line


def join_lines(text: str) -> str:
    """Return `text` in one line: no space at a seam of Chinese or Japanese, one at any other."""
    lines = "\n".join(line.strip() for line in text.split("\n"))
    return _WIDE_BREAK.sub("", lines).replace("\n", " ")


def _with_backslashes(text: str, positions: set[int]) -> str:
    if not positions:
        return text
    pieces, start = [], 0
    for position in sorted(positions):
        pieces.append(text[start:position])
        start = position
    return "\\".join([*pieces, text[start:]])
