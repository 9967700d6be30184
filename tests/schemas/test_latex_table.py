import shutil
import subprocess

import pytest
from hypothesis import given

from schemas.page import Cell, TableGrid
from schemas.qwenvl.latex_table import escape_latex, parse_latex_table, write_latex_table
from schemas.qwenvl.scan import FormatError
from tests.schemas.page_trees import grids

SPANS = TableGrid(
    3,
    3,
    (
        Cell(0, 0, "Year", rowspan=2, header=True),
        Cell(0, 1, "Sales", colspan=2, header=True),
        Cell(1, 1, "Net", header=True),
        Cell(1, 2, ""),
        Cell(2, 0, "2015 [a]"),
        Cell(2, 1, "5 % of\n[b] & c_1", colspan=2),
    ),
)
SPANS_LATEX = r"""\begin{tabular}{|l|l|l|}
\hline
\multirow{2}{*}{\textbf{Year}} & \multicolumn{2}{l|}{\textbf{Sales}} \\
\cline{2-3}
& \textbf{Net} &  \\
\hline
2015 [a] & \multicolumn{2}{l|}{\makecell[l]{5 \% of \\ {[}b] \& c\_1}} \\
\hline
\end{tabular}"""


@given(grids())
def test_a_grid_comes_back_equal_with_its_spans(grid):
    assert parse_latex_table(write_latex_table(grid)) == grid


@given(grids())
def test_writing_what_was_parsed_gives_the_same_text(grid):
    text = write_latex_table(grid)
    assert write_latex_table(parse_latex_table(text)) == text


def test_spans_header_cells_and_lines_have_their_commands():
    assert write_latex_table(SPANS) == SPANS_LATEX
    assert parse_latex_table(SPANS_LATEX) == SPANS


def test_a_block_of_both_spans_stays_empty_below_and_breaks_the_rule():
    grid = TableGrid(
        2,
        3,
        (Cell(0, 0, "a"), Cell(0, 1, "b", rowspan=2, colspan=2), Cell(1, 0, "c")),
    )
    assert write_latex_table(grid).split("\n")[2:5] == [
        r"a & \multicolumn{2}{l|}{\multirow{2}{*}{b}} \\",
        r"\cline{1-1}",
        r"c & \multicolumn{2}{l|}{} \\",
    ]


def test_no_rule_where_every_cell_goes_on():
    grid = TableGrid(2, 1, (Cell(0, 0, "a", rowspan=2),))
    assert write_latex_table(grid).split("\n")[2:5] == [r"\multirow{2}{*}{a} \\", r"\\", r"\hline"]


def test_every_special_of_latex_is_escaped():
    assert escape_latex(r"a&b%$#_{}~^\c") == (
        r"a\&b\%\$\#\_\{\}\textasciitilde{}\textasciicircum{}\textbackslash{}c"
    )


def tabular(*lines: str, columns: str = "|l|l|") -> str:
    return "\n".join([rf"\begin{{tabular}}{{{columns}}}", r"\hline", *lines, r"\hline", r"\end{tabular}"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "begin"),
        (tabular(r"a & b \\", columns="ll"), "begin"),
        (tabular(r"a & b \\") + "\n", "last line"),
        (tabular(r"a & b"), "a row that ends in"),
        (tabular(r"a \\"), "2 columns, not 1"),
        (tabular(r"a & b & c \\"), "2 columns, not 3"),
        (tabular(r"a & 5% \\"), "bare LaTeX special"),
        (tabular(r"a & \emph{b} \\"), "unknown command"),
        (tabular(r"a & {b} \\"), "bare LaTeX special"),
        (tabular(r"a  & b \\"), "white space"),
        (tabular(r"a & b \\", r"c & d \\"), "hline"),
        (tabular(r"a & b \\", r"\hline", r"\hline"), "end"),
        (tabular(r"a & b \\", r"\cline{1-1}", r"c & d \\"), "hline"),
        (tabular(r"\multirow{2}{*}{a} & b \\", r"\cline{2-2}", r"x & c \\"), "not empty under"),
        (tabular(r"\multirow{2}{*}{a} & b \\"), "below the last"),
        (tabular(r"\multirow{1}{*}{a} & b \\"), "a & b"),
        (tabular(r"\multicolumn{2}{l|}{a} \\"), r"\|l\|"),
        (tabular(), "do not cover"),
    ],
)
def test_anything_else_is_refused(text, expected):
    with pytest.raises(FormatError, match=expected):
        parse_latex_table(text)


def test_the_position_of_a_bad_cell_is_its_own():
    text = tabular(r"a & b \\", r"\hline", r"a & 5% \\")
    with pytest.raises(FormatError) as caught:
        parse_latex_table(text)
    assert text[caught.value.position :].startswith("5%")


def test_latex_itself_accepts_a_table_with_spans(tmp_path):
    if shutil.which("pdflatex") is None:
        pytest.skip("pdflatex is not on PATH: no table was compiled; apt-get install texlive-latex-extra")
    (tmp_path / "table.tex").write_text(
        "\\documentclass{article}\\usepackage[T1]{fontenc}\\usepackage{multirow,makecell}\n"
        f"\\begin{{document}}\n{SPANS_LATEX}\n\n{escape_latex('~ ^ | < > [*] {x}')}\n\\end{{document}}\n"
    )
    run = subprocess.run(
        ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "table.tex"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert run.returncode == 0, run.stdout[-2000:]
