"""Page trees for property tests: every kind, any script, text that looks like markup, tables with spans."""

from hypothesis import strategies as st

from vlcorpus.schemas.geometry import Box1000
from vlcorpus.schemas.inline import Inline, marked
from vlcorpus.schemas.page import Block, BlockKind, Cell, PageTree, TableGrid, clean_text

SNIPPETS = [
    *[
        "# a",
        "## ",
        "- x",
        "* y",
        "1. z",
        "12) q",
        "> q",
        "---",
        "***",
        "___",
        "===",
        "```",
        "~~~",
        "|a|b|",
        "[a]:",
    ],
    *[
        "$$",
        "$x$",
        "a*b*c",
        "**bold**",
        "_i_",
        "snake_case",
        "`code`",
        "~~s~~",
        "[t](u)",
        "<b>",
        "</div>",
        "&amp;",
    ],
    *[
        "&lt;",
        "&#38;",
        "<br>",
        "<!-- Image (1, 2, 3, 4) -->",
        "<!-- Table (1, 2, 3, 4) -->",
        r"\begin{tabular}{|l|}",
    ],
    *[
        r"\end{tabular}",
        r"\hline",
        r"\\",
        r"a \\ b",
        r"\textbf{x}",
        "a & b",
        "50%",
        "#1",
        "{[}",
        "[*]",
        "*",
        "~",
        "^",
    ],
    *[
        "宇通客车 (600066)",
        "見出し",
        "안녕하세요",
        "שלום עולם",
        "مرحبا",
        "é",
        "हिन्दी",
        "𝒳",
        "👩‍👩‍👧",
        "\u3000缩进",
        "\u00a0",
    ],
    *[
        "•",
        "• item",
        "\n",
        "\n\n",
        "\\",
        " ",
        "  ",
        "\t",
        "<html><body>",
        "</body></html>",
        "</td><td>",
        "</tr>",
    ],
    *[
        marked(Inline.SUPERSCRIPT, "2"),
        marked(Inline.SUPERSCRIPT, r"<sup>\*"),
        marked(Inline.SUBSCRIPT, "i,j{}"),
        marked(Inline.SUBSCRIPT, "$</sub>&~"),
        marked(Inline.FORMULA, r"x_{i}^{2}"),
        marked(Inline.FORMULA, r"\{*_a_\} < #\frac{1}{2}"),
    ],
]


def texts(kind: BlockKind = BlockKind.TEXT, min_size: int = 1) -> st.SearchStrategy[str]:
    piece = st.one_of(st.sampled_from(SNIPPETS), st.text(max_size=6))
    raw = st.builds("".join, st.lists(piece, min_size=min_size, max_size=8))
    # Hypothesis finds marks out of order too: `clean_text` drops them
    return raw.map(lambda text: clean_text(text, kind)).filter(lambda text: len(text) >= min_size)


@st.composite
def boxes(draw) -> Box1000:
    x1, y1 = draw(st.integers(0, 998)), draw(st.integers(0, 998))
    return Box1000(x1, y1, draw(st.integers(x1 + 1, 999)), draw(st.integers(y1 + 1, 999)))


@st.composite
def grids(draw) -> TableGrid:
    """A grid filled in row-major order, each cell with a span that still fits."""
    n_rows, n_cols = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    free = {(row, col) for row in range(n_rows) for col in range(n_cols)}
    cells = []
    for row, col in sorted(free):
        if (row, col) not in free:
            continue
        width = next((w for w in range(1, n_cols - col + 1) if (row, col + w) not in free), n_cols - col)
        colspan, rowspan = draw(st.integers(1, width)), draw(st.integers(1, n_rows - row))
        free -= {(r, c) for r in range(row, row + rowspan) for c in range(col, col + colspan)}
        cells.append(Cell(row, col, draw(texts(min_size=0)), rowspan, colspan, draw(st.booleans())))
    return TableGrid(n_rows, n_cols, tuple(cells))


@st.composite
def blocks(draw, kinds=tuple(BlockKind)) -> Block:
    kind = draw(st.sampled_from(kinds))
    return Block(
        kind,
        draw(boxes()),
        "" if kind is BlockKind.TABLE else draw(texts(kind, min_size=int(kind is not BlockKind.IMAGE))),
        level=draw(st.integers(1, 6)) if kind is BlockKind.TITLE else None,
        table=draw(grids()) if kind is BlockKind.TABLE else None,
    )


def trees(kinds=tuple(BlockKind)) -> st.SearchStrategy[PageTree]:
    return st.lists(blocks(kinds), max_size=5).map(lambda found: PageTree(tuple(found)))
