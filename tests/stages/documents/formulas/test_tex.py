"""Formulas that a real TeX has set, between lines of prose: each comes back, or is told to be unread."""

import shutil
import subprocess

import pytest

from tests.stages.documents.drawing import read
from vlcorpus.schemas.page import BlockKind
from vlcorpus.stages.documents.parse_layout import ParseLayout

FORMULAS = {
    r"x = \frac{-b \pm \sqrt{b^2-4ac}}{2a}": r"x=\frac{-b\pm\sqrt{b^{2}-4ac}}{2a}",
    r"x = \frac{1}{1+\frac{1}{1+x}}": r"x=\frac{1}{1+\frac{1}{1+x}}",
    r"\sqrt[3]{\frac{x}{y}} = \sqrt{1 + \sqrt{x}}": r"\sqrt[3]{\frac{x}{y}}=\sqrt{1+\sqrt{x}}",
    r"A_{ij}^{kl} = a_{n_k}": r"A_{ij}^{kl}=a_{n_{k}}",
    r"y'' + p y' = \dot{x}": r"y^{\prime\prime}+py^{\prime}=\dot{x}",
    r"\vec{a} + \hat{b} = \overline{AB}": r"\vec{a}+\hat{b}=\overline{AB}",
    r"\sum_{k=0}^{n} \binom{n}{k} x^k = S": r"\sum_{k=0}^{n}\binom{n}{k}x^{k}=S",
    r"\int_0^1 \frac{dx}{\sqrt{1-x}} = \frac{\pi}{2}": r"\int_{0}^{1}\frac{dx}{\sqrt{1-x}}=\frac{\pi}{2}",
    r"\iint_D f = \int\int f": r"\iint_{D}f=\int\int f",
    r"\lim_{n \to 0} \left(1 + \frac{1}{n}\right)^n": r"\lim_{n\rightarrow0}\left(1+\frac{1}{n}\right)^{n}",
    r"\left( \frac{\frac{\frac{a}{b}}{c}}{d} \right) = x": r"\left(\frac{\frac{\frac{a}{b}}{c}}{d}\right)=x",
    r"\left. \frac{df}{dx} \right|_{x=0} = \|x\|": r"\frac{df}{dx}\Big|_{x=0}=\|x\|",
    r"\{x \in X \mid x \neq 0\} \not\subset Y": r"\{x\in X\mid x\neq0\}\not\subset Y",
    r"x \notin A \wedge x \mapsto x^2": r"x\notin A\wedge x\mapsto x^{2}",
    r"p \implies q \longrightarrow r": r"p\Longrightarrow q\longrightarrow r",
    r"\mathcal{L} + \mathbb{N} + \mathfrak{g} = \mathbf{F}": (
        r"\mathcal{L}+\mathbb{N}+\mathfrak{g}=\mathbf{F}"
    ),
    r"\varphi + \phi = \varepsilon + \epsilon": r"\varphi+\phi=\varepsilon+\epsilon",
    r"a \overset{!}{=} b \cong c": r"a\overset{!}{=}b\cong c",
    r"a = b \quad \text{for all } n": r"a=b\quad \text{for all}n",
    r"A = \begin{pmatrix} a & -b \\ c & d \end{pmatrix}": r"A=\begin{pmatrix} a & -b \\ c & d \end{pmatrix}",
    r"\begin{pmatrix} x \\ y \end{pmatrix} = v": r"\begin{pmatrix} x \\ y \end{pmatrix}=v",
    r"|x| = \begin{cases} x & x \geq 0 \\ -x & x < 0 \end{cases}": (
        r"|x|=\begin{cases} x & x\geq0 \\ -x & x<0 \end{cases}"
    ),
    r"\begin{aligned} a &= b + c \\ &= d \end{aligned}": r"\begin{aligned} a&=b+c \\ &=d \end{aligned}",
    r"E = h \nu \tag{1}": r"E=h\nu",
    r"2\mathrm{H}_2 + \mathrm{O}_2 \rightarrow X": r"2\mathrm{H}_{2}+\mathrm{O}_{2}\rightarrow X",
    r"\underbrace{a + b}_{n} = c": None,
    r"{}^{14}C = x": None,
    r"\overrightarrow{AB} = c": None,
}
PROSE = "Mark{} says that the river rose in the night and the bridge was closed before the train came."
FONTS = {
    "Computer Modern": "",
    "without names of characters": r"\pdfgentounicode=0",  # what files before 2021 have
    "Latin Modern": r"\usepackage{lmodern}\usepackage[T1]{fontenc}",
}


def compile_latex(preamble: str, folder) -> bytes:
    """Return the formulas as a PDF; skip the test aloud where there is no TeX."""
    if shutil.which("pdflatex") is None:
        pytest.skip("no pdflatex on PATH: NO formula was compiled; apt-get install texlive-latex-extra")
    body = "\n".join(
        rf"{PROSE.format(i)}\begin{{equation*}}{source}\end{{equation*}}" for i, source in enumerate(FORMULAS)
    )
    (folder / "formulas.tex").write_text(
        rf"\documentclass{{article}}\usepackage{{amsmath,amssymb}}{preamble}"
        rf"\begin{{document}}{body}{PROSE.format(len(FORMULAS))}\end{{document}}"
    )
    command = ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "formulas.tex"]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120, errors="replace")
    assert run.returncode == 0, run.stdout[-3000:]
    return (folder / "formulas.pdf").read_bytes()


@pytest.mark.parametrize("fonts", FONTS)
def test_each_formula_is_one_block_and_right_or_unread(fonts, tmp_path):
    pages = list(ParseLayout()(read(compile_latex(FONTS[fonts], tmp_path))))
    blocks = [
        None if any(region.block == i for region in page.unread) else block.text
        for page in pages
        for i, block in enumerate(page.tree.blocks)
        if block.kind in (BlockKind.FORMULA, BlockKind.IMAGE)
    ]
    assert blocks == list(FORMULAS.values())
