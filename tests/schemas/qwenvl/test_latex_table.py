import random
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given

from tests.schemas.page_trees import grids
from vlcorpus.schemas.page import Cell, TableGrid, clean_text
from vlcorpus.schemas.qwenvl.latex_table import escape_latex, parse_latex_table, write_latex_table
from vlcorpus.schemas.qwenvl.scan import FormatError

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


def compile_latex(body: str, folder: Path) -> None:
    """Compile `body` with a TeX that is installed; skip the test aloud where there is none."""
    commands = {
        "pdflatex": ["-interaction=nonstopmode", "-halt-on-error"],
        "xelatex": ["-interaction=nonstopmode", "-halt-on-error"],
        "tectonic": ["--only-cached"],
    }
    engine = next(filter(shutil.which, commands), None)
    if engine is None:
        pytest.skip("no TeX on PATH: NO table was compiled; apt-get install texlive-latex-extra")
    (folder / "table.tex").write_text(
        "\\documentclass{article}\\usepackage[T1]{fontenc}\\usepackage{multirow,makecell}\n"
        f"\\begin{{document}}\n{body}\n\\end{{document}}\n"
    )
    run = subprocess.run(
        [engine, *commands[engine], "table.tex"], cwd=folder, capture_output=True, text=True, timeout=120
    )
    assert run.returncode == 0, run.stdout[-3000:] + run.stderr[-3000:]


def test_latex_itself_accepts_a_table_with_spans(tmp_path):
    compile_latex(f"{SPANS_LATEX}\n\n{escape_latex('~ ^ | < > [*] {x}')}", tmp_path)


LIKE_COMMANDS = ["", "a & b", "5 %", "#1", "x_1", "{", "}", "~^", r"\\", r"\hline", "[b]", "*c", "$d$"]


def drawn_grid(rng: random.Random) -> TableGrid:
    """Return a grid of up to 6 x 5 places with spans, of texts that LaTeX could take for commands."""
    n_rows, n_cols = rng.randint(1, 6), rng.randint(1, 5)
    free = {(row, col) for row in range(n_rows) for col in range(n_cols)}
    cells = []
    for row, col in sorted(free):
        if (row, col) not in free:
            continue
        width = next((w for w in range(1, n_cols - col + 1) if (row, col + w) not in free), n_cols - col)
        colspan, rowspan = rng.randint(1, width), rng.randint(1, min(3, n_rows - row))
        free -= {(r, c) for r in range(row, row + rowspan) for c in range(col, col + colspan)}
        words = rng.sample(LIKE_COMMANDS, 2)
        text = clean_text("\n".join(words)) if rng.random() < 0.3 else words[0]
        cells.append(Cell(row, col, text, rowspan, colspan, rng.random() < 0.3))
    return TableGrid(n_rows, n_cols, tuple(cells))


def test_latex_itself_accepts_a_page_of_drawn_tables(tmp_path):
    rng = random.Random(0)
    grids = [drawn_grid(rng) for _ in range(150)]
    assert sum(cell.rowspan > 1 and cell.colspan > 1 for grid in grids for cell in grid.cells) > 50
    assert all(parse_latex_table(write_latex_table(grid)) == grid for grid in grids)
    compile_latex("\n\n".join(map(write_latex_table, grids)), tmp_path)
