r"""A table as the LaTeX tabular of QwenVL-Markdown, read back only in the exact form it is written in.

    \begin{tabular}{|l|l|l|}
    \hline
    \multirow{2}{*}{\textbf{Year}} & \multicolumn{2}{l|}{\textbf{Sales}} \\
    \cline{2-3}
    & \textbf{Net} & \textbf{Gross} \\
    \hline
    \end{tabular}

One line per row, a rule after each row except under the columns where a cell goes on; header cells are bold;
a cell of several lines is a `\makecell`; scripts are `\textsuperscript` and `\textsubscript`, a formula
stands between dollars. It compiles with the packages `multirow` and `makecell`.
Source: docs/formats.md §5.4 for `{|l|l|}`, `\hline` and `\textbf{}`; spans and line breaks are ours.
"""

import re
from dataclasses import dataclass

from vlcorpus.schemas.inline import Inline, marked, parts_of
from vlcorpus.schemas.page import Cell, TableGrid
from vlcorpus.schemas.qwenvl.scan import FormatError, require_canonical

_BEGIN = re.compile(r"\\begin\{tabular\}\{\|((?:l\|)+)\}")
_END = r"\end{tabular}"
_RULE = re.compile(r"\\hline|\\cline\{\d+-\d+\}(?: \\cline\{\d+-\d+\})*")
_MULTICOLUMN = re.compile(r"\\multicolumn\{(\d{1,4})\}\{\|?l\|\}\{(.*)\}")
_MULTIROW = re.compile(r"\\multirow\{(\d{1,4})\}\{\*\}\{(.*)\}")
_BOLD = re.compile(r"\\textbf\{(.*)\}")
_LINES = re.compile(r"\\makecell\[l\]\{(.*)\}")

_ESCAPES = {char: "\\" + char for char in "&%$#_{}"} | {
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "\\": r"\textbackslash{}",
}
_SPECIAL = re.compile(r"[&%$#_{}~^\\]")
_PLAIN = r"\\text(?:asciitilde|asciicircum|backslash)\{\}|\\[&%$#_{}]|[^&%$#_{}~^\\]"
_COMMANDS = {Inline.SUPERSCRIPT: r"\textsuperscript", Inline.SUBSCRIPT: r"\textsubscript"}
_TOKEN = re.compile(rf"(\\textsu(?:per|b)script)\{{((?:{_PLAIN})*)\}}|\$([^$]+)\$|{_PLAIN}")
_MEANING = {latex: char for char, latex in _ESCAPES.items()}


def escape_latex(text: str) -> str:
    """Return one line of text as LaTeX text."""
    return "".join(_escaped_part(kind, part) for kind, part in parts_of(text))


def _escaped_part(kind: Inline | None, part: str) -> str:
    if kind is Inline.FORMULA:
        return f"${part}$"
    escaped = _SPECIAL.sub(lambda m: _ESCAPES[m.group()], part)
    return escaped if kind is None else f"{_COMMANDS[kind]}{{{escaped}}}"


def write_latex_table(grid: TableGrid) -> str:
    """Return `grid` as a tabular, without a newline at its end."""
    lines = [rf"\begin{{tabular}}{{|{'l|' * grid.n_cols}}}", r"\hline"]
    goes_on = [0] * grid.n_cols  # the row after the last one of the cell that stands in each column
    covering: dict[int, Cell] = {}  # the cells that reach down into the row, by their first column
    for index, row in enumerate(grid.rows()):
        covering = {col: cell for col, cell in covering.items() if cell.row + cell.rowspan > index}
        covering.update((cell.col, cell) for cell in row)
        line = " & ".join(_entry(covering[col], index) for col in sorted(covering)) + r" \\"
        lines.append(line.removeprefix(" "))
        for cell in row:
            goes_on[cell.col : cell.col + cell.colspan] = [index + cell.rowspan] * cell.colspan
        rule = _rule([end <= index + 1 for end in goes_on])
        if rule:
            lines.append(rule)
    return "\n".join([*lines, _END])


def parse_latex_table(text: str) -> TableGrid:
    """Return the grid of which `write_latex_table` makes exactly `text`. Raises FormatError."""
    begin, *lines = text.split("\n")
    columns = _BEGIN.fullmatch(begin)
    if columns is None:
        raise FormatError(text, 0, r"\begin{tabular}{|l|…|} on a line of its own")
    if not lines or lines[-1] != _END:
        raise FormatError(text, len(text) - len(text.split("\n")[-1]), f"{_END} as the last line")
    n_cols = len(columns.group(1)) // 2
    rows: list[list[_Entry]] = []
    position = len(begin) + 1
    for line in lines[:-1]:
        if not _RULE.fullmatch(line):
            rows.append(_parse_row(text, position, line, n_cols))
        position += len(line) + 1
    try:
        grid = TableGrid(len(rows), n_cols, tuple(_merge(rows)))
    except ValueError as error:
        raise FormatError(text, 0, f"a rectangular table ({error})") from error
    require_canonical(text, write_latex_table(grid))
    return grid


@dataclass(slots=True, frozen=True)
class _Entry:
    """What stands between two `&`: a cell, or the empty place under one that comes down from above."""

    col: int
    colspan: int
    rowspan: int
    text: str
    header: bool


def _entry(cell: Cell, row: int) -> str:
    content = ""
    if row == cell.row:
        content = _content(cell.text)
        if cell.header:
            content = rf"\textbf{{{content}}}"
        if cell.rowspan > 1:
            content = rf"\multirow{{{cell.rowspan}}}{{*}}{{{content}}}"
    if cell.colspan > 1:
        left = "|" if cell.col == 0 else ""
        content = rf"\multicolumn{{{cell.colspan}}}{{{left}l|}}{{{content}}}"
    return content


def _content(text: str) -> str:
    first, *rest = (escape_latex(line) for line in text.split("\n"))
    if not rest:
        return first
    lines = r" \\ ".join([first, *map(_guard, rest)])
    return rf"\makecell[l]{{{lines}}}"


def _guard(line: str) -> str:
    r"""Keep `[` and `*` from being read as arguments of the `\\` before them."""
    return f"{{{line[0]}}}{line[1:]}" if line[0] in "[*" else line


def _rule(closed: list[bool]) -> str:
    if all(closed):
        return r"\hline"
    runs = re.finditer("1+", "".join("01"[c] for c in closed))
    return " ".join(rf"\cline{{{run.start() + 1}-{run.end()}}}" for run in runs)


def _parse_row(text: str, position: int, line: str, n_cols: int) -> list[_Entry]:
    if line.startswith("& ") or line == r"\\":  # an empty first entry
        line = " " + line
    if not line.endswith(r" \\"):
        raise FormatError(text, position, r"\hline, \cline{i-j} or a row that ends in ' \\'")
    row: list[_Entry] = []
    col = 0
    for entry in line[:-3].split(" & "):
        try:
            row.append(_parse_entry(entry, col))
        except ValueError as error:
            raise FormatError(text, position, f"a valid cell ({error})") from error
        position += len(entry) + 3
        col += row[-1].colspan
    if col != n_cols:
        raise FormatError(text, position, f"{n_cols} columns, not {col}, in the row that ends here")
    return row


def _parse_entry(entry: str, col: int) -> _Entry:
    colspan = rowspan = 1
    if wide := _MULTICOLUMN.fullmatch(entry):
        colspan, entry = int(wide.group(1)), wide.group(2)
    if high := _MULTIROW.fullmatch(entry):
        rowspan, entry = int(high.group(1)), high.group(2)
    bold = _BOLD.fullmatch(entry)
    if bold:
        entry = bold.group(1)
    lines = [entry]
    if several := _LINES.fullmatch(entry):
        lines = [re.sub(r"\A\{([\[*])\}", r"\1", line) for line in several.group(1).split(r" \\ ")]
    return _Entry(col, colspan, rowspan, "\n".join(map(_unescape, lines)), bold is not None)


def _unescape(latex: str) -> str:
    tokens = list(_TOKEN.finditer(latex))
    if sum(len(token.group()) for token in tokens) != len(latex):
        raise ValueError(f"{latex[:60]!r} holds a bare LaTeX special or an unknown command")
    return "".join(map(_meaning, tokens))


def _meaning(token: re.Match[str]) -> str:
    command, inside, formula = token.groups()
    if formula:
        return marked(Inline.FORMULA, formula)
    if command:
        kind = next(kind for kind, name in _COMMANDS.items() if name == command)
        return marked(kind, _unescape(inside))
    return _MEANING.get(token.group(), token.group())


def _merge(rows: list[list[_Entry]]) -> list[Cell]:
    """Make cells of the entries, without the empty places under a cell that comes down from above."""
    cells: list[Cell] = []
    reach: dict[int, tuple[int, int]] = {}  # first column -> width and the row after the last
    for index, row in enumerate(rows):
        for entry in row:
            colspan, end = reach.get(entry.col, (0, 0))
            if end > index:
                if entry.text or entry.header or entry.rowspan > 1 or entry.colspan != colspan:
                    raise ValueError(f"row {index}, column {entry.col} is not empty under a \\multirow")
                continue
            if index + entry.rowspan > len(rows):
                raise ValueError(f"a cell of row {index} reaches below the last of {len(rows)} rows")
            cells.append(
                Cell(index, entry.col, entry.text, entry.rowspan, entry.colspan, header=entry.header)
            )
            reach[entry.col] = (entry.colspan, index + entry.rowspan)
    return cells
